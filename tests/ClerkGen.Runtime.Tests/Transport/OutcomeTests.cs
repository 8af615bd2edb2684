using System.Net;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Facts in header fields and bodies of outcomes beyond their status: addresses, waits, problems.</summary>
public sealed class OutcomeTests
{
    private const string Problem = """{"type":"https://x.example/out","title":"Out of pets","status":409,"detail":"No pet is left.","instance":"/pets/7","extra":1}""";

    [Theory]
    [InlineData(300, typeof(ApiException), "See the headers and the response text.")]
    [InlineData(301, typeof(ApiRedirectException), "Redirects are not followed. Set the base address to the API's address.")]
    [InlineData(303, typeof(ApiRedirectException), "Redirects are not followed. Location contains the target address.")]
    [InlineData(304, typeof(ApiException), "The resource has not changed since the version in the request's condition. Use the version that you have.")]
    [InlineData(307, typeof(ApiRedirectException), "Redirects are not followed. Location contains the target address.")]
    public async Task Each_status_below_400_has_a_fitting_message(int status, Type type, string next)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(status, "Location: /elsewhere\r\n"));

        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal((type, status), (thrown.GetType(), (int)thrown.StatusCode!));
        Assert.EndsWith(next, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(thrown is ApiRedirectException ? new Uri("/elsewhere", UriKind.Relative) : null, (thrown as ApiRedirectException)?.Location);
    }

    [Theory]
    [InlineData(407, "A proxy or network on the way requires authentication. Configure it at the handler.")]
    [InlineData(410, "The resource no longer exists.")]
    [InlineData(412, "The request's condition is missing or not met. Read the resource again first.")]
    [InlineData(413, "The request is too large. Send less at once.")]
    [InlineData(415, "See the response text.")]
    [InlineData(418, "See the response text.")]
    [InlineData(428, "The request's condition is missing or not met. Read the resource again first.")]
    [InlineData(501, "The server does not support this request. See the response text.")]
    [InlineData(505, "The server does not support this request. See the response text.")]
    [InlineData(507, "The server failed. Try again later.")]
    [InlineData(511, "A proxy or network on the way requires authentication. Configure it at the handler.")]
    public async Task Each_error_status_has_a_fitting_message(int status, string next)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(status));

        ApiException thrown = await Assert.ThrowsAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.EndsWith(". " + next, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_request_has_the_address_and_time_of_its_outcome()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(
            FaultKind.None, Encoding.UTF8.GetBytes(PetServer.PetJson), "application/json", 202, "Location: https://x.example/jobs/1\r\nRetry-After: 7\r\n"));

        ApiResponse<Pet> answer = await server.Client().Pets.GetWithResponseAsync("a");

        Assert.Equal((HttpStatusCode.Accepted, "https://x.example/jobs/1", TimeSpan.FromSeconds(7)), (answer.StatusCode, answer.Location?.AbsoluteUri, answer.RetryAfter));
    }

    [Theory]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:30 GMT", 30)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", "Wednesday, 21-Oct-15 07:29:00 GMT", 60)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", "Wed Oct 21 07:29:00 2015", 60)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:27:00 GMT", null)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", "soon", null)]
    public async Task A_date_to_wait_for_is_counted_from_the_date_of_the_answer(string date, string retryAfter, int? seconds)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 400, $"Date: {date}\r\nRetry-After: {retryAfter}\r\n"));

        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal(seconds is int given ? TimeSpan.FromSeconds(given) : null, thrown.RetryAfter);
    }

    [Theory]
    [InlineData("application/problem+json", Problem, "Out of pets|No pet is left.|https://x.example/out|/pets/7")]
    [InlineData("application/problem+json; charset=utf-8", """{"detail":"d"}""", "|d||")]
    [InlineData("application/json", Problem, "Out of pets|No pet is left.|https://x.example/out|/pets/7")]
    [InlineData("application/json", """{"title":"A book"}""", "|||")]
    [InlineData("application/problem+json", """{"title":1,"detail":null}""", "|||")]
    [InlineData("application/problem+json", """[1]""", "|||")]
    [InlineData("application/problem+json", """{"title":""", "|||")]
    [InlineData("text/html", Problem, "|||")]
    public async Task Problem_details_are_on_every_exception(string contentType, string body, string expected)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), contentType, 409));

        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal(expected, $"{thrown.Title}|{thrown.Detail}|{thrown.Type}|{thrown.Instance}");
        Assert.DoesNotContain("pets/7", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_details_that_repeat_a_credential_are_masked()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(
            FaultKind.None, Encoding.UTF8.GetBytes($$"""{"title":"Bad key","detail":"{{PetServer.Key}} is unknown"}"""), "application/problem+json", 401));

        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.DoesNotContain(PetServer.Key, thrown.Detail, StringComparison.Ordinal);
        Assert.EndsWith(" is unknown", thrown.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-RateLimit-Limit: 100\r\nX-RateLimit-Remaining: 7\r\nX-RateLimit-Reset: 30\r\n", "100 7 30")]
    [InlineData("X-Rate-Limit-Limit: 100\r\nX-Rate-Limit-Remaining: 7\r\nX-Rate-Limit-Reset: 1445412540\r\n", "100 7 60")]
    [InlineData("X-RateLimit-Reset: 1445412540000\r\n", "  60")]
    [InlineData("X-RateLimit-Reset: 1445412000\r\n", "  0")]
    [InlineData("RateLimit-Limit: 100, 100;w=60\r\nRateLimit-Remaining: 0\r\nRateLimit-Reset: 5\r\n", "100 0 5")]
    [InlineData("RateLimit: limit=100, remaining=50, reset=9\r\n", "100 50 9")]
    [InlineData("RateLimit: \"default\";r=50;t=30\r\nRateLimit-Policy: \"default\";q=100;w=60\r\n", "100 50 30")]
    [InlineData("RateLimit: \"a\";r=50;t=30, \"b\";r=3;t=600\r\nRateLimit-Policy: \"a\";q=100;w=60,\"b\";q=1000;w=3600\r\n", "1000 3 600")]
    [InlineData("X-RateLimit-Remaining: many\r\n", null)]
    [InlineData("", null)]
    public async Task The_rate_limit_is_on_response_and_exception(string headers, string? expected)
    {
        headers += "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\n";
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson, headers: headers), FaultAnswer.Json("{}", 400, headers));
        PetClient client = server.Client();

        ApiResponse<Pet> response = await client.Pets.GetWithResponseAsync("a");
        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a"));

        Assert.Equal(expected, Describe(response.RateLimit));
        Assert.Equal(expected, Describe(thrown.RateLimit));
    }

    [Theory]
    [InlineData("Deprecation: @1688169599\r\nSunset: Sun, 30 Jun 2024 23:59:59 GMT\r\n", "GetPet 2023-06-30 2024-06-30")]
    [InlineData("Deprecation: true\r\n", "GetPet  ")]
    [InlineData("Deprecation: Sun, 30 Jun 2024 23:59:59 GMT\r\n", "GetPet 2024-06-30 ")]
    [InlineData("Sunset: Sun, 30 Jun 2024 23:59:59 GMT\r\n", "GetPet  2024-06-30")]
    [InlineData("Deprecation: @9999999999999999\r\n", "GetPet  ")]
    [InlineData("Deprecation: false\r\n", null)]
    [InlineData("", null)]
    public async Task A_deprecated_operation_is_reported_once(string headers, string? expected)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson, headers: headers));
        var reported = new List<string>();
        PetClient client = server.Client(options => options.OnDeprecation = notice =>
            reported.Add(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{notice.OperationId} {notice.DeprecatedAt:yyyy-MM-dd} {notice.SunsetAt:yyyy-MM-dd}")));

        await client.Pets.GetAsync("a");
        await client.Pets.GetAsync("b");

        Assert.Equal(expected is null ? [] : [expected], reported);
    }

    private static string? Describe(ApiRateLimit? limit) =>
        limit is ApiRateLimit known ? $"{known.Limit} {known.Remaining} {known.Reset?.TotalSeconds}" : null;
}
