using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Testing;

namespace ClerkGen.Benchmarks;

/// <summary>Bodies made from the document's schemas, the same in every run.</summary>
internal sealed class Payloads
{
    private const int Users = 100;

    private Payloads(LoadedDocument document)
    {
        JsonArray page = [];
        JsonArray mixed = [];
        for (int i = 0; i < Users; i++)
        {
            page.Add(Of(document, "User", SampleMode.Full, 0));
            mixed.Add(Of(document, "User", i % 3 == 0 ? SampleMode.Full : SampleMode.Random, i));
        }

        UserPage = JsonSerializer.SerializeToUtf8Bytes(page);
        MixedUserPage = JsonSerializer.SerializeToUtf8Bytes(mixed);
        Invitation = JsonSerializer.SerializeToUtf8Bytes(Of(document, "OrganizationInvitation", SampleMode.Full, 0));
        Errors = JsonSerializer.SerializeToUtf8Bytes(Of(document, "ClerkErrors", SampleMode.Full, 0));
    }

    /// <summary>A page of 100 complete users.</summary>
    public byte[] UserPage { get; }

    /// <summary>A page of 100 users of which most lack some members and some have other variants.</summary>
    public byte[] MixedUserPage { get; }

    /// <summary>One organization invitation.</summary>
    public byte[] Invitation { get; }

    /// <summary>One error body.</summary>
    public byte[] Errors { get; }

    /// <summary>Creates the bodies from the bundled document.</summary>
    public static Payloads Create() => new(LoadedDocument.FromFile(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml")));

    private static JsonNode? Of(LoadedDocument document, string schema, SampleMode mode, int seed) =>
        Small(SchemaSample.Of(document.Schema(schema), Direction.Response, mode, seed));

    // Times in milliseconds become seconds: the document has them as integers without a format, of which Kiota reads 32 bits and fails.
    private static JsonNode? Small(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToArray())
                {
                    members[name] = Small(value?.DeepClone());
                }

                return members;
            case JsonArray items:
                return new JsonArray([.. items.Select(static item => Small(item?.DeepClone()))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number
                && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out long number) && number > int.MaxValue:
                return number / 1000;
            default:
                return node;
        }
    }
}
