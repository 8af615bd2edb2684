using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Durations as .NET writes them (<c>1.02:03:04.5</c>), which ASP.NET Core documents by their pattern. ISO 8601 is read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanJson : IApiScalar<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.String
        && JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text)
        && TimeSpan.TryParseExact(Encoding.UTF8.GetString(text), "c", CultureInfo.InvariantCulture, out TimeSpan value)
            ? value
            : DurationJson.ReadJson(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(Format(value));

    /// <inheritdoc/>
    public static string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
