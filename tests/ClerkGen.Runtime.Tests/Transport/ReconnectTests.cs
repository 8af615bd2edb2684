using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Event streams that ended or broke are requested again, after what arrived, when the caller asks for it.</summary>
public sealed class ReconnectTests
{
    private const string First = "retry: 1\nid: 1\ndata: {\"id\":\"a\"}\n\nid: 2\ndata: {\"id\":\"b\"}\n\n";
    private const string Next = "id: 3\ndata: {\"id\":\"c\"}\n\n";

    [Fact]
    public async Task Nothing_is_requested_again_unasked()
    {
        await using PetServer server = PetServer.Answering(Events(First), Events(Next));

        Assert.Equal("a b", await IdsAsync(server.Client().Pets.WatchAsync()));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_resumes_after_the_last_event_until_the_server_ends_it()
    {
        await using PetServer server = PetServer.Answering(Events(First), Events(Next), FaultAnswer.Nothing(204));

        Assert.Equal("a b c", await IdsAsync(server.Client().Pets.WatchAsync(new() { MaxReconnects = 2 })));
        Assert.Equal([null, "2", "3"], server.Requests.Select(static request => request.Header("Last-Event-ID")));
        Assert.All(server.Requests, static request => Assert.Equal("Bearer " + PetServer.Key, request.Header("Authorization")));
    }

    [Fact]
    public async Task Done_ends_a_stream()
    {
        await using PetServer server = PetServer.Answering(Events(First + "data: [DONE]\n\n"), Events(Next));

        Assert.Equal("a b", await IdsAsync(server.Client().Pets.WatchAsync(new() { MaxReconnects = 2 })));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_broken_stream_resumes_and_a_silent_one_ends_after_the_allowed_requests()
    {
        await using PetServer server = PetServer.Answering(Events(First + "data: {\"id\":"), Events(Next), Events(""));

        Assert.Equal("a b c", await IdsAsync(server.Client().Pets.WatchAsync(new() { MaxReconnects = 2 })));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_cannot_make_the_client_ask_without_a_pause()
    {
        await using PetServer server = PetServer.Answering(
            Events("retry: 0\ndata: {\"id\":\"a\"}\n\n"), Events("retry: 2000\ndata: {\"id\":\"b\"}\n\n"), FaultAnswer.Nothing(204));
        var time = new ManualTime();

        Assert.Equal("a b", await IdsAsync(server.Client(options => options.TimeProvider = time).Pets.WatchAsync(new() { MaxReconnects = 1 })));

        Assert.Equal([TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(2)], time.Waits);
    }

    [Fact]
    public async Task An_error_status_ends_a_stream()
    {
        await using PetServer server = PetServer.Answering(Events(First), FaultAnswer.Json("{}", 404));

        Assert.Equal(404, (int)(await Assert.ThrowsAnyAsync<ApiException>(() => IdsAsync(server.Client().Pets.WatchAsync(new() { MaxReconnects = 2 })))).StatusCode!);
    }

    private static FaultAnswer Events(string body) => new(FaultKind.None, Encoding.UTF8.GetBytes(body), "text/event-stream");

    private static async Task<string> IdsAsync(IAsyncEnumerable<Pet> pets)
    {
        var ids = new List<string?>();
        await foreach (Pet pet in pets)
        {
            ids.Add(pet.Id);
        }

        return string.Join(' ', ids);
    }
}
