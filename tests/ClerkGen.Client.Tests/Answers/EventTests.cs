using System.Net;
using ClerkGen.Client.Tests.Constructs;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Answers;

/// <summary>Events are read by their names where the document says so, and keep their names, ids and retry times.</summary>
public sealed class EventTests
{
    private static readonly ConstructClient Client = new(EventDocument.Text, EventDocument.Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    // OpenAPI 3.2: the schema of an item describes the event's fields.
    [InlineData("Described", "event: add\ndata: {\"n\":1}\n\nevent: note\nid: 7\ndata: hello\ndata: you\n\n", "add|||Add 1; note|7||text hello\nyou")]
    [InlineData("Described", "event: other\ndata: {\"x\":[1]}\n\nevent: other\ndata: plain words\n\n", "other|||JsonElement {\"x\":[1]}; other|||text plain words")]
    [InlineData("One", "event: add\nid: a\nretry: 250\ndata: {\"n\":1}\n\ndata: {\"n\":2}\n\n", "add|a|250|Add 1; |a|250|Add 2")]
    [InlineData("One", "event: ping\ndata: now\n\nevent: add\ndata: {\"n\":1}\n\n", "add|||Add 1")]
    [InlineData("Moments", "data: 2026-01-02T03:04:05Z\n\ndata: \"2026-01-02T03:04:05Z\"\n\n", "|||2026-01-02T03:04:05.0000000+00:00; |||2026-01-02T03:04:05.0000000+00:00")]
    // A list of events, as huma describes them.
    [InlineData("Huma", "event: remove\nid: 1\ndata: {\"key\":\"k\"}\n\nevent: add\ndata: {\"n\":3}\n\n", "remove|1||Remove k; add|1||Add 3")]
    // Unions of unions of events, which is how OpenAI describes a thread.
    [InlineData("Thread", "event: thread.added\ndata: {\"n\":1}\n\nevent: thread.removed\ndata: {\"key\":\"k\"}\n\nevent: done\ndata: [DONE]\n\n", "thread.added|||Add 1; thread.removed|||Remove k")]
    // ASP.NET Core's SseItem.
    [InlineData("Items", "event: add\nid: 5\ndata: {\"n\":1}\n\n", "add|5||Add 1")]
    // Data alone.
    [InlineData("Words", "data: hello\n\ndata: \"quoted\"\n\n", "|||text hello; |||text \"quoted\"")]
    [InlineData("Chunks", "event: any\ndata: {\"n\":1}\n\n", "any|||Add 1")]
    [InlineData("WithResponse", "id: 1\ndata: {\"n\":1}\n\n", "|1||Add 1")]
    [InlineData("Data", "event: a\ndata: {\"n\":1}\n\ndata: {\"n\":2}\n\n", "Add 1; Add 2")]
    // A value that has an id and data of its own is no event.
    [InlineData("Payloads", "data: {\"id\":\"a\",\"data\":{\"n\":1}}\n\n", "a 1")]
    public async Task Events_give_their_data_and_fields(string call, string body, string expected) =>
        Assert.Equal(expected, await Client.CallAsync(call, new Recorder(body, "text/event-stream", HttpStatusCode.OK)));
}
