using System.ComponentModel;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Moments as seconds since 1970-01-01T00:00:00Z. Fractions, numeric strings and RFC 3339 text are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixSecondsJson : IApiScalar<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref ApiJsonReader reader) => UnixTime.Read(ref reader, TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateTimeOffset value) =>
        UnixTime.Write(writer, value, TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public static string Format(DateTimeOffset value) => UnixTime.Format(value, TimeSpan.TicksPerSecond);
}
