using System.Security.Cryptography;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Reads a key set (RFC 7517). Keys that cannot serve are skipped: not RSA, without an id, too small, for encryption, or for another algorithm.</summary>
internal static class JwksReader
{
    private const int MostKeys = 64;

    /// <summary>Reads a set.</summary>
    /// <returns>Null when the text is no key set.</returns>
    internal static VerificationKey[]? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("keys"u8, out JsonElement keys)
                || keys.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            List<VerificationKey> found = [];
            foreach (JsonElement element in keys.EnumerateArray())
            {
                if (found.Count < MostKeys && ReadKey(element) is { } key)
                {
                    found.Add(key);
                }
            }

            return [.. found];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static VerificationKey? ReadKey(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || Text(element, "kty") != "RSA"
            || Text(element, "use") is not (null or "sig")
            || Text(element, "alg") is not (null or "RS256")
            || Text(element, "kid") is not { Length: > 0 } id)
        {
            return null;
        }

        return VerificationKey.Create(id, new RSAParameters { Modulus = Bytes(element, "n"), Exponent = Bytes(element, "e") });
    }

    // A text that is none, because it has half of a surrogate pair, spoils its own key only.
    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return SessionDetails.Text(element, name);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(JsonElement element, string name)
    {
        if (Text(element, name) is not { } text || Base64UrlText.Length(text.Length) is not { } length)
        {
            return null;
        }

        byte[] bytes = new byte[length];
        return Base64UrlText.TryDecode(text, bytes) ? bytes : null;
    }
}
