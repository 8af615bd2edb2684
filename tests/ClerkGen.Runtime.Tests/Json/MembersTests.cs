using System.Buffers;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Members of objects: how they are found, and what happens to those that are not as promised.</summary>
public sealed class MembersTests
{
    private const string Whole =
        """{"id":"1","object":"person","note":"n","age":7,"mood":"happy","metadata":{"a":1},"tags":["x","y"],"friends":[],""" +
        "\"best friend\":null,\"page\":\"https://a.example/b\"}";

    [Fact]
    public void Members_in_the_order_of_the_table_are_read()
    {
        Person person = JsonBody.Read<Person, Person>(Whole, out string[] deviations);

        Assert.Equal(("1", "person", "n", 7L), (person.Id, person.Object, person.Note, person.Age));
        Assert.Equal(Mood.Happy, person.Mood);
        Assert.Equal(1, person.Metadata!.Value.GetProperty("a").GetInt32());
        Assert.Equal(["x", "y"], person.Tags);
        Assert.Empty(person.Friends!);
        Assert.Equal("https://a.example/b", person.Page!.OriginalString);
        Assert.Equal(["NullValue $['best friend']"], deviations);
    }

    [Fact]
    public void Any_order_gives_the_same_value()
    {
        using JsonDocument document = JsonDocument.Parse(Whole);
        JsonProperty[] members = [.. document.RootElement.EnumerateObject().Where(static member => member.Name != "best friend")];
        var random = new Random(17);
        string expected = JsonBody.Write<Person, Person>(JsonBody.Read<Person, Person>(Whole));
        for (int round = 0; round < 200; round++)
        {
            random.Shuffle(members);
            string body = "{" + string.Join(',', members.Select(static member => member.ToString())) + "}";

            Person person = JsonBody.Read<Person, Person>(body, out string[] deviations);

            Assert.Equal(expected, JsonBody.Write<Person, Person>(person));
            Assert.Empty(deviations);
        }
    }

    [Fact]
    public void Unknown_members_of_any_kind_are_skipped()
    {
        Person person = JsonBody.Read<Person, Person>(
            """{"x":{"id":"no","deep":[{"id":"no"}]},"id":"1","ta":[1],"tags":[],"tagss":"t","":0,"i":true}""", out string[] deviations);

        Assert.Equal("1", person.Id);
        Assert.Equal(
            ["UnknownMember $.x", "UnknownMember $.ta", "UnknownMember $.tagss", "UnknownMember $['']", "UnknownMember $.i"],
            deviations);
    }

    [Fact]
    public void Escaped_names_are_found()
    {
        Person person = JsonBody.Read<Person, Person>(
            """{"\u0069d":"1","t\u0061gs":["x"],"best\u0020friend":{"id":"2","tags":[]}}""", out string[] deviations);

        Assert.Equal(("1", "2"), (person.Id, person.BestFriend!.Id));
        Assert.Equal(["x"], person.Tags);
        Assert.Empty(deviations);
    }

    [Fact]
    public void Null_is_reported_where_the_document_allows_none()
    {
        Person person = JsonBody.Read<Person, Person>(
            """{"id":null,"note":null,"age":null,"mood":null,"tags":[]}""", out string[] deviations);

        Assert.Null(person.Id);
        Assert.Null(person.Mood);
        Assert.Equal(["NullValue $.id", "NullValue $.mood"], deviations);
    }

    [Fact]
    public void Missing_members_are_reported_with_the_path_they_would_have()
    {
        Person person = JsonBody.Read<Person, Person>(
            """{"id":"1","tags":[],"friends":[{"id":"2","tags":[]},{"note":"x"}]}""", out string[] deviations);

        Assert.Null(person.Friends![1].Id);
        Assert.Equal(["MissingMember $.friends[1].id", "MissingMember $.friends[1].tags"], deviations);
    }

    [Fact]
    public void Last_value_of_a_duplicate_wins()
    {
        Person person = JsonBody.Read<Person, Person>(
            """{"id":"1","id":"2","tags":["a"],"tags":["b"],"id":"3","id":null}""", out string[] deviations);

        Assert.Equal("3", person.Id);
        Assert.Equal(["b"], person.Tags);
        Assert.Equal(
            ["DuplicateMember $.id", "DuplicateMember $.tags", "DuplicateMember $.id", "DuplicateMember $.id", "NullValue $.id"],
            deviations);
    }

    [Theory]
    [InlineData("[1,[2]]")]
    [InlineData("\"text\"")]
    [InlineData("12")]
    [InlineData("true")]
    public void Another_kind_for_an_object_is_skipped(string value)
    {
        Person person = JsonBody.Read<Person, Person>($$"""{"id":"1","best friend":{{value}},"tags":[]}""", out string[] deviations);

        Assert.Null(person.BestFriend);
        Assert.Empty(person.Tags);
        Assert.Equal(["WrongKind $['best friend']"], deviations);
    }

    [Fact]
    public void Value_that_was_read_is_written_back_with_its_nulls()
    {
        const string body = """{"id":"1","note":null,"mood":"odd","metadata":{ "b" : [1.50, "\u00e9"] },"tags":[]}""";

        Person person = JsonBody.Read<Person, Person>(body);

        Assert.Equal(body, JsonBody.Write<Person, Person>(person));
    }

