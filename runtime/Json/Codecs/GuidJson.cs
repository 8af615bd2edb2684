using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>UUIDs (<c>format: uuid</c>, RFC 9562). Without hyphens, in braces and in parentheses they are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidJson : IApiScalar<Guid>
{
    /// <inheritdoc/>
    public static Guid ReadJson(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.String && reader.Json.TryGetGuid(out Guid value))
        {
            return value;
        }

        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        bool isOther = Guid.TryParse(Encoding.UTF8.GetString(text), out value);
        reader.Deviate(isOther ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.MalformedValue);
        return value;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static string Format(Guid value) => value.ToString("D");
}
