using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Unsigned 64-bit integers (<c>format: uint64</c>). Numeric strings, fractions and numbers beyond the type are read too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Json : IApiScalar<ulong>
{
    /// <inheritdoc/>
    public static ulong ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetUInt64(out ulong value)
            ? value
            : JsonScalars.Integer<ulong>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
