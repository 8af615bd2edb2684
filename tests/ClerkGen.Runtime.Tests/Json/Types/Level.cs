using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An open integer enum in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiScalar<Level>]
public readonly record struct Level(long Value) : IApiScalar<Level>
{
    private static readonly JsonNumericEnum<long, Int64Json> Known = new(1, 2, 3);

    public bool IsKnown => Known.Contains(Value);

    public static Level ReadJson(ref ApiJsonReader reader) => new(Known.Read(ref reader));

    public static void WriteJson(Utf8JsonWriter writer, Level value) => writer.WriteNumberValue(value.Value);

    public static string Format(Level value) => value.Value.ToString(CultureInfo.InvariantCulture);
}
