using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Transport.Pets;

/// <summary>A schema in the shape that the generator emits.</summary>
public sealed class Pet : IApiJson<Pet>, IApiModel
{
    public Pet()
    {
    }

    [SetsRequiredMembers]
    private Pet(JsonSeed seed) => seed.Leave();

    public required string Id { get; set; }

    public string? Name { get; set; }

    private static ReadOnlySpan<byte> JsonNames => "id\nname\n"u8;

    public static Pet ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new Pet(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0x1UL, nullable: 0x2UL);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Id = StringJson.ReadJson(ref reader); break;
                case 1: value.Name = StringJson.ReadJson(ref reader); break;
                default: return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Required<string, StringJson>(writer, "id"u8, Id);
        JsonWriting.Optional<string, StringJson>(writer, "name"u8, Name);
        writer.WriteEndObject();
    }
}
