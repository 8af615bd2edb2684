using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Transport.Pets;

/// <summary>A page of a list, with a total and a cursor.</summary>
public sealed class PetPage : IApiJson<PetPage>, IApiModel
{
    public PetPage()
    {
    }

    [SetsRequiredMembers]
    private PetPage(JsonSeed seed) => seed.Leave();

    public required IReadOnlyList<Pet> Items { get; set; }

    public long? TotalCount { get; set; }

    public string? Next { get; set; }

    public bool? HasMore { get; set; }

    private static ReadOnlySpan<byte> JsonNames => "data\ntotal_count\nnext\nhas_more\n"u8;

    public static PetPage ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new PetPage(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0x1UL, nullable: 0xEUL);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Items = ListJson<Pet, Pet>.ReadJson(ref reader); break;
                case 1: value.TotalCount = Int64Json.ReadJson(ref reader); break;
                case 2: value.Next = StringJson.ReadJson(ref reader); break;
                case 3: value.HasMore = BooleanJson.ReadJson(ref reader); break;
                default: return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Required<IReadOnlyList<Pet>, ListJson<Pet, Pet>>(writer, "data"u8, Items);
        JsonWriting.OptionalValue<long, Int64Json>(writer, "total_count"u8, TotalCount);
        JsonWriting.Optional<string, StringJson>(writer, "next"u8, Next);
        JsonWriting.OptionalValue<bool, BooleanJson>(writer, "has_more"u8, HasMore);
        writer.WriteEndObject();
    }
}
