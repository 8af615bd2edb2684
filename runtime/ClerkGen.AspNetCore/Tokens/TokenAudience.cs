using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>The audience of a token: a string or a list of strings (RFC 7519, section 4.1.3).</summary>
internal static class TokenAudience
{
    /// <summary>Whether a token is for one of some audiences.</summary>
    /// <param name="payload">The claims.</param>
    /// <param name="accepted">The audiences.</param>
    /// <param name="isRequired">Whether a token without an audience, or with one that is none, is refused.</param>
    internal static bool Matches(ReadOnlyMemory<byte> payload, string[] accepted, bool isRequired)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        if (!document.RootElement.TryGetProperty("aud"u8, out JsonElement audience))
        {
            return !isRequired;
        }

        switch (audience.ValueKind)
        {
            case JsonValueKind.String:
                return audience.GetString() is { Length: > 0 } text ? Array.IndexOf(accepted, text) >= 0 : !isRequired;
            case JsonValueKind.Array:
                bool isFound = false, isWellFormed = audience.GetArrayLength() > 0;
                foreach (JsonElement item in audience.EnumerateArray())
                {
                    isWellFormed &= item.ValueKind == JsonValueKind.String && item.GetString()!.Length > 0;
                    isFound |= item.ValueKind == JsonValueKind.String && Array.IndexOf(accepted, item.GetString()!) >= 0;
                }

                return isFound && isWellFormed;
            default:
                return false;
        }
    }
}
