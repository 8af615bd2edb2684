using System.Buffers;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;

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

        long expected = Allocated(static () =>
        {
            var friend = new Person { Id = Text("user_2"), Tags = [] };
            _kept = new byte["{\"a\":[1,2]}".Length];
            _kept = new Person { Id = Text("user_1"), Tags = new[] { Text("x"), Text("yz") }, Friends = new[] { friend } };
        });

        Assert.Equal(expected, Allocated(() => _kept = ApiJsonBody.Read<Person, Person>(body, Listening)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Reading_a_list_allocates_one_array_of_its_size(int count)
    {
        byte[] body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1.5", count)) + "]");

        long expected = count == 0 ? 0 : Allocated(() => _kept = new double[count]);

        long actual = Allocated(() => _kept = ApiJsonBody.Read<IReadOnlyList<double>, ListJson<double, DoubleJson>>(body, default));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Reading_scalars_and_enums_allocates_nothing()
    {
        AllocatesNothing<DateTimeOffset, DateTimeOffsetJson>("\"2021-02-03T19:34:25.123+01:00\"");
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
    public void Deviations_that_nobody_hears_allocate_nothing()
    {
        byte[] plain = """{"id":"1","tags":[]}"""u8.ToArray();
        byte[] odd = """{"x":{"y":1},"id":null,"age":"7","id":"1","tags":[],"friends":null}"""u8.ToArray();

        Assert.Equal(
            Allocated(() => _kept = ApiJsonBody.Read<Person, Person>(plain, default)),
            Allocated(() => _kept = ApiJsonBody.Read<Person, Person>(odd, default)));
    }

    [Fact]
    public void Choosing_a_variant_allocates_nothing()
    {
        byte[] body = """{"name":"Tom","kind":"cat"}"""u8.ToArray();
        JsonVariant[] variants = [new(JsonKinds.Object, "=kind\tdog\n!name\n"u8), new(JsonKinds.Object, "=kind\tcat\n!name\n"u8)];

        (int Shape, int Discriminator) chosen = default;

        Assert.Equal(0, Allocated(() =>
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

        Assert.Equal(0, Allocated(() =>
        {
            output.ResetWrittenCount();
            ApiJsonBody.Write<Person, Person>(output, person);
        }));
    }

    private static void AllocatesNothing<T, TJson>(string json)
        where TJson : IApiJson<T>
    {
        byte[] body = Encoding.UTF8.GetBytes(json);

        Assert.Equal((json, 0), (json, Allocated(() => ApiJsonBody.Read<T, TJson>(body, default))));
    }

    private static string Text(string text) => new(text.AsSpan());

    // The least of several runs: the first ones fill caches, and the runtime may compile a method again in between.
    private static long Allocated(Action action)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 50; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
