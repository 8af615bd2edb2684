using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// 64-bit integers: <c>format: int64</c>, and <c>type: integer</c> without format. Numeric
/// strings, fractions and numbers beyond the type are read too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Json : IApiScalar<long>
{
    /// <inheritdoc/>
    public static long ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt64(out long value)
            ? value
            : JsonScalars.Integer<long>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}
