using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData(@"^-?(?:0|[1-9]\d*)$", true)]
    [InlineData(@"^(0|[1-9][0-9]*)$", true)]
    [InlineData(@"^[-+]?[0-9]+$", true)]
    [InlineData(@"^\d{1,10}$", true)]
    [InlineData(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?$", false)]
    [InlineData(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$", false)]
    [InlineData(@"^-?\d{0,8}(?:\.\d{0,2})?$", false)]
    [InlineData(@"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$", false)]
    [InlineData(@"^(?!^[-+.]*$)[+-]?0*(?:\d{0,13}|(?=[\d.]{1,16}0*$)\d{0,13}\.\d{0,2}0*$)", false)]
    [InlineData(@"^[+-]?(\d+(\.\d*)?|\.\d+)$", false)]
    public void Numeric_patterns_are_recognised(string pattern, bool isInteger)
    {
        Assert.True(NumberPatterns.AreNumbers(pattern, out bool found));
        Assert.Equal(isInteger, found);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("^$")]
    [InlineData(@"\d+")]
    [InlineData(@"^\d+")]
    [InlineData(@"\d+$")]
    [InlineData(@"^[a-z]+$")]
    [InlineData(@"^\d{4}-\d{2}-\d{2}$")]
    [InlineData(@"^\d+\.\d+\.\d+$")]
    [InlineData(@"^\d+|[a-z]$")]
    [InlineData(@"^.{1,5}$")]
    [InlineData(@"^(?:\d+,)*\d+$")]
    [InlineData(@"^\d+%$")]
    [InlineData(@"^[^a]$")]
    [InlineData(@"^[0-z]$")]
    [InlineData(@"^\w+$")]
    [InlineData(@"^\$\{.*\}$")]
    [InlineData(@"^[0-9$")]
    [InlineData(@"^(\d+$")]
    [InlineData(@"^\d{2$")]
    [InlineData(@"^-?(\d{1,8}\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$")]
    [InlineData(@"^(?<year>\d+)$")]
    public void Other_patterns_are_not(string? pattern) => Assert.False(NumberPatterns.AreNumbers(pattern, out _));

    [Fact]
    public void A_pattern_with_too_many_branches_is_abandoned()
    {
        string pattern = "^" + string.Concat(Enumerable.Repeat("(", 90)) + "\\d" + string.Concat(Enumerable.Repeat("*)*", 90)) + "$";
        Assert.False(NumberPatterns.AreNumbers(pattern, out _));
    }

    [Theory]
    [InlineData(@"^\d{4,10}$", false)]
    [InlineData(@"^(?!^[-+.]*$)[+-]?0*\d*\.?\d{0,2}0*$", true)]
    public void Only_decimals_of_pydantic_are_recognised_by_their_pattern_alone(string pattern, bool isDecimal) =>
        Assert.Equal(isDecimal, NumberPatterns.IsDecimalOfPydantic(pattern));
}
