using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Open enums: known values cost no string, unknown ones are kept and sent back.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData("\"happy\"", "happy", true, null)]
    [InlineData("\"deep \\\"blue\\\"\"", "deep \"blue\"", true, null)]
    [InlineData("\"über\"", "über", true, null)]
    [InlineData("\"\\u00fcber\"", "über", true, null)]
    [InlineData("\"HAPPY\"", "HAPPY", false, "UnknownEnumValue $[0]")]
    [InlineData("\"happ\"", "happ", false, "UnknownEnumValue $[0]")]
    [InlineData("\"happyy\"", "happyy", false, "UnknownEnumValue $[0]")]
    [InlineData("\"\"", "", false, "UnknownEnumValue $[0]")]
    [InlineData("null", "", false, "NullValue $[0]")]
    [InlineData("[\"happy\"]", "", false, "WrongKind $[0]")]
    public void String_enum(string json, string value, bool isKnown, string? deviation)
    {
        Mood mood = Assert.Single(JsonBody.Read<IReadOnlyList<Mood>, ListJson<Mood, Mood>>($"[{json}]", out string[] deviations));

        Assert.Equal((value, isKnown), (mood.Value, mood.IsKnown));
        Assert.Equal(deviation, deviations.SingleOrDefault());
    }

    [Fact]
    public void Known_values_are_the_strings_that_are_already_there() =>
        Assert.Same(Mood.Values.Happy, JsonBody.Read<Mood, Mood>("\"happy\"").Value);

    [Fact]
    public void Number_for_a_string_enum_is_kept_as_text()
    {
        Mood mood = JsonBody.Read<Mood, Mood>("7", out string[] deviations);

        Assert.Equal("7", mood.Value);
        Assert.Equal(["ConvertedValue $", "UnknownEnumValue $"], deviations);
    }

    [Fact]
    public void Every_value_of_a_large_enum_is_found()
    {
        string[] values = [.. Enumerable.Range(0, 300).Select(static i => $"event.kind_{i * 7919 % 1000}.done")];
        var known = new JsonStringEnum(values);
        foreach (string value in values)
        {
            var reader = new ApiJsonReader(System.Text.Encoding.UTF8.GetBytes($"\"{value}\""), new JsonReadOptions { Strict = true });
            reader.Json.Read();

            Assert.Same(value, known.Read(ref reader));
            Assert.True(known.Contains(new string(value)));
            Assert.False(known.Contains(value + "x"));
        }
    }

    [Theory]
    [InlineData("2", 2, true, null)]
    [InlineData("9", 9, false, "UnknownEnumValue $")]
    [InlineData("\"3\"", 3, true, "ConvertedValue $")]
    public void Integer_enum(string json, long value, bool isKnown, string? deviation)
    {
        Level level = JsonBody.Read<Level, Level>(json, out string[] deviations);

        Assert.Equal((value, isKnown), (level.Value, level.IsKnown));
        Assert.Equal(deviation, deviations.SingleOrDefault());
    }

    [Theory]
    [InlineData("0.5", 0.5, true, null)]
    [InlineData("1", 1, true, null)]
    [InlineData("0.75", 0.75, false, "UnknownEnumValue $")]
    public void Number_enum(string json, double value, bool isKnown, string? deviation)
    {
        Ratio ratio = JsonBody.Read<Ratio, Ratio>(json, out string[] deviations);

        Assert.Equal((value, isKnown), (ratio.Value, ratio.IsKnown));
        Assert.Equal(deviation, deviations.SingleOrDefault());
    }
}
