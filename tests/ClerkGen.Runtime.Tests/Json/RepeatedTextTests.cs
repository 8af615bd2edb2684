using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;
using ClerkGen.Testing;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>Texts that a body repeats become one string, and every text stays what it is.</summary>
public sealed class RepeatedTextTests
{
    private static object? _kept;

    [Fact]
    public void Equal_texts_of_a_body_are_one_string()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(static i => $"user_{i % 10}_of_the_organization")];

        IReadOnlyList<string> read = Read(texts);

        Assert.Equal(texts, read);
        Assert.Equal(10, new HashSet<object>(read, ReferenceEqualityComparer.Instance).Count);
    }

    [Fact]
    public void Equal_names_of_a_body_are_one_string()
    {
        string body = "[" + string.Join(',', Enumerable.Repeat("""{"first_attribute":"1","second_attribute":"2"}""", 100)) + "]";

        IReadOnlyList<IReadOnlyDictionary<string, string>> read =
            JsonBody.Read<IReadOnlyList<IReadOnlyDictionary<string, string>>,
                ListJson<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>>(body);

        Assert.Equal(2, new HashSet<object>(read.SelectMany(static map => map.Keys), ReferenceEqualityComparer.Instance).Count);
    }

    [Fact]
    public void Body_that_repeats_texts_allocates_each_once()
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, 1000).Select(static i => $"organization_{i % 10}"));

        long expected = AllocatedBytes.Of(static () =>
        {
            _kept = new string[1000];
            for (int i = 0; i < 10; i++)
            {
                _kept = new string('x', "organization_0".Length);
            }
        });

        Assert.Equal(expected, AllocatedBytes.Of(() => _kept = ApiJsonBody.Read<IReadOnlyList<string>, ListJson<string, StringJson>>(body, default)));
    }

    [Fact]
    public void Body_that_repeats_nothing_for_long_stops_looking()
    {
        string[] unlike = [.. Enumerable.Range(0, 3000).Select(static i => $"unlike_{i}")];

        IReadOnlyList<string> read = Read([.. unlike, "late", "late"]);

        Assert.Equal(unlike, read.Take(3000));
        Assert.Equal("late", read[^1]);
        Assert.NotSame(read[^2], read[^1]);
    }

    // Lengths around each step of eight bytes; texts that differ in one place, which the hash may not look at; equal bytes and characters.
    [Fact]
    public void Texts_of_every_length_and_kind_stay_what_they_are()
    {
        string[] units = ["a", "b", "~", "é", "Ã", "©", "ÿ", "漢", "🎉"];
        var random = new Random(5);
        List<string> texts = ["é", "Ã©", ""];
        for (int length = 0; length < 300; length++)
        {
            string plain = new('a', length);
            texts.Add(plain);
            for (int round = 0; round < 4 && length > 0; round++)
            {
                int place = random.Next(length);
                texts.Add(plain[..place] + units[random.Next(1, units.Length)] + plain[(place + 1)..]);
            }
        }

        for (int round = 0; round < 20; round++)
        {
            string[] some = random.GetItems(texts.ToArray(), random.Next(1, 600));

            Assert.Equal(some, Read(some));
        }

        Assert.Equal(texts, Read([.. texts]));
        Assert.All(texts, static text => Assert.Equal(text, JsonText.Plain(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Texts_that_share_a_place_stay_what_they_are()
    {
        // The ends and the middle are the same, so all have one hash.
        string[] texts = [.. Enumerable.Range(0, 500).Select(static i => $"prefix00{i % 7}-middle-0{i % 7}suffix00")];

        Assert.Equal(texts, Read(texts));
    }

    [Fact]
    public void No_text_is_kept_after_the_body()
    {
        WeakReference text = ReadAndForget();

        GC.Collect();

        Assert.False(text.IsAlive);
    }

    [Fact]
    public void Malformed_body_leaves_nothing_to_the_next()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(static i => $"organization_{i % 10}")];
        string body = JsonSerializer.Serialize(texts);

        Assert.Throws<ApiReadException>(() => JsonBody.Read<IReadOnlyList<string>, ListJson<string, StringJson>>(body[..^1]));

        IReadOnlyList<string> first = Read(texts);
        IReadOnlyList<string> second = Read(texts);
        Assert.Equal(texts, first);
        Assert.NotSame(first[0], second[0]);
    }

    [Fact]
    public void Short_body_shares_nothing()
    {
        IReadOnlyList<string> read = Read(["organization_1", "organization_1"]);

        Assert.Equal("organization_1", read[1]);
        Assert.NotSame(read[0], read[1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ReadAndForget() => new(Read([.. Enumerable.Repeat("organization_1", 500)])[^1]);

    // As servers write it, without escapes beyond ASCII.
    private static IReadOnlyList<string> Read(string[] texts) =>
        JsonBody.Read<IReadOnlyList<string>, ListJson<string, StringJson>>("[" + string.Join(',', texts.Select(static text => $"\"{text}\"")) + "]");
}
