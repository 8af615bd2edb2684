using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Reads identifiers that have their own type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IdJson
{
    /// <summary>Reads the text of an identifier, like any string; null is reported and becomes empty.</summary>
    /// <param name="reader">Positioned on a value.</param>
    public static string Read(ref ApiJsonReader reader)
    {
        string? value = StringJson.ReadJson(ref reader);
        if (value is null && reader.Json.TokenType == JsonTokenType.Null)
        {
            reader.RefuseNull();
        }

        return value ?? "";
    }
}
