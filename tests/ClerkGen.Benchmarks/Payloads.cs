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
        SchemaSample.Of(document.Schema(schema), Direction.Response, mode, seed);
}
