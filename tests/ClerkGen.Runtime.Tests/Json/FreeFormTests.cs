using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Free-form members: bytes until somebody looks, an element that outlives the response, and the same text back.</summary>
public sealed class FreeFormTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    [Theory]
    [InlineData("""{"a":[1,{"b":null}]}""")]
    [InlineData("[]")]
    [InlineData("1.50")]
    [InlineData("-1e400")]
    [InlineData("\"\\ud800 \\u00e9\"")]
    [InlineData("true")]
    [InlineData("""{ "b" : 1 , "b" : 2 }""")]
    public void Value_is_kept_as_it_was_written(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"metadata":{{json}} ,"id":"1","tags":[]}""");
        Person person = ApiJsonBody.Read<Person, Person>(body, default);
        body.AsSpan().Clear();

        Assert.IsType<byte[]>(person.MetadataField);
        Assert.Contains($"\"metadata\":{json}", JsonBody.Write<Person, Person>(person), StringComparison.Ordinal);
        Assert.Equal(json, person.Metadata!.Value.GetRawText());
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[\"\\uD83D\",{\"a\":[\"\\udfff\"]}]")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"\\\\ud800\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("{\"\\ud800a\":{\"b\":\"\\udfff\"}}")]
    [InlineData("\"\\u0000\\ud800\\u2028\"")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("1E+2")]
    [InlineData("123456789012345678901234567890.10")]
    [InlineData("{\"a\":\"\\ud800\",\"a\":2}")]
    [InlineData("{\"\":{\"\":[\"\\udc00\"]}}")]
    public void A_parsed_value_is_written_again_with_half_a_surrogate_pair(string json)
    {
        Person person = JsonBody.Read<Person, Person>($$"""{"id":"1","tags":[],"metadata":{{json}}}""");

        JsonElement looked = person.Metadata!.Value;

        Assert.IsType<JsonElement>(person.MetadataField);
        Assert.Contains($"\"metadata\":{json}", JsonBody.Write<Person, Person>(person), StringComparison.Ordinal);
        Assert.Equal(json, JsonBody.Write<JsonElement, ElementJson>(looked));
        Assert.Contains(json.Contains('{', StringComparison.Ordinal) ? "metadata" : json, JsonSerializer.Serialize(person, Indented), StringComparison.Ordinal);
    }

    [Fact]
    public void Element_is_parsed_once()
    {
        Person person = JsonBody.Read<Person, Person>("""{"id":"1","tags":[],"metadata":{"a":1}}""");

        _ = person.Metadata;
        object? parsed = person.MetadataField;

        Assert.IsType<JsonElement>(parsed);
        _ = person.Metadata;
        Assert.Same(parsed, person.MetadataField);
        Assert.Equal("""{"id":"1","metadata":{"a":1},"tags":[]}""", JsonBody.Write<Person, Person>(person));
    }

    [Fact]
    public void Empty_objects_share_their_bytes_and_their_element()
    {
        Person one = JsonBody.Read<Person, Person>("""{"id":"1","tags":[],"metadata":{}}""");
        Person two = JsonBody.Read<Person, Person>("""{"id":"2","tags":[],"metadata":{}}""");

        Assert.Same(one.MetadataField, two.MetadataField);
        Assert.Equal(JsonValueKind.Object, one.Metadata!.Value.ValueKind);
        _ = two.Metadata;
        Assert.Same(one.MetadataField, two.MetadataField);
        Assert.Equal("""{"id":"1","metadata":{},"tags":[]}""", JsonBody.Write<Person, Person>(one));
    }

    [Fact]
    public void Null_is_not_an_element()
    {
        Person person = JsonBody.Read<Person, Person>("""{"id":"1","tags":[],"metadata":null}""");

        Assert.Null(person.Metadata);
        Assert.Equal(JsonValueKind.Undefined, LazyElement.GetRequired(ref Field()).ValueKind);
    }

    [Fact]
    public void Element_that_was_set_is_written()
    {
        using JsonDocument document = JsonDocument.Parse("""{ "plan" : "pro" }""");
        var person = new Person { Id = "1", Tags = [], Metadata = document.RootElement };

        Assert.Equal("""{"id":"1","object":"person","metadata":{"plan":"pro"},"tags":[]}""", JsonBody.Write<Person, Person>(person));
        person.Metadata = default(JsonElement);
        Assert.Null(person.Metadata);
        Assert.Equal("""{"id":"1","object":"person","tags":[]}""", JsonBody.Write<Person, Person>(person));
    }

    [Fact]
    public void An_assigned_null_is_written_if_the_member_tracks_it()
    {
        Assert.Equal("{}", Write(static writer => LazyElement.Tracked(writer, "a"u8, null, isSet: false)));
        Assert.Equal("""{"a":null}""", Write(static writer => LazyElement.Tracked(writer, "a"u8, null, isSet: true)));
        Assert.Equal("""{"a":null}""", Write(static writer => LazyElement.Required(writer, "a"u8, null)));
        Assert.Equal("""{"a":[]}""", Write(static writer => LazyElement.Tracked(writer, "a"u8, "[]"u8.ToArray(), isSet: false)));
    }

    [Fact]
    public void Indented_output_is_indented_throughout()
    {
        Person person = JsonBody.Read<Person, Person>("""{"id":"1","tags":[],"metadata":{"a":[1]}}""");

        string text = JsonSerializer.Serialize(person, Indented);

        Assert.Contains("\"metadata\": {\n    \"a\": [\n      1\n    ]\n  }", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_threads_may_look_at_once()
    {
        for (int round = 0; round < 200; round++)
        {
            Person person = JsonBody.Read<Person, Person>("""{"id":"1","tags":[],"metadata":{"a":1}}""");

            string[] texts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => person.Metadata!.Value.GetRawText())));

            Assert.All(texts, static text => Assert.Equal("""{"a":1}""", text));
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static ref object? Field()
    {
        object?[] fields = [null];
        return ref fields[0];
    }
}
