using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An open string enum in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiScalar<Mood>]
public readonly struct Mood : IApiEnum<Mood, string>
{
    private static readonly JsonStringEnum Known = new(Values.Happy, Values.Blue, Values.Ümlaut);
    private readonly string? _value;

    public Mood(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public string Value => _value ?? "";

    public bool IsKnown => Known.Contains(Value);

    public static Mood Happy => new(Values.Happy);

    public static bool operator ==(Mood left, Mood right) => left.Equals(right);

    public static bool operator !=(Mood left, Mood right) => !left.Equals(right);

    public static Mood ReadJson(ref ApiJsonReader reader) => new(Known.Read(ref reader));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Mood result)
    {
        result = s is null ? default : new(s);
        return s is not null;
    }

    public bool Equals(Mood other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is Mood other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    public static class Values
    {
        public const string Happy = "happy";
        public const string Blue = "deep \"blue\"";
        public const string Ümlaut = "über";
    }
}
