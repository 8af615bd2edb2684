using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An open number enum in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiScalar<Ratio>]
public readonly record struct Ratio(double Value) : IApiScalar<Ratio>
{
    private static readonly JsonNumericEnum<double, DoubleJson> Known = new(0.5, 1);

    public bool IsKnown => Known.Contains(Value);

    public static Ratio ReadJson(ref ApiJsonReader reader) => new(Known.Read(ref reader));

    public static void WriteJson(Utf8JsonWriter writer, Ratio value) => writer.WriteNumberValue(value.Value);

    public static string Format(Ratio value) => value.Value.ToString("R", CultureInfo.InvariantCulture);
}
