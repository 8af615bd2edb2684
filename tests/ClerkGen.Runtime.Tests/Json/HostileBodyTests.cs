using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Bodies that somebody damaged: each is read, or refused by the one exception that is made for it.</summary>
public sealed class HostileBodyTests
{
    private const string Whole =
        """
        {"id":"1","object":"person","note":"n\u00e9\n","age":7.0,"mood":"deep \"blue\"","metadata":{"a":[1,{"b":"\ud83d\ude00"}]},
        "tags":["x","y"],"friends":[{"id":"2","tags":[null,true]}],"best friend":null,"page":"https://a.example/b"}
        """;

    private static readonly string[] Tokens =
    [
        "null", "true", "-1", "1e400", "\"\"", "\"\\ud800\"", "{}", "[]", "{\"id\":[]}", "[[[[]]]]", "\"2021-02-03\"", "123456789012345678",
    ];

    [Fact]
    public void Cut_bodies_are_refused_at_every_byte()
    {
        byte[] body = Encoding.UTF8.GetBytes(Whole);
        for (int length = 0; length < body.Length; length++)
        {
            Assert.Throws<ApiReadException>(() => Read(body.AsMemory(0, length), strict: false));
        }
    }

    [Fact]
    public void Changed_bytes_are_read_or_refused()
    {
        byte[] original = Encoding.UTF8.GetBytes(Whole);
        var random = new Random(99);
        int refused = 0;
        for (int round = 0; round < 30_000; round++)
        {
            byte[] body = [.. original];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            refused += TryRead(body, strict: round % 2 == 0) ? 0 : 1;
        }

        Assert.InRange(refused, 1000, 29_999);
    }

    [Fact]
    public void Values_of_any_other_kind_never_lose_a_body()
    {
        string[] members = ["id", "object", "note", "age", "mood", "metadata", "tags", "friends", "best friend", "page", "other"];
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++)
        {
            IEnumerable<string> chosen = Enumerable.Range(0, random.Next(8)).Select(
                _ => $"\"{members[random.Next(members.Length)]}\":{Tokens[random.Next(Tokens.Length)]}");
            string body = "{" + string.Join(',', chosen) + "}";

            Person person = JsonBody.Read<Person, Person>(body, out _);

            // A value that was read can be sent.
            person.Id ??= "1";
            person.Tags ??= [];
            _ = JsonBody.Read<Person, Person>(JsonBody.Write<Person, Person>(person));
        }
    }

    [Theory]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(64, 0, true)]
    [InlineData(65, 0, false)]
    [InlineData(100_000, 0, false)]
    public void Depth_is_limited(int depth, int limit, bool isRead)
    {
        byte[] body = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
        var options = new JsonReadOptions { MaxDepth = limit };

        ApiReadFailure? failure = null;
        try
        {
            _ = ApiJsonBody.Read<System.Text.Json.JsonElement, ElementJson>(body, options);
        }
        catch (ApiReadException exception)
        {
            failure = exception.Failure;
        }

        Assert.Equal(isRead ? null : ApiReadFailure.TooDeep, failure);
    }

    [Fact]
    public void Recursive_types_stop_at_the_depth_limit()
    {
        string body = string.Concat(Enumerable.Repeat("""{"best friend":""", 5000)) + "null" + new string('}', 5000);

        ApiReadException exception = Assert.Throws<ApiReadException>(() => JsonBody.Read<Person, Person>(body));

        Assert.Equal(ApiReadFailure.TooDeep, exception.Failure);
    }

    [Fact]
    public void Malformed_text_is_located_by_line_and_byte()
    {
        ApiReadException exception = Assert.Throws<ApiReadException>(
            () => JsonBody.Read<Person, Person>("{\"id\":\"1\",\n \"tags\":tok_secret}"));

        Assert.Equal((1L, 9L), (exception.LineNumber, exception.BytePositionInLine));
        Assert.Equal("The body is not valid JSON (line 1, byte 9).", exception.Message);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_located_wherever_they_are()
    {
        byte[] body = [.. "{\"id\":\"1\",\n \"é\":\""u8, 0xC3, 0x28, .. "\",\"tags\":[]}"u8];

        ApiReadException exception = Assert.Throws<ApiReadException>(() => Read(body, strict: false));

        Assert.Equal((ApiReadFailure.NotUtf8, 1L, 7L), (exception.Failure, exception.LineNumber, exception.BytePositionInLine));
    }

    private static bool TryRead(byte[] body, bool strict)
    {
        try
        {
            Read(body, strict);
            return true;
        }
        catch (ApiReadException)
        {
            return false;
        }
    }

    private static void Read(ReadOnlyMemory<byte> body, bool strict) =>
        _ = ApiJsonBody.Read<Person, Person>(body, new JsonReadOptions { Strict = strict, Listener = static _ => { } });
}
