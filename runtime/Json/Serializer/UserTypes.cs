using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>Reads values of types that are not emitted, as tolerantly as all others.</summary>
internal static class UserTypes
{
    /// <summary>Reads a value; when the type refuses it, that is reported, and the value is the default.</summary>
    internal static T Read<T>(ref ApiJsonReader reader, JsonTypeInfo<T> info)
    {
        Utf8JsonReader before = reader.Json;
        try
        {
            return JsonSerializer.Deserialize(ref reader.Json, info)!;
        }
        catch (JsonException)
        {
            reader.Json = before;
        }

        if (reader.Json.TokenType == JsonTokenType.Null)
        {
            reader.RefuseNull();
        }
        else
        {
            // Text that is no JSON at all shows here, as it does for everybody else.
            reader.Deviate(ApiDeviationKind.MalformedValue);
            reader.Json.TrySkip();
        }

        return default!;
    }
}
