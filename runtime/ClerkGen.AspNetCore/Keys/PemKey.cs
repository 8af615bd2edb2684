using System.Security.Cryptography;

namespace ClerkGen.AspNetCore;

/// <summary>Reads a public key in PEM (RFC 7468), in the forms that environment variables leave of it.</summary>
internal static class PemKey
{
    private const string Begin = "-----BEGIN PUBLIC KEY-----";
    private const string End = "-----END PUBLIC KEY-----";

    /// <summary>Reads a key.</summary>
    /// <param name="pem">With line ends, with <c>\n</c> in two characters, on one line, or encoded in base64 once more.</param>
    /// <exception cref="ArgumentException">It is none; the message does not repeat it.</exception>
    internal static VerificationKey Read(string pem)
    {
        string text = Unescape(pem);
        if (!text.Contains("-----", StringComparison.Ordinal) && Wrapped(text) is { } unwrapped)
        {
            text = Unescape(unwrapped);
        }

        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw Wrong("is a private key. Only the public key is needed; keep the private key where it signs");
        }

        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw Wrong($"is not PEM, which begins with '{Begin}'");
        }

        // The lines between may be of any length, or one.
        string base64 = text[(begin + Begin.Length)..end];
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
            return VerificationKey.Create(null, rsa.ExportParameters(includePrivateParameters: false))
                ?? throw Wrong($"has fewer than {VerificationKey.SmallestKey} bits");
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            throw Wrong("is not an RSA public key");
        }
    }

    private static string Unescape(string text) =>
        text.Trim().Trim('"').Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

    private static string? Wrapped(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? System.Text.Encoding.ASCII.GetString(bytes, 0, length) : null;
    }

    private static ArgumentException Wrong(string what) => new($"The JWT key {what}.");
}
