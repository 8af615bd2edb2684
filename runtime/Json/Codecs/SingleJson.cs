using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Single precision (<c>format: float</c>). Numeric strings and numbers beyond the type are read too. JSON has no text for infinity and
/// NaN. Writing one is an <see cref="ArgumentException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleJson : IApiScalar<float>
{
    /// <inheritdoc/>
    public static float ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetSingle(out float value) && float.IsFinite(value)
            ? value
            : JsonScalars.Float<float>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
