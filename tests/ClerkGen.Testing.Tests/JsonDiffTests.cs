using System.Text.Json.Nodes;

namespace ClerkGen.Testing.Tests;

public sealed class JsonDiffTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1.0,null]}""", """{"b":[1,null],"a":1e0}""")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("1.10", "1.1")]
    [InlineData("1E21", "1000000000000000000000")]
    [InlineData("0.1", "0.1")]
    public void Equal_values_have_no_difference(string expected, string actual) => Assert.Empty(JsonDiff.Compare(expected, actual));

    [Theory]
    [InlineData("2024-02-29T07:08:09Z", "2024-02-29T07:08:09+00:00", true)]
    [InlineData("2024-02-29T07:08:09.500Z", "2024-02-29T07:08:09.5+00:00", true)]
    [InlineData("2024-02-29T07:08:09Z", "2024-02-29T09:08:09+02:00", false)]
    [InlineData("2024-02-29T07:08:09Z", "2024-02-29T07:08:10Z", false)]
    [InlineData("a", "b", false)]
    public void Instants_are_compared_by_value_on_request(string expected, string actual, bool equal)
    {
        JsonNode expectedNode = JsonValue.Create(expected);

        Assert.Equal(equal, JsonDiff.Compare(expectedNode, JsonValue.Create(actual), TextEquality.Instants).Count == 0);
        Assert.NotEmpty(JsonDiff.Compare(expectedNode, JsonValue.Create(actual)));
    }

    [Theory]
    [InlineData("""{"a":null}""", """{}""", "/a: expected null, got nothing")]
    [InlineData("""{}""", """{"a":null}""", "/a: expected nothing, got null")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "/a/1: expected 2, got nothing")]
    [InlineData("""{"a/b~c":"x"}""", """{"a/b~c":"y"}""", "/a~1b~0c: expected \"x\", got \"y\"")]
    [InlineData("9223372036854775807", "9223372036854775806", ": expected 9223372036854775807, got 9223372036854775806")]
    [InlineData("\"1\"", "1", ": expected \"1\", got 1")]
    [InlineData("false", "null", ": expected false, got null")]
    public void Each_difference_is_reported_at_its_pointer(string expected, string actual, string difference) =>
        Assert.Equal(difference, Assert.Single(JsonDiff.Compare(expected, actual)).ToString());
}
