using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Decimal numbers (<c>format: decimal</c>), digits kept. Numeric strings and numbers beyond the type are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalJson : IApiScalar<decimal>
{
    /// <inheritdoc/>
    public static decimal ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetDecimal(out decimal value)
            ? value
            : JsonScalars.Decimal(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
