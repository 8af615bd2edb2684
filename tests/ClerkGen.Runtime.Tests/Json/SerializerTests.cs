using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Emitted types in a user's own <see cref="JsonSerializer"/> calls.</summary>
public sealed class SerializerTests
{
    private const string Ada =
        """{"id":"1","note":null,"mood":"happy","metadata":{"a":[1]},"tags":["x"],"best friend":{"id":"2","tags":[]}}""";

    // Nothing else than the resolver is asked: what it does not know fails, as it would without reflection.
    private static readonly JsonSerializerOptions OnlyResolver = new() { TypeInfoResolver = ApiJsonTypeInfoResolver.Default };

    public static TheoryData<JsonSerializerOptions> AllOptions => [JsonSerializerOptions.Default, OnlyResolver];

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Object_is_read_and_written(JsonSerializerOptions options)
    {
        Person person = JsonSerializer.Deserialize<Person>(Ada, options)!;

        Assert.Equal(1, person.Metadata!.Value.GetProperty("a")[0].GetInt32());
        Assert.Equal(Ada, JsonSerializer.Serialize(person, options));
        Assert.Null(JsonSerializer.Deserialize<Person>("null", options));
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Collections_are_read_and_written(JsonSerializerOptions options)
    {
        const string list = """[{"name":"a"},null]""";
        const string map = """{"k":{"name":"a"}}""";

        Assert.Equal(list, Again<Labels?[]>(list, options));
        Assert.Equal(list, Again<List<Labels?>>(list, options));
        Assert.Equal(list, Again<IReadOnlyList<Labels?>>(list, options));
        Assert.Equal(list, Again<IEnumerable<Labels?>>(list, options));
        Assert.Equal(map, Again<Dictionary<string, Labels>>(map, options));
        Assert.Equal(map, Again<IReadOnlyDictionary<string, Labels>>(map, options));
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Structs_are_read_and_written(JsonSerializerOptions options)
    {
        Assert.Equal("\"odd\"", Again<Mood>("\"odd\"", options));
        Assert.Equal("\"happy\"", Again<Mood?>("\"happy\"", options));
        Assert.Equal("null", Again<Mood?>("null", options));
        Assert.Equal("[\"happy\",\"odd\"]", Again<List<Mood>>("[\"happy\",\"odd\"]", options));
        Assert.Equal("{\"k\":2}", Again<Dictionary<string, Level>>("{\"k\":2}", options));
        Assert.Equal("0.5", Again<Ratio>("0.5", options));
    }

    [Fact]
    public void Structs_are_keys_of_dictionaries()
    {
        const string moods = """{"happy":1,"o\u0022d":2}""";

        Assert.Equal(moods, Again<Dictionary<Mood, int>>(moods, JsonSerializerOptions.Default));
        Assert.Equal("""{"2":"b"}""", Again<Dictionary<Level, string>>("""{"2":"b"}""", JsonSerializerOptions.Default));
    }

    [Fact]
    public async Task Sequence_is_streamed()
    {
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, Sequence(), OnlyResolver);

        Assert.Equal("""[{"name":"a"},{"name":"b"}]""", Encoding.UTF8.GetString(stream.ToArray()));

        stream.Position = 0;
        var names = new List<string?>();
        await foreach (Labels? labels in JsonSerializer.DeserializeAsyncEnumerable<Labels>(stream, OnlyResolver))
        {
            names.Add(labels!.Name);
        }

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Streams_in_small_pieces_are_read()
    {
        string odd = """{"other":{"a":[1,{}]},"friends":{"a":[]},"page":[],""" + Ada[1..];
        string again = Ada.Replace(",\"best", ",\"friends\":[],\"best", StringComparison.Ordinal);
        string body = "[" + string.Join(',', Enumerable.Repeat(odd, 500)) + "]";
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(body));

        List<Person> people = (await JsonSerializer.DeserializeAsync<List<Person>>(stream, OnlyResolver))!;

        Assert.Equal(500, people.Count);
        Assert.All(people, person => Assert.Equal(again, JsonSerializer.Serialize(person, OnlyResolver)));
    }

    [Fact]
    public void Members_of_a_users_own_type_are_read_and_written()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ApiJsonTypeInfoResolver.Default, TeamContext.Default),
        };
        string team = """{"Lead":ADA,"Moods":["happy",null],"Pet":{"kind":"cow"}}""".Replace("ADA", Ada, StringComparison.Ordinal);

        Assert.Equal(team, Again<Team>(team, options));
        Assert.Equal(team, Again<Team>(team, TeamContext.Default.Options));
        Assert.Equal(team, Again<Team>(team, JsonSerializerOptions.Default));
    }

    [Fact]
    public void A_required_member_that_is_missing_is_refused_by_name()
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<List<Person>>("""[{"age":12}]""", OnlyResolver));

        Assert.StartsWith("The required member 'id' is missing.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tolerance_is_the_same_and_malformed_text_a_json_exception()
    {
        Person person = JsonSerializer.Deserialize<Person>("""{"id":7,"x":{},"age":"12","tags":{}}""", OnlyResolver)!;

        Assert.Equal(("7", 12L), (person.Id, person.Age));
        Assert.Empty(person.Tags);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>("""{"id":7,""", OnlyResolver));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>("{} x", OnlyResolver));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Person>("[]", OnlyResolver));
    }

    [Fact]
    public void Other_types_are_left_to_other_resolvers()
    {
        Type[] others = [typeof(string), typeof(int[]), typeof(List<List<Labels>>), typeof(Dictionary<int, Labels>)];
        foreach (Type type in others)
        {
            Assert.Null(ApiJsonTypeInfoResolver.Default.GetTypeInfo(type, OnlyResolver));
        }
    }

    private static string Again<T>(string json, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, options), options);

    private static async IAsyncEnumerable<Labels> Sequence()
    {
        yield return new Labels { Name = "a" };
        await Task.Yield();
        yield return new Labels { Name = "b" };
    }

    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
    }
}

/// <summary>A user's own type around emitted ones.</summary>
public sealed record Team(Person Lead, IReadOnlyList<Mood?> Moods, Pet Pet);

/// <summary>A user's own context, which knows nothing of emitted types.</summary>
[JsonSerializable(typeof(Team))]
internal sealed partial class TeamContext : JsonSerializerContext;
