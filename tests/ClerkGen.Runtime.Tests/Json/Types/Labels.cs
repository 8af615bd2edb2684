using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An object with additional properties in the shape that the generator emits.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiJson<Labels>]
public sealed class Labels : IApiJson<Labels>, IApiModel
{
    private Dictionary<string, string>? _additionalProperties;

    public Labels()
    {
    }

    private Labels(JsonSeed seed) => seed.Leave();

    public string? Name { get; set; }

    public IDictionary<string, string> AdditionalProperties => _additionalProperties ??= [];

    /// <summary>Whether the extension dictionary exists.</summary>
    internal bool HasAdditionalProperties => _additionalProperties is not null;

    private static ReadOnlySpan<byte> JsonNames => "name\n"u8;

    public static Labels ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new Labels(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0, nullable: 0, keepUnknown: true);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Name = StringJson.ReadJson(ref reader); break;
                case JsonMembers.Unknown:
                    JsonReading.Extension<string, StringJson>(ref reader, ref members, ref value._additionalProperties);
                    break;
                default: return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Optional<string, StringJson>(writer, "name"u8, Name);
        JsonWriting.Extension<string, StringJson>(writer, _additionalProperties);
        writer.WriteEndObject();
    }
}
