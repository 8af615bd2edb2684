using System.Text;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Whole bodies: what is refused, and how the refusal reads.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("{\"a\":[1,2")]
    [InlineData("")]
    [InlineData("<html>tok_secret</html>")]
    [InlineData("[1] trailing")]
    [InlineData("tok_secret")]
    public void Text_that_is_not_json_is_refused_without_repeating_it(string body)
    {
        ApiReadException exception = Assert.Throws<ApiReadException>(() => ReadElement(Encoding.UTF8.GetBytes(body)));

        Assert.Equal(ApiReadFailure.NotJson, exception.Failure);
        Assert.DoesNotContain("tok", exception.ToString(), StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public void Byte_order_mark_is_ignored() =>
        Assert.Equal(1, ApiJsonBody.Read<int, Int32Json>(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'1' }, default));

    private static void ReadElement(byte[] body) => ApiJsonBody.Read<System.Text.Json.JsonElement, ElementJson>(body, default);
}
