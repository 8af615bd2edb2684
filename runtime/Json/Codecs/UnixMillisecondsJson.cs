using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Moments as milliseconds since 1970-01-01T00:00:00Z. Fractions, numeric strings and RFC 3339 text are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixMillisecondsJson : IApiScalar<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref ApiJsonReader reader) => UnixTime.Read(ref reader, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateTimeOffset value) =>
        UnixTime.Write(writer, value, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public static string Format(DateTimeOffset value) => UnixTime.Format(value, TimeSpan.TicksPerMillisecond);
}
