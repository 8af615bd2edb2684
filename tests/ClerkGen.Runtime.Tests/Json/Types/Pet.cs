using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>A union chosen by the discriminator <c>kind</c>, in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiJson<Pet>]
public sealed class Pet : IApiJson<Pet>, IApiModel
{
    private Pet(object? value) => Value = value;

    public object? Value { get; }

    public static Pet ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonUnion.Start(ref reader))
        {
            return null!;
        }

        return JsonUnion.Discriminate(ref reader, "kind"u8, "cat\ndog\nwolf\n"u8) switch
        {
            0 => new Pet(Labels.ReadJson(ref reader)),
            1 or 2 => new Pet(Person.ReadJson(ref reader)),
            _ => new Pet(JsonUnion.ReadUnknown(ref reader)),
        };
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        switch (Value)
        {
            case Labels labels: JsonUnion.Write(writer, labels); break;
            case Person person: JsonUnion.Write(writer, person); break;
            default: JsonUnion.WriteUnknown(writer, Value); break;
        }
    }
}
