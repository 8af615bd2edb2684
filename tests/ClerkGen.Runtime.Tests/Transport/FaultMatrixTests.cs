using System.Diagnostics;
using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// Each kind of fault against each kind of operation, over a real socket: every call ends with a result or a typed error before
/// its deadline, and no request that can change something is delivered twice.
/// </summary>
public sealed class FaultMatrixTests
{
    // The handler repeats a GET or HEAD by itself, three times, when a connection ends before the first byte of an answer.
    private const int HandlerDeliveries = 4;

    private static readonly string[] Operations = ["get", "head", "list", "post", "post without body", "patch", "put", "delete", "upload", "download"];

    // Stalls wait for time alone, so the first test that asks for one begins all of them.
    private static readonly Lazy<Dictionary<(FaultKind Kind, string Operation), Task<Outcome>>> Stalls = new(static () =>
        (from kind in Enum.GetValues<FaultKind>() where PetServer.IsStall(kind) from operation in Operations select (kind, operation))
            .ToDictionary(static cell => cell, static cell => MeasureAsync(cell.kind, cell.operation)));

    public static TheoryData<FaultKind, string> Cells
    {
        get
        {
            var cells = new TheoryData<FaultKind, string>();
            foreach (FaultKind kind in Enum.GetValues<FaultKind>())
            {
                foreach (string operation in Operations)
                {
                    cells.Add(kind, operation);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_call_ends_in_time_and_unsafe_requests_are_delivered_once(FaultKind kind, string operation)
    {
        (Exception? error, TimeSpan elapsed, int delivered) = await (PetServer.IsStall(kind) ? Stalls.Value[(kind, operation)] : MeasureAsync(kind, operation));

        bool isSafe = operation is "get" or "head" or "list" or "download";
        Assert.True(error is null or ApiException, $"{kind} × {operation}: {error}");
        Assert.True(elapsed < TimeSpan.FromSeconds(20), $"{kind} × {operation}: {elapsed}");
        Assert.True(delivered <= (isSafe ? 3 * HandlerDeliveries : kind == FaultKind.Status429 ? 3 : 1), $"{kind} × {operation}: {delivered} deliveries");
        if (kind == FaultKind.None)
        {
            Assert.Null(error);
            Assert.Equal(1, delivered);
        }

        if (error is ApiException failure)
        {
            Assert.NotNull(failure.OperationId);
            Assert.DoesNotContain(PetServer.Key, failure.ToString(), StringComparison.Ordinal);
            Assert.False(isSafe && failure.IsOutcomeUnknown, $"{kind} × {operation}: a read has no outcome to know");
            Assert.InRange(failure.Attempts, 1, 3);
        }
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeHeaders)]
    [InlineData(FaultKind.ResetAfterHeaders)]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.CloseAfterRead)]
    [InlineData(FaultKind.CutWithLength)]
    [InlineData(FaultKind.CutChunked)]
    [InlineData(FaultKind.CutAtClose)]
    [InlineData(FaultKind.StallAfterReading)]
    [InlineData(FaultKind.StallInBody)]
    [InlineData(FaultKind.Status500)]
    [InlineData(FaultKind.Status502)]
    [InlineData(FaultKind.Status503)]
    [InlineData(FaultKind.Status504)]
    [InlineData(FaultKind.HtmlBadGateway)]
    public async Task An_unsafe_call_without_a_clear_outcome_is_marked(FaultKind kind)
    {
        await using var server = new PetServer(kind);
        PetClient client = server.Client(options => options.AttemptTimeout = PetServer.AttemptTimeoutOf(kind));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.BanAsync("pet_1"));

        Assert.True(error.IsOutcomeUnknown);
        Assert.Contains("outcome is unknown", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeHeaders)]
    [InlineData(FaultKind.ResetAfterHeaders)]
    [InlineData(FaultKind.ResetInBody)]
    [InlineData(FaultKind.CloseAfterRead)]
    [InlineData(FaultKind.CutWithLength)]
    [InlineData(FaultKind.CutChunked)]
    [InlineData(FaultKind.CutAtClose)]
    [InlineData(FaultKind.CutCompression)]
    [InlineData(FaultKind.StallAfterReading)]
    [InlineData(FaultKind.StallInBody)]
    [InlineData(FaultKind.Status408)]
    [InlineData(FaultKind.Status429)]
    [InlineData(FaultKind.Status500)]
    [InlineData(FaultKind.Status502)]
    [InlineData(FaultKind.Status503)]
    [InlineData(FaultKind.Status504)]
    [InlineData(FaultKind.HtmlBadGateway)]
    public async Task A_read_is_repeated_after_a_fault_that_passes(FaultKind kind)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(kind, PetServer.PetJson), FaultAnswer.Json(PetServer.PetJson));
        PetClient client = server.Client(options => options.AttemptTimeout = PetServer.AttemptTimeoutOf(kind));

        ApiResponse<Pet> response = await client.Pets.GetWithResponseAsync("pet_1");

        Assert.Equal("Ada", response.Value.Name);
        Assert.InRange(response.Attempts, 1, 2);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(FaultKind.EmptyBody, ApiResponseProblem.Empty)]
    [InlineData(FaultKind.WrongContentType, ApiResponseProblem.ContentType)]
    [InlineData(FaultKind.MalformedJson, ApiResponseProblem.Malformed)]
    [InlineData(FaultKind.UnknownCharset, ApiResponseProblem.Charset)]
    [InlineData(FaultKind.CutCompression, ApiResponseProblem.Truncated)]
    [InlineData(FaultKind.CompressionBomb, ApiResponseProblem.TooLarge)]
    [InlineData(FaultKind.CutAtClose, ApiResponseProblem.Truncated)]
    public async Task A_success_that_cannot_be_read_states_the_reason(FaultKind kind, ApiResponseProblem problem)
    {
        await using var server = new PetServer(kind);

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client().Pets.GetAsync("pet_1"));

        Assert.Equal(problem, error.Problem);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Contains("GetPet", error.Message, StringComparison.Ordinal);
        Assert.True(error.Headers.TryGetValue("Content-Type", out _));
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, ApiConnectionProblem.Connect)]
    [InlineData(FaultKind.UnknownHost, ApiConnectionProblem.NameResolution)]
    [InlineData(FaultKind.TlsFailure, ApiConnectionProblem.Tls)]
    public async Task A_request_that_was_never_sent_is_repeated_with_any_method(FaultKind kind, ApiConnectionProblem problem)
    {
        await using var server = new PetServer(kind);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client().Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.Equal(problem, error.Problem);
        Assert.Equal(3, error.Attempts);
        Assert.False(error.IsOutcomeUnknown);
        Assert.Null(error.StatusCode);
    }

    private static async Task<Outcome> MeasureAsync(FaultKind kind, string operation)
    {
        await using var server = new PetServer(
            _ => FaultAnswer.Faulty(kind, PetServer.PetJson) with
            {
                Headers = kind == FaultKind.Redirect ? "Location: http://127.0.0.1:1/\r\n" : "",
            },
            kind);
        PetClient client = server.Client(options =>
        {
            options.AttemptTimeout = options.StreamIdleTimeout = PetServer.AttemptTimeoutOf(kind);
            options.Timeout = options.AttemptTimeout * 2.5;
        });
        int before = 0;
        if (kind == FaultKind.CloseAfterReadReused)
        {
            await client.Pets.GetAsync("warm");
            before = 1;
        }

        long started = Stopwatch.GetTimestamp();
        Exception? error = null;
        try
        {
            await CallAsync(client, operation);
        }
        catch (Exception exception)
        {
            error = exception;
        }

        return new Outcome(error, Stopwatch.GetElapsedTime(started), server.Requests.Count - before);
    }

    private static async Task CallAsync(PetClient client, string operation)
    {
        switch (operation)
        {
            case "get":
                await client.Pets.GetAsync("pet_1");
                break;
            case "head":
                await client.Pets.CheckAsync("pet_1");
                break;
            case "list":
                await client.Pets.ListAsync();
                break;
            case "post":
                await client.Pets.CreateAsync(new Pet { Id = "pet_1" });
                break;
            case "post without body":
                await client.Pets.BanAsync("pet_1");
                break;
            case "patch":
                await client.Pets.UpdateAsync("pet_1", new Pet { Id = "pet_1" });
                break;
            case "put":
                await client.Pets.ReplaceAsync("pet_1", new Pet { Id = "pet_1" });
                break;
            case "delete":
                await client.Pets.DeleteAsync("pet_1");
                break;
            case "upload":
                await client.Pets.UploadAsync("pet_1", ApiFile.FromBytes(new byte[300_000], "a.png"));
                break;
            default:
                await using (Stream photo = await client.Pets.DownloadAsync("pet_1"))
                {
                    await photo.CopyToAsync(Stream.Null);
                }

                break;
        }
    }

    private sealed record Outcome(Exception? Error, TimeSpan Elapsed, int Delivered);
}