    [Fact]
    public void Wide_types_note_each_member_in_its_word()
    {
        string body = "{" + string.Join(',', Enumerable.Range(0, Wide.Count).Select(static i => $"\"m{i}\":{i}")) + "}";

        Wide wide = JsonBody.Read<Wide, Wide>(body, out string[] deviations);

        Assert.Equal(Enumerable.Range(0, Wide.Count).Select(static i => (long?)i), wide.Values);
        Assert.Equal([ulong.MaxValue, ulong.MaxValue, 3UL], wide.Set);
        Assert.Empty(deviations);
        Assert.Equal(body, JsonBody.Write<Wide, Wide>(wide));
    }

    [Fact]
    public void Wide_types_report_missing_null_and_duplicate_members_beyond_the_first_word()
    {
        Wide wide = JsonBody.Read<Wide, Wide>("""{"m128":1,"m65":null,"m66":null,"m128":2,"m2":null}""", out string[] deviations);

        Assert.Equal(2, wide.Values[128]);
        Assert.Equal([0x4UL, 0x6UL, 0x1UL], wide.Set);
        Assert.Equal(
            ["NullValue $.m66", "DuplicateMember $.m128", "MissingMember $.m1", "MissingMember $.m64", "MissingMember $.m129"], deviations);
    }

    [Fact]
    public void Types_of_any_width_note_and_report_each_member()
    {
        const int Count = 400;
        byte[] names = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Count).Select(static i => $"m{i}\n")));
        byte[] body = """{"m399":1,"m255":1,"m256":1,"m256":null,"m0":1,"m320":null}"""u8.ToArray();
        ulong[] required = [1, 0, 0, 1UL << 63, 2, 0, 0];
        ulong[] nullable = [0, 0, 0, 0, 1, 0, 0];
        List<string> deviations = [];
        var reader = new ApiJsonReader(
            body, new JsonReadOptions { MaxDepth = 8, Listener = deviation => deviations.Add($"{deviation.Kind} {deviation.Path}") });
        reader.Json.Read();
        scoped var members = new JsonMembers(names, required, nullable);
        List<int> read = [];
        for (int index = members.Next(ref reader); index >= 0; index = members.Next(ref reader))
        {
            read.Add(index);
        }

        reader.Report();

        Assert.Equal([399, 255, 256, 0], read);
        Assert.Equal((1UL, 1UL << 63, 1UL, 1UL, 1UL << 15), (members.Seen, members.SeenAt(3), members.SeenAt(4), members.SeenAt(5), members.SeenAt(6)));
        Assert.Equal(["DuplicateMember $.m256", "NullValue $.m320", "MissingMember $.m257"], deviations);
    }

    [Fact]
    public void A_name_that_a_dictionary_has_twice_is_reported_with_its_path()
    {
        IReadOnlyDictionary<string, long> map = JsonBody.Read<IReadOnlyDictionary<string, long>, MapJson<long, Int64Json>>(
            """{"a":1,"b":"2","a":3}""", out string[] deviations);

        Assert.Equal((3L, 2L, 2), (map["a"], map["b"], map.Count));
        Assert.Equal(["ConvertedValue $.b", "DuplicateMember $.a"], deviations);
    }

    [Fact]
    public void Members_without_a_property_are_kept_where_the_document_allows_them()
    {
        Labels labels = JsonBody.Read<Labels, Labels>("""{"a":"1","name":"n","b":null,"a":"2"}""", out string[] deviations);

        Assert.Equal("n", labels.Name);
        Assert.Equal([("a", "2"), ("b", null)], labels.AdditionalProperties.Select(static pair => (pair.Key, (string?)pair.Value)));
        Assert.Equal(["NullValue $.b", "DuplicateMember $.a"], deviations);
        Assert.Equal("""{"name":"n","a":"2","b":null}""", JsonBody.Write<Labels, Labels>(labels));
    }

    [Fact]
    public void The_extension_dictionary_exists_only_with_members()
    {
        Assert.False(JsonBody.Read<Labels, Labels>("""{"name":"n"}""").HasAdditionalProperties);
        Assert.True(JsonBody.Read<Labels, Labels>("""{"x":"n"}""").HasAdditionalProperties);
    }

    [Fact]
    public void Tokens_in_several_segments_are_read()
    {
        byte[] body = Encoding.UTF8.GetBytes(Whole.Replace("\"id\"", "\"\\u0069d\"", StringComparison.Ordinal));
        string expected = JsonBody.Write<Person, Person>(JsonBody.Read<Person, Person>(Whole)).Replace(" ", "", StringComparison.Ordinal);
        for (int length = 1; length <= 40; length++)
        {
            var json = new Utf8JsonReader(Segments(body, length));
            json.Read();
            var reader = new ApiJsonReader(json);

            Person person = Person.ReadJson(ref reader);

            Assert.Equal(expected, JsonBody.Write<Person, Person>(person));
            Assert.Equal(body.Length, reader.Json.BytesConsumed);
        }
    }

    private static ReadOnlySequence<byte> Segments(byte[] body, int length)
    {
        var first = new Segment(body.AsMemory(0, length), 0);
        Segment last = first;
        for (int start = length; start < body.Length; start += length)
        {
            last = last.Append(body.AsMemory(start, Math.Min(length, body.Length - start)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        internal Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        internal Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
