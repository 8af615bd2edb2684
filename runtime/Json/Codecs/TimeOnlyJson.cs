using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Times of day (<c>format: time</c>, RFC 3339 <c>partial-time</c>). An offset is left out, as the type has none, and reported.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyJson : IApiScalar<TimeOnly>
{
    private const string Form = "HH:mm:ss.FFFFFFF";

    /// <inheritdoc/>
    public static TimeOnly ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!Rfc3339.TryTime(text, out TimeOnly value, out ApiDeviationKind? deviation))
        {
            reader.Deviate(ApiDeviationKind.MalformedValue);
        }
        else if (deviation is { } kind)
        {
            reader.Deviate(kind);
        }

        return value;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out int length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <inheritdoc/>
    public static string Format(TimeOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
