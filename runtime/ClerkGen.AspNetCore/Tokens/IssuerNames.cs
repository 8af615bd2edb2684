using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Texts that nearly every token of an instance repeats: its issuer and its parties. Those that are expected are not made anew. Immutable.</summary>
internal sealed class IssuerNames(string[] issuers, string[] parties)
{
    internal string? Read(ref Utf8JsonReader reader) => Read(ref reader, issuers);

    internal string? ReadParty(ref Utf8JsonReader reader) => Read(ref reader, parties);

    private static string? Read(ref Utf8JsonReader reader, string[] known)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        foreach (string text in known)
        {
            if (reader.ValueTextEquals(text))
            {
                return text;
            }
        }

        return reader.GetString();
    }
}
