using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Unsigned 32-bit integers (<c>format: uint32</c>). Numeric strings, fractions and numbers beyond the type are read too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt32Json : IApiScalar<uint>
{
    /// <inheritdoc/>
    public static uint ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetUInt32(out uint value)
            ? value
            : JsonScalars.Integer<uint>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
