using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An open integer enum in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiScalar<Level>]
public readonly record struct Level(long Value) : IApiEnum<Level, long>
{
    private static readonly JsonNumericEnum<long, Int64Json> Known = new(1, 2, 3);

    public bool IsKnown => Known.Contains(Value);

    public static Level ReadJson(ref ApiJsonReader reader) => new(Known.Read(ref reader));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Level result)
    {
        bool isNumber = long.TryParse(s, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value);
        result = new(value);
        return isNumber;
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
