using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Dates (<c>format: date</c>, RFC 3339 <c>full-date</c>). The date of a date with time is read as it was written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyJson : IApiScalar<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    /// <inheritdoc/>
    public static DateOnly ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (Rfc3339.TryDate(text, out DateOnly value))
        {
            return value;
        }

        bool isMoment = Rfc3339.TryDateTime(text, out DateTimeOffset moment, out _);
        reader.Deviate(!isMoment ? ApiDeviationKind.MalformedValue
            : moment.TimeOfDay == TimeSpan.Zero ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.InexactValue);
        return DateOnly.FromDateTime(moment.DateTime);
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out int length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <inheritdoc/>
    public static string Format(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
