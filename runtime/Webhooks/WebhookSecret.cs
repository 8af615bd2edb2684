using System.Security.Cryptography;

namespace ClerkGen.Webhooks;

/// <summary>A secret by which webhooks are signed. Its key is decoded once; the text is not kept.</summary>
internal sealed class WebhookSecret
{
    // Standard Webhooks, "Symmetric": a key has 24 to 64 bytes. Others are accepted, and suspected when no signature fits.
    private const int ShortestKey = 24;
    private const int LongestKey = 64;
    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>Whether the key has a length that no sender should have given out.</summary>
    internal bool HasOddLength => _key.Length is < ShortestKey or > LongestKey;

    /// <summary>Length of the key in bytes.</summary>
    internal int Length => _key.Length;

    /// <summary>Reads a secret.</summary>
    /// <exception cref="ArgumentException">The text is not a secret; the message names the likely mistake and does not repeat the text.</exception>
    internal static WebhookSecret Parse(string secret)
    {
        ReadOnlySpan<char> text = secret;
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            text = text[Prefix.Length..];
        }

        if (text.IsEmpty)
        {
            throw Wrong("is empty");
        }

        if (Mistake(text) is { } mistake)
        {
            throw Wrong(mistake);
        }

        // Padding is often lost on the way through forms and files.
        string padded = text.TrimEnd('=').ToString();
        padded += new string('=', (4 - (padded.Length % 4)) % 4);
        byte[] key = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, key, out int length) || length == 0)
        {
            throw Wrong("is not base64. Use the secret as the sender shows it, neither decoded nor hashed nor as raw text");
        }

        return new WebhookSecret(key[..length]);
    }

    /// <summary>Computes a signature.</summary>
    /// <param name="prefix">ASCII of the id and the timestamp, each followed by a dot.</param>
    /// <param name="body">The body as received.</param>
    /// <param name="signature">Receives 32 bytes.</param>
    internal void Sign(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(prefix);
        hmac.AppendData(body);
        hmac.GetHashAndReset(signature);
    }

    private static string? Mistake(ReadOnlySpan<char> text) => text switch
    {
        ['s' or 'p', 'k', '_', ..] => "is an API key (sk_… or pk_…). The signing secret (whsec_…) is shown with the webhook's endpoint",
        ['w', 'h', 's', 'k', '_', ..] or ['w', 'h', 'p', 'k', '_', ..] =>
            "is a key for asymmetric signatures. Only symmetric ones (whsec_…) are supported",
        ['h', 't', 't', 'p', ..] => "is an address. The signing secret (whsec_…) is shown next to it",
        ['"' or '\'', ..] => "begins with a quote",
        _ => null,
    };

    private static ArgumentException Wrong(string mistake) => new($"The webhook secret {mistake}.");
}
