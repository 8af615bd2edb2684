using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>
/// The fields of a JOSE header that verification needs. Members that it does not know are ignored, keys and
/// addresses of keys among them. Immutable.
/// </summary>
internal sealed class JwtHeader
{
    private JwtHeader(string? algorithm, string? keyId, string? type, bool hasType, TokenCategory category)
    {
        Algorithm = algorithm;
        KeyId = keyId;
        Type = type;
        HasType = hasType;
        Category = category;
    }

    /// <summary>The <c>alg</c>, when it is a string.</summary>
    internal string? Algorithm { get; }

    /// <summary>The <c>kid</c>, when it is a string.</summary>
    internal string? KeyId { get; }

    /// <summary>The <c>typ</c>, when it is a string.</summary>
    internal string? Type { get; }

    /// <summary>Whether there is a <c>typ</c> of any JSON kind.</summary>
    internal bool HasType { get; }

    internal TokenCategory Category { get; }

    /// <summary>Whether the type denotes an OAuth access token (RFC 9068, section 2.1).</summary>
    internal bool IsOAuthType => Type is "at+jwt" or "application/at+jwt";

    /// <summary>Reads a header.</summary>
    /// <returns>Null when it is not a JSON object.</returns>
    internal static JwtHeader? Read(ReadOnlySpan<byte> json)
    {
        string? algorithm = null, keyId = null, type = null;
        bool hasType = false;
        TokenCategory category = TokenCategory.Absent;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("alg"u8))
                {
                    algorithm = Text(ref reader);
                }
                else if (reader.ValueTextEquals("kid"u8))
                {
                    keyId = Text(ref reader);
                }
                else if (reader.ValueTextEquals("typ"u8))
                {
                    type = Text(ref reader);
                    hasType = true;
                }
                else if (reader.ValueTextEquals("cat"u8))
                {
                    category = CategoryOf(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            // Only now is it known that nothing follows the object.
            return reader.Read() ? null : new JwtHeader(algorithm, keyId, type, hasType, category);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static TokenCategory CategoryOf(ref Utf8JsonReader reader) => Text(ref reader) switch
    {
        "cl_B7d4PD111AAA" => TokenCategory.Session,
        "cl_B7d4PD222AAA" => TokenCategory.Template,
        "cl_B7d4PD333AAA" => TokenCategory.MachineToMachine,
        "cl_I7d4PD111III" => TokenCategory.Unstated,
        _ => TokenCategory.Unknown,
    };
}
