using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An object in the shape that the generator emits: constant, tracked, free-form, lists and recursion.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiJson<Person>]
public sealed class Person : IApiJson<Person>, IApiModel
{
    private string? _note;
    private long? _age;
    private object? _metadata;
    private ulong _set;

    public Person() => Object = "person";

    [SetsRequiredMembers]
    private Person(JsonSeed seed) => seed.Leave();

    public required string Id { get; set; }

    public string? Object { get; set; }

    public string? Note
    {
        get => _note;
        set
        {
            _note = value;
            _set |= 1UL << 2;
        }
    }

    public long? Age
    {
        get => _age;
        set
        {
            _age = value;
            _set |= 1UL << 3;
        }
    }

    public Mood? Mood { get; set; }

    public JsonElement? Metadata
    {
        get => LazyElement.Get(ref _metadata);
        set => _metadata = LazyElement.Set(value);
    }

    public required IReadOnlyList<string> Tags { get; set; }

    public IReadOnlyList<Person>? Friends { get; set; }

    public Uri? Page { get; set; }

    /// <summary>The content of the free-form member's field.</summary>
    internal object? MetadataField => _metadata;

    private static ReadOnlySpan<byte> JsonNames => "id\nobject\nnote\nage\nmood\nmetadata\ntags\nfriends\nbest friend\npage\n"u8;

    public Person? BestFriend { get; set; }

    public static Person ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new Person(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0x41UL, nullable: 0x0CUL);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Id = StringJson.ReadJson(ref reader); break;
                case 1: value.Object = JsonReading.Constant(ref reader, "person"); break;
                case 2: value._note = StringJson.ReadJson(ref reader); break;
                case 3: value._age = Int64Json.ReadJson(ref reader); break;
                case 4: value.Mood = Types.Mood.ReadJson(ref reader); break;
                case 5: value._metadata = LazyElement.Read(ref reader); break;
                case 6: value.Tags = ListJson<string, StringJson>.ReadJson(ref reader); break;
                case 7: value.Friends = ListJson<Person, Person>.ReadJson(ref reader); break;
                case 8: value.BestFriend = ReadJson(ref reader); break;
                case 9: value.Page = UriJson.ReadJson(ref reader); break;
                default: value._set = members.Seen; return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Required<string, StringJson>(writer, "id"u8, Id);
        JsonWriting.Optional<string, StringJson>(writer, "object"u8, Object);
        JsonWriting.Tracked<string, StringJson>(writer, "note"u8, _note, (_set & (1UL << 2)) != 0);
        JsonWriting.TrackedValue<long, Int64Json>(writer, "age"u8, _age, (_set & (1UL << 3)) != 0);
        JsonWriting.OptionalValue<Mood, Mood>(writer, "mood"u8, Mood);
        LazyElement.Optional(writer, "metadata"u8, _metadata);
        JsonWriting.Required<IReadOnlyList<string>, ListJson<string, StringJson>>(writer, "tags"u8, Tags);
        JsonWriting.Optional<IReadOnlyList<Person>, ListJson<Person, Person>>(writer, "friends"u8, Friends);
        JsonWriting.Optional<Person, Person>(writer, "best friend"u8, BestFriend);
        JsonWriting.Optional<Uri, UriJson>(writer, "page"u8, Page);
        writer.WriteEndObject();
    }
}
