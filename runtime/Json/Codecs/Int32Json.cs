using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>32-bit integers (<c>format: int32</c>). Numeric strings, fractions and numbers beyond the type are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Json : IApiScalar<int>
{
    /// <inheritdoc/>
    public static int ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt32(out int value)
            ? value
            : JsonScalars.Integer<int>(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static string Format(int value) => value.ToString(CultureInfo.InvariantCulture);
}
