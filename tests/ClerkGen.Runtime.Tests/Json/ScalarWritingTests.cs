using System.Globalization;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Scalar codecs write JSON and text under any culture, which is read back to the same value.</summary>
public sealed class ScalarWritingTests
{
    private static readonly string[] Cultures = ["", "tr-TR", "fi-FI", "ar-SA", "de-CH"];

    public static TheoryData<string> AllCultures => [.. Cultures];

    [Theory]
    [MemberData(nameof(AllCultures))]
    public void Values_keep_their_form_under_any_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Writes<string, StringJson>("aİ\"<é\n", "\"aİ\\\"<é\\n\"", "aİ\"<é\n");
            Writes<bool, BooleanJson>(true, "true", "true");
            Writes<int, Int32Json>(-1234567, "-1234567", "-1234567");
            Writes<long, Int64Json>(long.MinValue, "-9223372036854775808", "-9223372036854775808");
            Writes<uint, UInt32Json>(uint.MaxValue, "4294967295", "4294967295");
            Writes<ulong, UInt64Json>(ulong.MaxValue, "18446744073709551615", "18446744073709551615");
            Writes<float, SingleJson>(0.1f, "0.1", "0.1");
            Writes<double, DoubleJson>(-1.5e-7, "-1.5E-07", "-1.5E-07");
            Writes<decimal, DecimalJson>(1234.50m, "1234.50", "1234.50");
            Writes<DateTimeOffset, DateTimeOffsetJson>(
                new DateTimeOffset(2021, 2, 3, 4, 5, 6, 700, TimeSpan.Zero), "\"2021-02-03T04:05:06.7Z\"", "2021-02-03T04:05:06.7Z");
            Writes<DateTimeOffset, DateTimeOffsetJson>(
                new DateTimeOffset(2021, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3.5)),
                "\"2021-02-03T04:05:06-03:30\"",
                "2021-02-03T04:05:06-03:30");
            Writes<DateTimeOffset, UnixMillisecondsJson>(DateTimeOffset.UnixEpoch.AddMilliseconds(-1.5), "-1.5", "-1.5");
            Writes<DateTimeOffset, UnixMillisecondsJson>(DateTimeOffset.UnixEpoch.AddMilliseconds(1000), "1000", "1000");
            Writes<DateTimeOffset, UnixSecondsJson>(DateTimeOffset.UnixEpoch.AddSeconds(2.25), "2.25", "2.25");
            Writes<DateOnly, DateOnlyJson>(new DateOnly(987, 6, 5), "\"0987-06-05\"", "0987-06-05");
            Writes<TimeOnly, TimeOnlyJson>(new TimeOnly(1, 2, 3, 450), "\"01:02:03.45\"", "01:02:03.45");
            Writes<TimeSpan, DurationJson>(new TimeSpan(1, 2, 3, 4, 500), "\"P1DT2H3M4.5S\"", "P1DT2H3M4.5S");
            Writes<TimeSpan, DurationJson>(TimeSpan.Zero, "\"PT0S\"", "PT0S");
            Writes<TimeSpan, DurationJson>(TimeSpan.FromDays(-30), "\"-P30D\"", "-P30D");
            Writes<TimeSpan, DurationJson>(TimeSpan.MaxValue, "\"P10675199DT2H48M5.4775807S\"", "P10675199DT2H48M5.4775807S");
            Writes<Guid, GuidJson>(
                new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
                "\"0f8fad5b-d9cb-469f-a165-70867728950e\"",
                "0f8fad5b-d9cb-469f-a165-70867728950e");
            Writes<Uri, UriJson>(new Uri("a b?c=ı", UriKind.Relative), "\"a b?c=ı\"", "a b?c=ı");
            Writes<byte[], BytesJson>([1, 2, 255], "\"AQL/\"", "AQL/");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Extreme_values_are_read_back_unchanged()
    {
        Survives<double, DoubleJson>([double.MaxValue, double.MinValue, double.Epsilon, 0.1 + 0.2, -0.0]);
        Survives<float, SingleJson>([float.MaxValue, float.MinValue, float.Epsilon, 0.1f + 0.2f]);
        Survives<decimal, DecimalJson>([decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m]);
        Survives<long, Int64Json>([long.MaxValue, long.MinValue]);
        Survives<DateTimeOffset, DateTimeOffsetJson>(
            [DateTimeOffset.MaxValue, DateTimeOffset.MinValue, new(2000, 2, 29, 23, 59, 59, TimeSpan.FromHours(14))]);
        Survives<DateTimeOffset, UnixMillisecondsJson>(
            [DateTimeOffset.MaxValue, DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch.AddTicks(1)]);
        Survives<DateTimeOffset, UnixSecondsJson>(
            [DateTimeOffset.MaxValue, DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch.AddTicks(-1)]);
        Survives<DateOnly, DateOnlyJson>([DateOnly.MaxValue, DateOnly.MinValue]);
        Survives<TimeOnly, TimeOnlyJson>([TimeOnly.MaxValue, TimeOnly.MinValue]);
        Survives<TimeSpan, DurationJson>(
            [TimeSpan.MaxValue, TimeSpan.MinValue + TimeSpan.FromTicks(1), TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1)]);
    }

    [Fact]
    public void Random_values_are_read_back_unchanged()
    {
        var random = new Random(4711);
        for (int round = 0; round < 2000; round++)
        {
            long bits = random.NextInt64(long.MinValue, long.MaxValue);
            double number = BitConverter.Int64BitsToDouble(bits);
            Survives<long, Int64Json>([bits]);
            Survives<double, DoubleJson>([double.IsFinite(number) ? number : 0]);
            Survives<TimeSpan, DurationJson>([new TimeSpan(bits)]);
            var moment = new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero);
            Survives<DateTimeOffset, UnixMillisecondsJson>([moment]);
            Survives<DateTimeOffset, UnixSecondsJson>([moment]);
            Survives<DateTimeOffset, DateTimeOffsetJson>([moment]);
        }
    }

    [Fact]
    public void Number_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => JsonBody.Write<double, DoubleJson>(double.NaN));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("\"a\uFFFDb\"", JsonBody.Write<string, StringJson>("a\ud800b").Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));

    [Fact]
    public void Undefined_element_is_written_as_null() => Assert.Equal("null", JsonBody.Write<JsonElement, ElementJson>(default));

    [Fact]
    public void Null_items_are_written_as_null()
    {
        Assert.Equal("[1,null]", JsonBody.Write<IReadOnlyList<int?>, ListJson<int?, NullableJson<int, Int32Json>>>([1, null]));
        Assert.Equal("[\"a\",null]", JsonBody.Write<IReadOnlyList<string>, ListJson<string, StringJson>>(["a", null!]));
        Assert.Equal(
            """{"a":1,"b":null}""",
            JsonBody.Write<IReadOnlyDictionary<string, int?>, MapJson<int?, NullableJson<int, Int32Json>>>(
                new Dictionary<string, int?> { ["a"] = 1, ["b"] = null }));
    }

    private static void Writes<T, TJson>(T value, string json, string text)
        where TJson : IApiScalar<T>
    {
        Assert.Equal(json, JsonBody.Write<T, TJson>(value));
        Assert.Equal(text, TJson.Format(value));
        Survives<T, TJson>([value]);
    }

    private static void Survives<T, TJson>(T[] values)
        where TJson : IApiScalar<T>
    {
        foreach (T value in values)
        {
            Assert.Equal(value, JsonBody.ReadStrictly<T, TJson>(JsonBody.Write<T, TJson>(value)));
        }
    }
}
