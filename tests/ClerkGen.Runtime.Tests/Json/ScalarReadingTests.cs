using System.Globalization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Each scalar codec reads values in the documented form, in another form, and malformed ones.</summary>
public sealed class ScalarReadingTests
{
    [Theory]
    [InlineData("\"\"", "", null)]
    [InlineData("\"a b\"", "a b", null)]
    [InlineData("\"\\u00e9\\n\\\"\"", "é\n\"", null)]
    [InlineData("\"é😀\"", "é😀", null)]
    [InlineData("\"\\ud83d\\ude00\"", "😀", null)]
    [InlineData("\"a\\ud83d\\n\\/\\u0041\\ude00\"", "a\uFFFD\n/A\uFFFD", "InvalidText")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\\t\\b\\f\\r\\\\\"", "\uFFFD😀\t\b\f\r\\", "InvalidText")]
    [InlineData("1.50", "1.50", "ConvertedValue")]
    [InlineData("true", "true", "ConvertedValue")]
    [InlineData("null", null, "NullValue")]
    [InlineData("{\"a\":[1]}", null, "WrongKind")]
    [InlineData("[1]", null, "WrongKind")]
    public void String(string json, string? expected, string? deviation) => Reads<string, StringJson>(json, expected, deviation);

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("false", false, null)]
    [InlineData("\"TRUE\"", true, "ConvertedValue")]
    [InlineData("\"False\"", false, "ConvertedValue")]
    [InlineData("1", true, "ConvertedValue")]
    [InlineData("\"0\"", false, "ConvertedValue")]
    [InlineData("2", false, "MalformedValue")]
    [InlineData("\"yes\"", false, "MalformedValue")]
    [InlineData("null", false, "NullValue")]
    [InlineData("[true]", false, "WrongKind")]
    public void Boolean(string json, bool expected, string? deviation) => Reads<bool, BooleanJson>(json, expected, deviation);

    [Theory]
    [InlineData("0", 0, null)]
    [InlineData("-9223372036854775808", long.MinValue, null)]
    [InlineData("9223372036854775807", long.MaxValue, null)]
    [InlineData("1.0", 1, "ConvertedValue")]
    [InlineData("1e3", 1000, "ConvertedValue")]
    [InlineData("-1.9", -1, "NumberOutOfRange")]
    [InlineData("\"42\"", 42, "ConvertedValue")]
    [InlineData("\" 42 \"", 42, "ConvertedValue")]
    [InlineData("\"4\\u0032\"", 42, "ConvertedValue")]
    [InlineData("9223372036854775808", long.MaxValue, "NumberOutOfRange")]
    [InlineData("-1e400", long.MinValue, "NumberOutOfRange")]
    [InlineData("1e99999999999999999999", long.MaxValue, "NumberOutOfRange")]
    [InlineData("123456789012345678901234567890123456789", long.MaxValue, "NumberOutOfRange")]
    [InlineData("\"NaN\"", 0, "MalformedValue")]
    [InlineData("\"1,5\"", 0, "MalformedValue")]
    [InlineData("\"12 apples\"", 0, "MalformedValue")]
    [InlineData("\"\"", 0, "MalformedValue")]
    [InlineData("true", 0, "WrongKind")]
    [InlineData("null", 0, "NullValue")]
    [InlineData("{\"a\":1}", 0, "WrongKind")]
    public void Int64(string json, long expected, string? deviation) => Reads<long, Int64Json>(json, expected, deviation);

    [Theory]
    [InlineData("2147483647", int.MaxValue, null)]
    [InlineData("2147483648", int.MaxValue, "NumberOutOfRange")]
    [InlineData("-2147483649", int.MinValue, "NumberOutOfRange")]
    [InlineData("1700690400000", int.MaxValue, "NumberOutOfRange")]
    [InlineData("\"7\"", 7, "ConvertedValue")]
    public void Int32(string json, int expected, string? deviation) => Reads<int, Int32Json>(json, expected, deviation);

    [Theory]
    [InlineData("4294967295", uint.MaxValue, null)]
    [InlineData("-1", 0, "NumberOutOfRange")]
    [InlineData("\"7\"", 7, "ConvertedValue")]
    public void UInt32(string json, uint expected, string? deviation) => Reads<uint, UInt32Json>(json, expected, deviation);

    [Theory]
    [InlineData("18446744073709551615", ulong.MaxValue, null)]
    [InlineData("18446744073709551616", ulong.MaxValue, "NumberOutOfRange")]
    [InlineData("-1", 0, "NumberOutOfRange")]
    public void UInt64(string json, ulong expected, string? deviation) => Reads<ulong, UInt64Json>(json, expected, deviation);

    [Theory]
    [InlineData("1.5", 1.5, null)]
    [InlineData("1", 1, null)]
    [InlineData("1e400", double.MaxValue, "NumberOutOfRange")]
    [InlineData("-1e400", double.MinValue, "NumberOutOfRange")]
    [InlineData("1e-400", 0, null)]
    [InlineData("\"1.5\"", 1.5, "ConvertedValue")]
    [InlineData("\"1,5\"", 0, "MalformedValue")]
    [InlineData("\"NaN\"", 0, "MalformedValue")]
    [InlineData("\"Infinity\"", double.MaxValue, "NumberOutOfRange")]
    [InlineData("null", 0, "NullValue")]
    [InlineData("[]", 0, "WrongKind")]
    public void Double(string json, double expected, string? deviation) => Reads<double, DoubleJson>(json, expected, deviation);

    [Theory]
    [InlineData("1.5", 1.5f, null)]
    [InlineData("1e39", float.MaxValue, "NumberOutOfRange")]
    [InlineData("\"1.5\"", 1.5f, "ConvertedValue")]
    public void Single(string json, float expected, string? deviation) => Reads<float, SingleJson>(json, expected, deviation);

    [Theory]
    [InlineData("1.50", "1.50", null)]
    [InlineData("\"1.50\"", "1.50", "ConvertedValue")]
    [InlineData("1e40", "79228162514264337593543950335", "NumberOutOfRange")]
    [InlineData("\"x\"", "0", "MalformedValue")]
    public void Decimal(string json, string expected, string? deviation)
    {
        decimal value = Read<decimal, DecimalJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value.ToString(CultureInfo.InvariantCulture), actual));
    }

    [Theory]
    [InlineData("\"2021-02-03T19:34:25Z\"", "2021-02-03T19:34:25.0000000+00:00", null)]
    [InlineData("\"2021-02-03T19:34:25.123456789Z\"", "2021-02-03T19:34:25.1234567+00:00", "InexactValue")]
    [InlineData("\"2021-02-03t19:34:25.5z\"", "2021-02-03T19:34:25.5000000+00:00", null)]
    [InlineData("\"2021-02-03 19:34:25+05:30\"", "2021-02-03T19:34:25.0000000+05:30", null)]
    [InlineData("\"2021-02-03T19:34:25-00:00\"", "2021-02-03T19:34:25.0000000+00:00", null)]
    [InlineData("\"2016-12-31T23:59:60Z\"", "2017-01-01T00:00:00.0000000+00:00", "InexactValue")]
    [InlineData("\"2021-02-03T19:34:25+23:00\"", "2021-02-02T20:34:25.0000000+00:00", "InexactValue")]
    [InlineData("\"2021-02-03T19:34:25\"", "2021-02-03T19:34:25.0000000+00:00", "ConvertedValue")]
    [InlineData("\"2021-02-03T19:34Z\"", "2021-02-03T19:34:00.0000000+00:00", "ConvertedValue")]
    [InlineData("\"2021-02-03T19:34:25+0530\"", "2021-02-03T19:34:25.0000000+05:30", "ConvertedValue")]
    [InlineData("\"2021-02-03T19:34:25-08\"", "2021-02-03T19:34:25.0000000-08:00", "ConvertedValue")]
    [InlineData("\"2021-02-03\"", "2021-02-03T00:00:00.0000000+00:00", "ConvertedValue")]
    [InlineData("\"2021-02-0\\u0033\"", "2021-02-03T00:00:00.0000000+00:00", "ConvertedValue")]
    [InlineData("1612380865", "2021-02-03T19:34:25.0000000+00:00", "ConvertedValue")]
    [InlineData("1612380865123", "2021-02-03T19:34:25.1230000+00:00", "ConvertedValue")]
    [InlineData("\"1612380865.5\"", "2021-02-03T19:34:25.5000000+00:00", "ConvertedValue")]
    [InlineData("\"2021-02-30T00:00:00Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-13-01T00:00:00Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"0000-01-01T00:00:00Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"9999-12-31T23:59:59-01:00\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03T24:00:00Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03T19:34:25.Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03T19:34:25X\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03T19:34:25+1:00\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03T19:34:25+01:75\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"2021-02-03x19:34:25Z\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("\"yesterday\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("null", "0001-01-01T00:00:00.0000000+00:00", "NullValue")]
    [InlineData("{}", "0001-01-01T00:00:00.0000000+00:00", "WrongKind")]
    public void DateTimeOffset(string json, string expected, string? deviation)
    {
        DateTimeOffset value = Read<DateTimeOffset, DateTimeOffsetJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value.ToString("O", CultureInfo.InvariantCulture), actual));
    }

    [Theory]
    [InlineData("\"2021-02-03\"", "2021-02-03", null)]
    [InlineData("\"2021-02-03T23:30:00-05:00\"", "2021-02-03", "InexactValue")]
    [InlineData("\"2021-02-03T00:00:00Z\"", "2021-02-03", "ConvertedValue")]
    [InlineData("\"2021-02-29\"", "0001-01-01", "MalformedValue")]
    [InlineData("\"2021-2-3\"", "0001-01-01", "MalformedValue")]
    [InlineData("20210203", "0001-01-01", "MalformedValue")]
    public void DateOnly(string json, string expected, string? deviation) =>
        Assert.Equal((expected, deviation), (DateOnlyJson.Format(Read<DateOnly, DateOnlyJson>(json, out string? actual)), actual));

    [Theory]
    [InlineData("\"19:34:25\"", "19:34:25", null)]
    [InlineData("\"19:34:25.25\"", "19:34:25.25", null)]
    [InlineData("\"19:34:25Z\"", "19:34:25", "InexactValue")]
    [InlineData("\"19:34\"", "19:34:00", "ConvertedValue")]
    [InlineData("\"25:00:00\"", "00:00:00", "MalformedValue")]
    [InlineData("\"noon\"", "00:00:00", "MalformedValue")]
    public void TimeOnly(string json, string expected, string? deviation) =>
        Assert.Equal((expected, deviation), (TimeOnlyJson.Format(Read<TimeOnly, TimeOnlyJson>(json, out string? actual)), actual));

    [Theory]
    [InlineData("\"PT1H30M\"", "01:30:00", null)]
    [InlineData("\"P1Y2M3DT4H5M6.5S\"", "428.04:05:06.5000000", "InexactValue")]
    [InlineData("\"P2W\"", "14.00:00:00", null)]
    [InlineData("\"-PT0,5S\"", "-00:00:00.5000000", null)]
    [InlineData("\"PT0S\"", "00:00:00", null)]
    [InlineData("90", "00:01:30", "ConvertedValue")]
    [InlineData("\"1.5\"", "00:00:01.5000000", "ConvertedValue")]
    [InlineData("\"1.02:03:04\"", "1.02:03:04", "ConvertedValue")]
    [InlineData("\"P\"", "00:00:00", "MalformedValue")]
    [InlineData("\"PT\"", "00:00:00", "MalformedValue")]
    [InlineData("\"P1DT\"", "00:00:00", "MalformedValue")]
    [InlineData("\"PT1M1H\"", "00:00:00", "MalformedValue")]
    [InlineData("\"P1H\"", "00:00:00", "MalformedValue")]
    [InlineData("\"PTS\"", "00:00:00", "MalformedValue")]
    [InlineData("\"P1\"", "00:00:00", "MalformedValue")]
    [InlineData("\"P99999999Y\"", "10675199.02:48:05.4775807", "InexactValue")]
    [InlineData("\"P1.1.1D\"", "00:00:00", "MalformedValue")]
    [InlineData("1e25", "00:00:00", "MalformedValue")]
    public void Duration(string json, string expected, string? deviation)
    {
        TimeSpan value = Read<TimeSpan, DurationJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value.ToString("c", CultureInfo.InvariantCulture), actual));
    }

    [Theory]
    [InlineData("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "0f8fad5b-d9cb-469f-a165-70867728950e", null)]
    [InlineData("\"0F8FAD5BD9CB469FA16570867728950E\"", "0f8fad5b-d9cb-469f-a165-70867728950e", "ConvertedValue")]
    [InlineData("\"user_1\"", "00000000-0000-0000-0000-000000000000", "MalformedValue")]
    [InlineData("null", "00000000-0000-0000-0000-000000000000", "NullValue")]
    public void Guid(string json, string expected, string? deviation) =>
        Assert.Equal((expected, deviation), (GuidJson.Format(Read<Guid, GuidJson>(json, out string? actual)), actual));

    [Theory]
    [InlineData("\"https://a.example/ä?b=c#d\"", "https://a.example/ä?b=c#d", null)]
    [InlineData("\"HTTP://A.example\"", "HTTP://A.example", null)]
    [InlineData("\"relative/path\"", "relative/path", null)]
    [InlineData("\"\"", "", null)]
    [InlineData("\"http://[broken\"", "http://[broken", "MalformedValue")]
    [InlineData("\"https://\"", "https://", "MalformedValue")]
    public void Uri_is_sent_back_as_it_was_read(string json, string expected, string? deviation)
    {
        Uri value = Read<Uri, UriJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (UriJson.Format(value), actual));
        Assert.Equal($"\"{expected}\"", JsonBody.Write<Uri, UriJson>(value));
        Assert.Equal(expected, System.Uri.UnescapeDataString(value.OriginalString));
    }

    [Theory]
    [InlineData("\"AQID\"", "AQID", null)]
    [InlineData("\"-_8=\"", "+/8=", "ConvertedValue")]
    [InlineData("\"AQI\"", "AQI=", "ConvertedValue")]
    [InlineData("\"AQ\\nID\"", "AQID", null)]
    [InlineData("\"A\"", "", "MalformedValue")]
    [InlineData("\"?\"", "", "MalformedValue")]
    [InlineData("{}", "", "WrongKind")]
    public void Bytes(string json, string expected, string? deviation) =>
        Assert.Equal((expected, deviation), (BytesJson.Format(Read<byte[], BytesJson>(json, out string? actual)), actual));

    [Fact]
    public void Bytes_that_are_null_stay_null() => Assert.Null(Read<byte[], BytesJson>("null", out _));

    [Theory]
    [InlineData("1612380865123", "2021-02-03T19:34:25.1230000+00:00", null)]
    [InlineData("1612380865123.5", "2021-02-03T19:34:25.1235000+00:00", null)]
    [InlineData("1.612380865123e12", "2021-02-03T19:34:25.1230000+00:00", null)]
    [InlineData("-1", "1969-12-31T23:59:59.9990000+00:00", null)]
    [InlineData("\"1612380865123\"", "2021-02-03T19:34:25.1230000+00:00", "ConvertedValue")]
    [InlineData("\"2021-02-03T19:34:25.123Z\"", "2021-02-03T19:34:25.1230000+00:00", "ConvertedValue")]
    [InlineData("9223372036854775807", "9999-12-31T23:59:59.9999999+00:00", "NumberOutOfRange")]
    [InlineData("-9223372036854775808", "0001-01-01T00:00:00.0000000+00:00", "NumberOutOfRange")]
    [InlineData("1e300", "9999-12-31T23:59:59.9999999+00:00", "NumberOutOfRange")]
    [InlineData("\"soon\"", "0001-01-01T00:00:00.0000000+00:00", "MalformedValue")]
    [InlineData("null", "0001-01-01T00:00:00.0000000+00:00", "NullValue")]
    public void UnixMilliseconds(string json, string expected, string? deviation)
    {
        DateTimeOffset value = Read<DateTimeOffset, UnixMillisecondsJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value.ToString("O", CultureInfo.InvariantCulture), actual));
    }

    [Theory]
    [InlineData("1612380865", "2021-02-03T19:34:25.0000000+00:00", null)]
    [InlineData("1612380865.25", "2021-02-03T19:34:25.2500000+00:00", null)]
    public void UnixSeconds(string json, string expected, string? deviation)
    {
        DateTimeOffset value = Read<DateTimeOffset, UnixSecondsJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value.ToString("O", CultureInfo.InvariantCulture), actual));
    }

    private static void Reads<T, TJson>(string json, T? expected, string? deviation)
        where TJson : IApiJson<T>
    {
        T value = Read<T, TJson>(json, out string? actual);

        Assert.Equal((expected, deviation), (value, actual));
    }

    // Inside a list: a body that is nothing but a value of the wrong kind is an error.
    private static T Read<T, TJson>(string json, out string? deviation)
        where TJson : IApiJson<T>
    {
        IReadOnlyList<T> values = JsonBody.Read<IReadOnlyList<T>, ListJson<T, TJson>>($"[{json}]", out string[] deviations);
        deviation = deviations.SingleOrDefault()?.Replace(" $[0]", "", StringComparison.Ordinal);
        return Assert.Single(values);
    }
}
