using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Request bodies are written into a rented array, by a writer that is used again.</summary>
public sealed class BufferTests
{
    [Fact]
    public void Bodies_of_any_size_are_written_whole()
    {
        foreach (int length in (int[])[0, 1, 1000, 1024, 5000, 300_000])
        {
            string text = new('é', length);
            using var buffer = new PooledBufferWriter(16);

            ApiJsonBody.Write<string, StringJson>(buffer, text);

            Assert.Equal($"\"{text}\"", Encoding.UTF8.GetString(buffer.Written.Span));
        }
    }

    [Fact]
    public void Advancing_beyond_the_rented_memory_throws()
    {
        using var buffer = new PooledBufferWriter(16);
        int available = buffer.GetSpan().Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(available + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
    }

    [Fact]
    public void Disposal_clears_the_buffer_and_may_be_repeated()
    {
        var buffer = new PooledBufferWriter();
        ApiJsonBody.Write<string, StringJson>(buffer, "tok_secret");
        ReadOnlySpan<byte> written = buffer.Written.Span;

        buffer.Dispose();
        buffer.Dispose();

        Assert.True(buffer.Written.IsEmpty);
        Assert.Equal(-1, written.IndexOf("tok_secret"u8));
    }

    [Fact]
    public void A_codec_may_write_another_body_inside()
    {
        Assert.Equal("\"[\\\"inner\\\"]\"", JsonBody.Write<string, Nesting>("inner"));
        Assert.Equal("\"[\\\"again\\\"]\"", JsonBody.Write<string, Nesting>("again"));
    }

    [Fact]
    public void A_codec_that_throws_does_not_affect_the_next_body()
    {
        var loop = new Person { Id = "1", Tags = [] };
        loop.BestFriend = loop;

        Assert.ThrowsAny<InvalidOperationException>(() => JsonBody.Write<Person, Person>(loop));
        Assert.Equal("true", JsonBody.Write<bool, BooleanJson>(true));
    }

    [Fact]
    public void Null_is_written_as_null() => Assert.Equal("null", JsonBody.Write<Person, Person>(null!));

    [Fact]
    public async Task Many_threads_write_at_once()
    {
        string[] texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(static thread => Task.Run(
            () => string.Concat(Enumerable.Range(0, 500).Select(i => JsonBody.Write<int, Int32Json>((thread * 1000) + i) + ",")))));

        for (int thread = 0; thread < texts.Length; thread++)
        {
            Assert.Equal(string.Concat(Enumerable.Range(0, 500).Select(i => $"{(thread * 1000) + i},")), texts[thread]);
        }
    }

    private readonly struct Nesting : IApiJson<string>
    {
        public static string ReadJson(ref ApiJsonReader reader) => StringJson.ReadJson(ref reader);

        public static void WriteJson(Utf8JsonWriter writer, string value) =>
            writer.WriteStringValue(JsonBody.Write<IReadOnlyList<string>, ListJson<string, StringJson>>([value]));
    }
}
