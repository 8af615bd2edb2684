using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Failures that only HTTP/2 has.</summary>
public sealed class Http2Tests
{
    // The platform's handler repeats a refused request up to three times.
    private const int SendsOfHandler = 4;
    private const byte Refused = 7;
    private const byte Cancelled = 8;

    [Fact]
    public async Task A_connection_that_ends_before_the_servers_first_frame_is_broken_and_a_read_is_repeated()
    {
        await using var server = new Http2Server { DeadConnections = 2 };

        ApiResponse<Pet> response = await server.Client.Pets.GetWithResponseAsync("a");

        Assert.InRange(response.Attempts, 2, 3);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_connection_that_always_ends_so_is_reported_as_a_failed_connection()
    {
        await using var server = new Http2Server { DeadConnections = int.MaxValue };

        ApiConnectionException read = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client.Pets.GetAsync("a"));
        ApiConnectionException write = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client.Pets.BanAsync("a"));

        Assert.Equal((ApiConnectionProblem.Broken, 3), (read.Problem, read.Attempts));

        // Requests follow the client's preface at once, so that one may have arrived.
        Assert.Equal(write.Problem == ApiConnectionProblem.Broken, write.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_silent_connection_is_left_for_a_new_one_before_the_call_is_over()
    {
        await using var server = new Http2Server { SilentConnections = 1 };

        ApiResponse<Pet> response = await server.Client.Pets.GetWithResponseAsync("a");

        Assert.Equal((2, 1), (response.Attempts, server.Requests));
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_is_repeated_whatever_its_method()
    {
        await using var server = new Http2Server { Resets = (SendsOfHandler, Refused) };

        ApiResponse response = await server.Client.Pets.DeleteWithResponseAsync("a");

        Assert.Equal(SendsOfHandler + 1, server.Requests);
        Assert.Equal(2, response.Attempts);
    }

    [Fact]
    public async Task A_request_that_the_server_always_refuses_has_a_known_outcome()
    {
        await using var server = new Http2Server { Resets = (int.MaxValue, Refused) };

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client.Pets.CreateAsync(new Pet { Id = "a", Name = "b" }));

        Assert.Equal((ApiConnectionProblem.Refused, false, 3), (error.Problem, error.IsOutcomeUnknown, error.Attempts));
        Assert.Contains("the server refused the request before it did anything", error.Message, StringComparison.Ordinal);
        Assert.Equal(3 * SendsOfHandler, server.Requests);
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not_repeated_after_a_refusal()
    {
        await using var server = new Http2Server { Resets = (int.MaxValue, Refused) };

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(
            () => server.Client.Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream(new byte[10]), "a.png")));

        Assert.Equal((1, 1), (error.Attempts, server.Requests));
    }

    [Fact]
    public async Task A_request_that_the_server_resets_for_another_reason_has_an_unknown_outcome()
    {
        await using var server = new Http2Server { Resets = (1, Cancelled) };

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client.Pets.BanAsync("a"));

        Assert.Equal((ApiConnectionProblem.Broken, true, 1), (error.Problem, error.IsOutcomeUnknown, server.Requests));
    }
}
