using System.Globalization;
using System.Net;
using ClerkGen.Http;
using ClerkGen.Retries;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Which requests are sent again, how often, and after which wait.</summary>
public sealed class RetryTests
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 408, 409, 413, 418, 421, 422, 425, 429, 451, 500, 501, 502, 503, 504, 505, 507, 511, 599];

    public static TheoryData<string, int> MethodsAndStatuses
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string method in (string[])["GET", "HEAD", "POST", "BAN", "PUT", "PATCH", "DELETE", "IDEMPOTENT POST", "KEYED POST"])
            {
                foreach (int status in Statuses)
                {
                    cases.Add(method, status);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(MethodsAndStatuses))]
    public async Task Method_and_status_decide_about_a_retry(string method, int status)
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("""{"errors":[{"code":"x"}]}""", status));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Random = new PetServer.NoRandom() }, http);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => SendAsync(client, method));

        bool isRepeatable = method is "GET" or "HEAD" or "IDEMPOTENT POST" or "KEYED POST";
        bool isRetried = status == 429 || (isRepeatable && status is 408 or 500 or 502 or 503 or 504 && isRepeatable);
        Assert.Equal(isRetried ? 3 : 1, handler.Requests.Count);
        Assert.Equal(handler.Requests.Count, error.Attempts);
        Assert.Equal(status, (int)error.StatusCode!.Value);
        Assert.Equal(method is not ("GET" or "HEAD") && (status == 408 || (status >= 500 && status is not (501 or 505))), error.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_call_can_allow_another_number_of_retries(int retries)
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("{}", 503));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Random = new PetServer.NoRandom() }, http);

        await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a", new() { MaxRetries = retries }));

        Assert.Equal(retries + 1, handler.Requests.Count);
    }

    [Fact]
    public async Task A_client_whose_host_repeats_sends_once_and_has_no_attempt_timeout()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("{}", 503));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, RetryHandling = RetryHandling.Host, AttemptTimeout = TimeSpan.FromTicks(1) }, http);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a"));

        Assert.Single(handler.Requests);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
    }

    [Fact]
    public async Task A_host_that_repeats_may_send_the_same_content_again()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 503), FaultAnswer.Json(PetServer.PetJson));
        using var http = new HttpClient(new TwiceHandler { InnerHandler = new SocketsHttpHandler() });

        Pet pet = await new PetClient(server.Options(static options => options.RetryHandling = RetryHandling.Host), http).Pets.CreateAsync(new Pet { Id = "a" });

        Assert.Equal("Ada", pet.Name);
        Assert.Equal(["""{"id":"a"}""", """{"id":"a"}"""], server.Requests.Select(static request => request.Text));
    }

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("7", 7.0)]
    [InlineData(" 7 ", 7.0)]
    [InlineData("007", 7.0)]
    [InlineData("2147483647", 2147483647.0)]
    [InlineData("99999999999999999999", double.MaxValue)]
    [InlineData("Fri, 02 Jan 2026 00:00:09 GMT", 9.0)]
    [InlineData("Friday, 02-Jan-26 00:00:09 GMT", 9.0)]
    [InlineData("Fri Jan  2 00:00:09 2026", 9.0)]
    [InlineData("Fri, 2 Jan 2026 00:00:09 GMT", 9.0)]
    [InlineData("Fri, 02 Jan 2026 00:00:09 UTC", 9.0)]
    [InlineData("Fri, 02 Jan 2026 00:00:09 +0000", 9.0)]
    [InlineData("Fri, 02 Jan 2026 01:00:09 +0100", 9.0)]
    [InlineData("5, 9", 9.0)]
    [InlineData("9,5,", 9.0)]
    [InlineData(",", null)]
    [InlineData("5, soon", null)]
    [InlineData("2026-01-02T00:00:09Z", null)]
    [InlineData("PT9S", null)]
    [InlineData("9s", null)]
    [InlineData("+9", null)]
    [InlineData("\u00A09", 9.0)]
    [InlineData("Fri, 02 Jan 99999 00:00:09 GMT", null)]
    [InlineData("Thu, 01 Jan 2026 00:00:00 GMT", null)]
    [InlineData("Mon, 02 Jan 2026 00:00:09 GMT", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("1e3", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("٣", null)]
    public void Retry_after_in_all_its_forms(string value, double? seconds)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));

        TimeSpan? wait = RetryAfter.Of(value, time.GetUtcNow());

        Assert.Equal(seconds is double.MaxValue ? TimeSpan.MaxValue : seconds is double given ? TimeSpan.FromSeconds(given) : null, wait);
    }

    [Fact]
    public async Task A_wait_that_the_server_asks_for_is_kept()
    {
        var time = new ManualTime();
        int count = 0;
        using var handler = new RecordingHandler(_ => Wait(RecordingHandler.Json(++count == 3 ? PetServer.PetJson : "{}", count == 3 ? 200 : 429), "6"));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, TimeProvider = time, Random = new PetServer.NoRandom() }, http);

        ApiResponse<Pet> response = await client.Pets.GetWithResponseAsync("a");

        Assert.Equal(3, response.Attempts);
        Assert.Equal([TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6)], time.Waits);
    }

    [Theory]
    [InlineData(0, 60, 0, 0)]
    [InlineData(0.1, 60, 0.1, 0.35)]
    [InlineData(1, 60, 1, 1.25)]
    [InlineData(20, 60, 20, 25)]
    [InlineData(50, 1000, 50, 60)]
    [InlineData(9, 10, 9, 9.5)]
    public void Waits_for_Retry_After_differ_and_none_is_too_short(double asked, double longest, double from, double to)
    {
        var random = new Random(1);
        double[] waits =
        [
            .. Enumerable.Range(0, 200).Select(_ => RetryDelay.Spread(TimeSpan.FromSeconds(asked), TimeSpan.FromSeconds(longest), random).TotalSeconds).Order(),
        ];

        Assert.InRange(waits[0], from, from + ((to - from) / 20));
        Assert.InRange(waits[^1], to - ((to - from) / 20), to);
        Assert.True(asked == 0 || waits.Distinct().Count() > 190);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("3600")]
    [InlineData("99999999999999999999")]
    public async Task A_wait_beyond_the_deadline_fails_at_once_and_is_exposed(string wait)
    {
        var time = new ManualTime();
        using var handler = new RecordingHandler(_ => Wait(RecordingHandler.Json("{}", 429), wait));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, TimeProvider = time }, http);

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => client.Pets.BanAsync("a"));

        Assert.Empty(time.Waits);
        Assert.Single(handler.Requests);
        Assert.Equal(RetryAfter.Of(wait, time.GetUtcNow()), error.RetryAfter);
        Assert.Contains("Wait ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_deadline_a_wait_is_capped_all_the_same()
    {
        var time = new ManualTime();
        using var handler = new RecordingHandler(_ => Wait(RecordingHandler.Json("{}", 503), "61"));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, TimeProvider = time, Timeout = Timeout.InfiniteTimeSpan }, http);

        await Assert.ThrowsAsync<ApiException>(() => client.Pets.GetAsync("a"));

        Assert.Empty(time.Waits);
    }

    [Fact]
    public void Waits_are_jittered_over_their_whole_range_for_ten_thousand_seeds()
    {
        double sum = 0;
        double bounds = 0;
        for (int seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            int attempt = 1 + (seed % 10);
            bool isThrottled = seed % 3 == 0;
            TimeSpan bound = TimeSpan.FromSeconds(Math.Min(20, (isThrottled ? 1 : 0.25) * Math.Pow(2, attempt - 1)));
            TimeSpan wait = RetryDelay.Next(attempt, isThrottled, random);
            Assert.Equal(bound, RetryDelay.Bound(attempt, isThrottled));
            Assert.InRange(wait, TimeSpan.Zero, bound);
            sum += wait.TotalSeconds;
            bounds += bound.TotalSeconds;
        }

        Assert.InRange(sum / (bounds / 2), 0.95, 1.05);
    }

    [Fact]
    public async Task Waits_of_calls_stay_within_their_bounds_for_ten_thousand_seeds()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("{}", 503));
        using var http = new HttpClient(handler);
        double first = 0;
        double second = 0;
        const int Seeds = 10_000;
        for (int seed = 0; seed < Seeds; seed++)
        {
            handler.Requests.Clear();
            var waits = new List<double>();
            PetClient client = new(
                new PetClientOptions
                {
                    SecretKey = PetServer.Key,
                    TimeProvider = new ManualTime(),
                    Random = new Random(seed),
                    OnAttempt = attempt => waits.Add(attempt.RetryDelay?.TotalSeconds ?? -1),
                },
                http);
            await Assert.ThrowsAsync<ApiException>(() => client.Pets.GetAsync("a"));
            Assert.Equal(3, waits.Count);
            Assert.InRange(waits[0], 0, 0.25);
            Assert.InRange(waits[1], 0, 0.5);
            Assert.Equal(-1, waits[2]);
            first += waits[0];
            second += waits[1];
        }

        Assert.InRange(first / Seeds, 0.125 * 0.95, 0.125 * 1.05);
        Assert.InRange(second / Seeds, 0.25 * 0.95, 0.25 * 1.05);
    }

    [Fact]
    public async Task An_outage_is_not_multiplied()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("{}", 503));
        using var http = new HttpClient(handler);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Random = new PetServer.NoRandom() }, http);
        const int Calls = 10_000;
        int whenDry = 0;
        for (int i = 0; i < Calls; i++)
        {
            await Assert.ThrowsAsync<ApiException>(() => client.Pets.GetAsync("a"));
            whenDry = i == 99 ? handler.Requests.Count : whenDry;
        }

        Assert.InRange(handler.Requests.Count, Calls, Calls * 1.1);
        Assert.Equal(Calls - 100, handler.Requests.Count - whenDry);
        Assert.Equal(RetryBudget.Capacity / RetryBudget.Cost, handler.Requests.Count - Calls);
    }

    [Fact]
    public async Task Successes_fill_the_budget_again()
    {
        var budget = new RetryBudget();
        while (budget.TryTake(RetryBudget.Cost))
        {
        }

        Assert.False(budget.TryTake(RetryBudget.Cost));
        budget.Refund(RetryBudget.Cost);
        Assert.True(budget.TryTake(RetryBudget.Cost));
        for (int i = 0; i < RetryBudget.Capacity * 2; i++)
        {
            budget.Refund(0);
        }

        int retries = 0;
        while (budget.TryTake(RetryBudget.ThrottledCost))
        {
            retries++;
        }

        Assert.Equal(RetryBudget.Capacity / RetryBudget.ThrottledCost, retries);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_twice_is_sent_once()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status429, "{}"), FaultAnswer.Json(PetServer.PetJson));
        PetClient client = server.Client();

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => client.Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream([1, 2, 3]), "a.bin")));
        Pet pet = await client.Pets.UploadAsync("a", ApiFile.FromStream(new MemoryStream([1, 2, 3]), "a.bin"));

        Assert.Equal(1, error.Attempts);
        Assert.Equal("Ada", pet.Name);
    }

    [Fact]
    public async Task A_delete_that_is_not_found_on_retry_is_marked()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.ResetBeforeHeaders, "{}"), FaultAnswer.Json("{}", 404));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.DeleteAsync("a", new() { IsIdempotent = true }));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(2, error.Attempts);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Contains("after 2 attempts", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void The_number_of_retries_has_a_range(int retries)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PetClientOptions { MaxRetries = retries });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestOptions { MaxRetries = retries });
    }

    private static HttpResponseMessage Wait(HttpResponseMessage response, string retryAfter)
    {
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    private static Task SendAsync(PetClient client, string method) => method switch
    {
        "GET" => client.Pets.GetAsync("a"),
        "HEAD" => client.Pets.CheckAsync("a"),
        "POST" => client.Pets.CreateAsync(new Pet { Id = "a" }),
        "BAN" => client.Pets.BanAsync("a"),
        "PUT" => client.Pets.ReplaceAsync("a", new Pet { Id = "a" }),
        "PATCH" => client.Pets.UpdateAsync("a", new Pet { Id = "a" }),
        "IDEMPOTENT POST" => client.Pets.CreateAsync(new Pet { Id = "a" }, new() { IsIdempotent = true }),
        "KEYED POST" => client.Pets.CreateAsync(new Pet { Id = "a" }, new() { IdempotencyKey = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture) }),
        _ => client.Pets.DeleteAsync("a"),
    };
}
