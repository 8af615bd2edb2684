using System.Net;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Errors arrive with all that is known, typed where the body has a documented shape, and never lose their status.</summary>
public sealed class ErrorTests
{
    private const string Body = """{"errors":[{"code":"pet_gone","message":"Gone"},{"code":"pet_gone"},{"code":"bad id!"}],"pet_trace_id":"trace_1"}""";

    public static TheoryData<int> Statuses => [.. Enumerable.Range(400, 200).Where(static status => status % 7 == 0 || status is 400 or 401 or 403 or 404 or 409 or 422 or 429 or 500 or 599)];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_error_status_is_typed_when_its_body_has_the_documented_shape(int status)
    {
        PetErrorsException error = await FailAsync<PetErrorsException>(FaultAnswer.Json(Body, status, "X-Request-Id: req_1\r\n"));

        Assert.Equal(status, (int)error.StatusCode!.Value);
        Assert.Equal("pet_gone", error.Error.Errors[0].Code);
        Assert.Equal(["pet_gone"], error.ErrorCodes);
        Assert.Equal("trace_1", error.TraceId);
        Assert.Equal("req_1", error.RequestId);
        Assert.Equal(Body, error.ResponseText);
        Assert.Equal(("GetPet", "GET", "/pets/{pet_id}"), (error.OperationId, error.Method, error.PathTemplate));
        Assert.StartsWith($"GetPet failed: status {status}", error.Message, StringComparison.Ordinal);
        Assert.Contains("code pet_gone, trace trace_1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("<html>no</html>", "text/html")]
    [InlineData("{\"errors\":", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("\"text\"", "application/json")]
    [InlineData("42", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("{\"message\":\"Forbidden\"}", "application/json")]
    [InlineData("{\"errors\":null}", "application/json")]
    [InlineData("{\"errors\":\"no list\"}", "application/json")]
    [InlineData("{\"errors\":{}}", "application/json")]
    [InlineData("\u0000\u0001\u0002", "application/octet-stream")]
    public async Task An_error_of_another_shape_keeps_its_status_and_its_text(string body, string contentType)
    {
        ApiException error = await FailAsync<ApiException>(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), contentType, 403));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Equal(body.Replace('\0', ' ').Replace('\u0001', ' ').Replace('\u0002', ' '), error.ResponseText);
        Assert.True(error.Headers.TryGetValue("content-type", out string? type));
        Assert.Equal(contentType, type);
        Assert.Empty(error.ErrorCodes);
        Assert.True(body.Length < 3 || !error.Message.Contains(body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"deep"}],"unknown":1}""")]
    [InlineData("""{"errors":[{"message":"no code"}]}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("\uFEFF{\"errors\":[{\"code\":\"mark\"}]}")]
    public async Task Small_differences_do_not_take_the_type_away(string body) =>
        Assert.NotNull((await FailAsync<PetErrorsException>(FaultAnswer.Json(body, 422))).Error.Errors);

    [Fact]
    public async Task The_message_explains_status_304()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(304));

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Contains("has not changed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("edirect", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task Header_fields_that_are_too_large_are_named_in_the_error(int status)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson, status, $"X-Large: {new string('a', 70_000)}\r\n"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal(ApiResponseProblem.HeadersTooLarge, error.Problem);
        Assert.Contains("response headers", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MaxResponseBytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_another_charset_is_read()
    {
        byte[] body = Encoding.Unicode.GetBytes("""{"errors":[{"code":"utf16","message":"ä"}]}""");

        PetErrorsException error = await FailAsync<PetErrorsException>(new FaultAnswer(FaultKind.None, body, "application/json; charset=utf-16", 400));

        Assert.Equal("ä", error.Error.Errors[0].Message);
        Assert.Contains("utf16", error.ResponseText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":"top"}""", "top")]
    [InlineData("""{"error":"invalid_request"}""", "invalid_request")]
    [InlineData("""{"error":{"code":"card_declined","type":"x"}}""", "card_declined")]
    [InlineData("""{"type":"https://x/y"}""", null)]
    [InlineData("""{"code":42}""", "42")]
    [InlineData("""{"code":"two words"}""", null)]
    [InlineData("""{"code":["x"]}""", null)]
    [InlineData("""{"errors":["x"]}""", null)]
    public async Task Codes_are_found_where_servers_put_them_and_only_plain_words_are_taken(string body, string? code)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(body, 400));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client().Pets.GetAsync("pet_1"));

