using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Double precision: <c>format: double</c>, and <c>type: number</c> without format. Numeric strings and numbers beyond the type are read
/// too. JSON has no text for infinity and NaN. Writing one is an <see cref="ArgumentException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleJson : IApiScalar<double>
{
    /// <inheritdoc/>
    public static double ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : JsonScalars.Float<double>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
