using System.Buffers;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;
using ClerkGen.Testing;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Reading and writing allocate their result and nothing else, to the byte.</summary>
public sealed class AllocationTests
{
    private static readonly JsonReadOptions Listening = new() { Listener = static _ => { } };

    private static object? _kept;

    [Fact]
    public void Reading_an_object_allocates_the_object()
    {
        byte[] body = """
            { "id" : "user_1", "object":"person", "note":null, "age":7, "mood":"happy", "metadata":{"a":[1,2]}, "tags":["x","yz"],
              "friends":[{"id":"user_2","tags":[],"metadata":{}}] }
            """u8.ToArray();

        long expected = AllocatedBytes.Of(static () =>
        {
            var friend = new Person { Id = Text("user_2"), Tags = [] };
            _kept = new byte["{\"a\":[1,2]}".Length];
            _kept = new Person { Id = Text("user_1"), Tags = new[] { Text("x"), Text("yz") }, Friends = new[] { friend } };
        });

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Person, Person>(body, Listening)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Reading_a_list_allocates_one_array_of_its_size(int count)
    {
        byte[] body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1.5", count)) + "]");

        long expected = count == 0 ? 0 : AllocatedBytes.Of(() => _kept = new double[count]);

        long actual = AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<IReadOnlyList<double>, ListJson<double, DoubleJson>>(body, default));

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Reading_a_map_allocates_one_dictionary_of_its_size(int count)
    {
        byte[] body = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(static i => $"\"n{i}\":1")) + "}");
        string[] names = [.. Enumerable.Range(0, count).Select(static i => $"n{i}")];

        long expected = count == 0 ? 0 : AllocatedBytes.Of(() =>
        {
            var map = new Dictionary<string, long>(count);
            foreach (string name in names)
            {
                map.Add(Text(name), 1);
            }

            _kept = map;
        });

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<IReadOnlyDictionary<string, long>, MapJson<long, Int64Json>>(body, default)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Reading_additional_properties_allocates_one_dictionary_of_their_number(int count)
    {
        byte[] body = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(static i => $"\"n{i}\":\"x\"")) + ",\"name\":\"a\"}");
        string[] names = [.. Enumerable.Range(0, count).Select(static i => $"n{i}")];

        long expected = AllocatedBytes.Of(() =>
        {
            var map = new Dictionary<string, string>(count);
            foreach (string name in names)
            {
                map.Add(Text(name), Text("x"));
            }

            _kept = (new Labels { Name = Text("a") }, map);
        }) - AllocatedBytes.Of(static () => _kept = ("", ""));

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Labels, Labels>(body, default)));
    }

    [Fact]
    public void Reading_an_object_of_more_than_64_members_allocates_the_object()
    {
        byte[] body = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, Wide.Count).Select(static i => $"\"m{i}\":{i}")) + "}");
        byte[] empty = "{}"u8.ToArray();
        object? wide = null;

        // The type has two lists of its own, whatever is read.
        long expected = AllocatedBytes.Of(() =>
        {
            wide = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Wide));
            _kept = new long?[Wide.Count];
            _kept = new ulong[3];
        });

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Wide, Wide>(body, default)));
        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Wide, Wide>(empty, default)));
        Assert.NotNull(wide);
    }

    [Fact]
    public void Reading_a_union_allocates_it_and_its_variant()
    {
        byte[] known = """{"name":"Tom","kind":"cat"}"""u8.ToArray();
        byte[] body = """[{"kind":"dog","id":"1","tags":[]},{"id":"2","tags":[],"kind":"wolf"}]"""u8.ToArray();

        // The kind is no member of these variants' own: the labels keep it with their additional properties.
        long expected = AllocatedBytes.Of(static () =>
        {
            _kept = Union(new Labels { Name = Text("Tom") });
            _kept = new Dictionary<string, string>(1) { [Text("kind")] = Text("cat") };
        });
        long expectedList = AllocatedBytes.Of(static () => _kept = new[]
        {
            Union(new Person { Id = Text("1"), Tags = [] }), Union(new Person { Id = Text("2"), Tags = [] }),
        });

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Pet, Pet>(known, default)));
        Assert.Equal(expectedList, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<IReadOnlyList<Pet>, ListJson<Pet, Pet>>(body, default)));
    }

    [Fact]
    public void Reading_an_enum_value_that_is_not_listed_allocates_its_text()
    {
        byte[] body = "\"sleepy\""u8.ToArray();

        Assert.Equal(
            AllocatedBytes.Of(static () => _kept = Text("sleepy")),
            AllocatedBytes.Of(() => ApiJsonBody.Read<Mood, Mood>(body, Listening)) - Reporting(body));

        static long Reporting(byte[] body) =>
            AllocatedBytes.Of(() => ApiJsonBody.Read<Mood, Mood>(body, Listening)) - AllocatedBytes.Of(() => ApiJsonBody.Read<Mood, Mood>(body, default));
    }

    [Fact]
    public void Reading_metadata_allocates_its_bytes_and_looking_at_it_the_element_once()
    {
        byte[] body = """{"id":"1","tags":[],"metadata":{"plan":"pro","seats":[1,2,3]}}"""u8.ToArray();
        byte[] none = """{"id":"1","tags":[],"metadata":{}}"""u8.ToArray();
        Person person = ApiJsonBody.Read<Person, Person>(body, default);
        _ = person.Metadata;

        Assert.Equal(
            AllocatedBytes.Of(static () => _kept = new byte["{\"plan\":\"pro\",\"seats\":[1,2,3]}".Length]),
            AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Person, Person>(body, default)) - AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Person, Person>(none, default)));
        Assert.Equal(0, AllocatedBytes.Of(() => _ = person.Metadata!.Value.GetProperty("seats").GetArrayLength()));
    }

    [Fact]
    public void Reading_scalars_and_enums_allocates_nothing()
    {
        AllocatesNothing<DateTimeOffset, DateTimeOffsetJson>("\"2021-02-03T19:34:25.123+01:00\"");
        AllocatesNothing<DateTimeOffset, DateTimeOffsetJson>("\"2021-02-03T19:34:25.123\\u002B01:00\"");
        AllocatesNothing<DateTimeOffset, UnixMillisecondsJson>("1612380865123");
        AllocatesNothing<DateOnly, DateOnlyJson>("\"2021-02-03\"");
        AllocatesNothing<TimeSpan, DurationJson>("\"P1DT2H\"");
        AllocatesNothing<Guid, GuidJson>("\"0f8fad5b-d9cb-469f-a165-70867728950e\"");
        AllocatesNothing<decimal, DecimalJson>("1.50");
        AllocatesNothing<long, Int64Json>("\"42\"");
        AllocatesNothing<Mood, Mood>("\"happy\"");
        AllocatesNothing<Level, Level>("2");
    }

    [Fact]
    public void Deviations_without_a_listener_allocate_nothing()
    {
        byte[] plain = """{"id":"1","tags":[]}"""u8.ToArray();
        byte[] odd = """{"x":{"y":1},"id":null,"age":"7","id":"1","tags":[],"friends":null}"""u8.ToArray();

        Assert.Equal(
            AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Person, Person>(plain, default)),
            AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<Person, Person>(odd, default)));
    }

    [Fact]
    public void Choosing_a_variant_allocates_nothing()
    {
        byte[] body = """{"name":"Tom","kind":"cat"}"""u8.ToArray();
        JsonVariant[] variants = [new(JsonKinds.Object, "=kind\tdog\n!name\n"u8), new(JsonKinds.Object, "=kind\tcat\n!name\n"u8)];

        (int Shape, int Discriminator) chosen = default;

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            var reader = new ApiJsonReader(body, default);
            reader.Json.Read();
            chosen = (JsonUnion.Choose(ref reader, variants), JsonUnion.Discriminate(ref reader, "kind"u8, "cat\ndog\n"u8));
        }));
        Assert.Equal((1, 0), chosen);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var person = new Person
        {
            Id = "user_1",
            Tags = ["x", "y"],
            Note = null,
            Age = 7,
            Mood = Mood.Happy,
            Friends = [new Person { Id = "2", Tags = [] }],
            Metadata = JsonElement.Parse("{\"a\":1}"),
            Page = new Uri("https://a.example/"),
        };
        var output = new ArrayBufferWriter<byte>(4096);

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            output.ResetWrittenCount();
            ApiJsonBody.Write<Person, Person>(output, person);
        }));
    }

    [Fact]
    public void Writing_a_map_allocates_nothing()
    {
        IReadOnlyDictionary<string, long> map = new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 };
        var output = new ArrayBufferWriter<byte>(4096);

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            output.ResetWrittenCount();
            ApiJsonBody.Write<IReadOnlyDictionary<string, long>, MapJson<long, Int64Json>>(output, map);
        }));
    }

    private static void AllocatesNothing<T, TJson>(string json)
        where TJson : IApiJson<T>
    {
        byte[] body = Encoding.UTF8.GetBytes(json);

        Assert.Equal((json, 0), (json, AllocatedBytes.Of(() => ApiJsonBody.Read<T, TJson>(body, default))));
    }

    // A union's own constructor is not for users.
    private static Pet Union(object variant)
    {
        var pet = (Pet)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Pet));
        _ = variant;
        return pet;
    }

    private static string Text(string text) => new(text.AsSpan());
}