        Assert.Equal(code is null ? [] : [code], error.ErrorCodes);
    }

    [Fact]
    public async Task The_text_of_an_error_is_limited_and_masks_credentials()
    {
        string echo = $"{{\"you sent\":\"{PetServer.Key}\"}}" + new string('x', 10_000);

        ApiException error = await FailAsync<ApiException>(FaultAnswer.Json(echo, 400), static options => options.MaxErrorTextLength = 300);
        ApiException none = await FailAsync<ApiException>(FaultAnswer.Json(echo, 400), static options => options.MaxErrorTextLength = 0);
        ApiException cut = await FailAsync<ApiException>(FaultAnswer.Json(echo, 400), static options => options.MaxErrorTextLength = 20);

        Assert.Equal(300, error.ResponseText!.Length);
        Assert.StartsWith("{\"you sent\":\"***\"}xxx", error.ResponseText, StringComparison.Ordinal);
        Assert.Null(none.ResponseText);
        Assert.DoesNotContain("sk_", cut.ResponseText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_body_that_breaks_off_keeps_the_status()
    {
        ApiException error = await FailAsync<ApiException>(
            new FaultAnswer(FaultKind.CutWithLength, Encoding.UTF8.GetBytes(Body), "application/json", 422));

        Assert.Equal(422, (int)error.StatusCode!.Value);
        Assert.StartsWith("{\"errors\"", error.ResponseText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_body_that_stalls_keeps_the_status()
    {
        ApiException error = await FailAsync<ApiException>(
            new FaultAnswer(FaultKind.StallInBody, Encoding.UTF8.GetBytes(Body), "application/json", 422),
            static options => options.AttemptTimeout = TimeSpan.FromSeconds(1));

        Assert.Equal(422, (int)error.StatusCode!.Value);
    }

    [Fact]
    public async Task Strict_reading_does_not_hide_an_error()
    {
        PetErrorsException error = await FailAsync<PetErrorsException>(
            FaultAnswer.Json("""{"errors":[{"code":"x","surprise":1}],"surprise":2}""", 400),
            static options => options.StrictReading = true);

        Assert.Equal("x", error.Error.Errors[0].Code);
    }

    [Theory]
    [InlineData(401, "credential")]
    [InlineData(403, "not allowed")]
    [InlineData(404, "ids")]
    [InlineData(409, "conflicts")]
    [InlineData(422, "Correct the request")]
    [InlineData(429, "rate limit")]
    [InlineData(500, "Try again later")]
    public async Task A_message_has_the_next_step(int status, string advice)
    {
        ApiException error = await FailAsync<ApiException>(FaultAnswer.Json("{}", status), static options => options.MaxRetries = 0);

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_can_be_created_in_tests()
    {
        var errors = new PetErrors { Errors = [new PetError { Code = "x" }], PetTraceId = "trace_2" };
        var typed = new PetErrorsException(HttpStatusCode.Conflict, errors);

        Assert.Equal((HttpStatusCode.Conflict, "trace_2"), (typed.StatusCode, typed.TraceId));
        Assert.Same(errors, typed.Error);
        Assert.Equal("made up", new ApiException(HttpStatusCode.Gone, "made up").Message);
        Assert.Equal(TimeSpan.FromSeconds(1), new ApiTimeoutException(TimeSpan.FromSeconds(1), isOverall: true).Timeout);
        Assert.Equal(ApiConnectionProblem.Tls, new ApiConnectionException(ApiConnectionProblem.Tls).Problem);
        Assert.Equal(ApiResponseProblem.Empty, new ApiResponseFormatException(ApiResponseProblem.Empty).Problem);
    }

    private static async Task<T> FailAsync<T>(FaultAnswer answer, Action<PetClientOptions>? change = null)
        where T : ApiException
    {
        await using PetServer server = PetServer.Answering(answer);
        return await Assert.ThrowsAsync<T>(() => server.Client(change).Pets.GetAsync("pet_1"));
    }
}
