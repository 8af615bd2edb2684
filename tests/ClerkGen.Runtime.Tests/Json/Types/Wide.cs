using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Json.Types;

/// <summary>An object of 130 members, m0 to m129, of which m1, m64 and m129 are required and m2 and m65 may be null.</summary>
[JsonConverter(typeof(ApiJsonConverterFactory))]
[ApiJson<Wide>]
public sealed class Wide : IApiJson<Wide>, IApiModel
{
    internal const int Count = 130;

    private static readonly byte[] JsonNames =
        System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Count).Select(static i => $"m{i}\n")));

    // Emitted code has them as literals, for which code that is not optimised, and only that, makes objects.
    private static readonly ulong[] Required = [0x2UL, 0x1UL, 0x2UL];
    private static readonly ulong[] Nullable = [0x4UL, 0x2UL, 0x0UL];

    private Wide(JsonSeed seed) => seed.Leave();

    public long?[] Values { get; } = new long?[Count];

    public ulong[] Set { get; } = new ulong[3];

    public static Wide ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new Wide(default(JsonSeed));
        var members = new JsonMembers(JsonNames, Required, Nullable);
        while (true)
        {
            int index = members.Next(ref reader);
            if (index < 0)
            {
                value.Set[0] = members.Seen;
                value.Set[1] = members.SeenAt(1);
                value.Set[2] = members.SeenAt(2);
                return value;
            }

            value.Values[index] = Int64Json.ReadJson(ref reader);
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        for (int i = 0; i < Count; i++)
        {
            JsonWriting.OptionalValue<long, Int64Json>(writer, System.Text.Encoding.UTF8.GetBytes($"m{i}"), Values[i]);
        }

        writer.WriteEndObject();
    }
}
