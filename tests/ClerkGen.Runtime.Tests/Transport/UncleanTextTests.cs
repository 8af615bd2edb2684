using System.Net;
using System.Text;
using ClerkGen.Http;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>For any encoding of a response's text, the call ends in a value or in one exception with the status.</summary>
public sealed class UncleanTextTests
{
    private const string Umlauts = "{\"errors\":[{\"code\":\"pet_gone\",\"message\":\"Gr\u00FC\u00DFe\"}],\"pet_trace_id\":\"trace_1\"}";

    [Theory]
    [InlineData("iso-8859-1", "application/json; charset=iso-8859-1")]
    [InlineData("iso-8859-1", "application/json")]
    [InlineData("iso-8859-1", "application/json; charset=utf-8")]
    [InlineData("utf-16", "application/json; charset=utf-16")]
    [InlineData("utf-16", "application/json")]
    [InlineData("utf-16BE", "application/json; charset=utf-16BE")]
    [InlineData("utf-16BE", "application/json")]
    [InlineData("utf-8", "application/json; charset=utf-7")]
    [InlineData("utf-8", "application/json; charset=none-such")]
    [InlineData("utf-8", "application/json; charset=\"utf-8\"")]
    [InlineData("utf-8", "application/json; charset=us-ascii")]
    [InlineData("utf-8", "application/json; charset=x-user-defined")]
    [InlineData("iso-8859-1", "application/json; charset=windows-1252")]
    [InlineData("iso-8859-1", "application/json; charset=shift_jis")]
    [InlineData("iso-8859-1", "application/json; charset=us-ascii")]
    [InlineData("utf-16", "application/json; charset=ucs-2")]
    [InlineData("utf-32", "application/json; charset=utf-32")]
    [InlineData("utf-8", ";;;===,,,")]
    [InlineData("utf-8", "application/json; charset")]
    public async Task An_error_in_any_charset_is_typed_and_has_its_text(string encoding, string contentType)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes(Umlauts);
        PetErrorsException error = await FailAsync<PetErrorsException>(body, contentType, 422);

        Assert.Equal(422, (int)error.StatusCode!.Value);
        Assert.Equal("pet_gone", error.Error.Errors[0].Code);
        Assert.Equal(["pet_gone"], error.ErrorCodes);
        Assert.Equal("trace_1", error.TraceId);
        Assert.Contains("pet_gone", error.ResponseText, StringComparison.Ordinal);
        Assert.True(contentType.Contains("none", StringComparison.Ordinal) || contentType.Contains("utf-7", StringComparison.Ordinal) || error.ResponseText!.Contains("Gr\u00FC\u00DFe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"\ud800"}]}""")]
    [InlineData("""{"errors":[{"code":"a\udc00b"},{"code":"pet_gone"}]}""")]
    [InlineData("""{"code":"\ud800\ud800"}""")]
    [InlineData("""{"pet_trace_id":"\udfff"}""")]
    [InlineData("""{"\ud800trace_id":"x","code":"y"}""")]
    [InlineData("""{"errors":[{"\ud800":1,"code":"pet_gone"}],"\udc00":2}""")]
    [InlineData("""{"error":{"\udc00":1,"code":"\ud800"}}""")]
    [InlineData("""{"type":"\ud83d"}""")]
    public async Task Half_a_surrogate_pair_hides_no_status(string body)
    {
        foreach (int status in (int[])[400, 404, 418, 500, 599])
        {
            ApiException error = await FailAsync<ApiException>(Encoding.UTF8.GetBytes(body), "application/json", status);

            Assert.Equal(status, (int)error.StatusCode!.Value);
            Assert.Equal("req_1", error.RequestId);
            Assert.DoesNotContain(error.ErrorCodes, static code => code.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'));
        }
    }

    [Theory]
    [InlineData("utf-16", "application/problem+json; charset=utf-16")]
    [InlineData("utf-16BE", "application/problem+json")]
    [InlineData("iso-8859-1", "application/problem+json")]
    [InlineData("iso-8859-1", "application/json; charset=iso-8859-1")]
    public async Task Problem_details_in_any_charset_have_their_text(string encoding, string contentType)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes("""{"title":"Gr\u00FC\u00DFe","detail":"d\u00FC","type":"t","instance":"\ud800"}""".Replace("\\u00FC", "\u00FC", StringComparison.Ordinal));

        ApiException error = await FailAsync<ApiException>(body, contentType, 409);

        Assert.Equal(("Gr\u00FC\u00DFe", "d\u00FC", "t", null), (error.Title, error.Detail, error.Type, error.Instance));
    }

    [Fact]
    public async Task Half_a_character_at_the_end_does_not_make_an_error_another_text()
    {
        ApiException error = await FailAsync<ApiException>(Encoding.Unicode.GetBytes("Gr\u00FC\u00DFe!")[..^1], "text/plain; charset=utf-16", 502);

        Assert.StartsWith("Gr\u00FC\u00DFe", error.ResponseText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_byte_order_marks_hide_no_error()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        PetErrorsException error = await FailAsync<PetErrorsException>([.. mark, .. mark, .. Encoding.UTF8.GetBytes(Umlauts)], "application/json", 422);

        Assert.Equal(["pet_gone"], error.ErrorCodes);
    }

    [Fact]
    public async Task The_text_of_an_error_does_not_end_in_the_middle_of_a_character()
    {
        byte[] body = Encoding.UTF8.GetBytes("abc\U0001F600d");

        ApiException error = await FailAsync<ApiException>(body, "text/plain", 502, static options => options.MaxErrorTextLength = 4);

        Assert.Equal("abc", error.ResponseText);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_member_whose_name_is_the_credential_is_masked_in_paths(bool isStrict)
    {
        foreach (string key in (string[])[PetServer.Key, "sk_test_canary" + new string('x', 200)])
        {
            var seen = new List<string>();
            await using PetServer server = PetServer.Answering(FaultAnswer.Json($$"""{"id":"a","{{key}}":1}"""));
            PetClient client = server.Client(options =>
            {
                options.SecretKey = key;
                options.StrictReading = isStrict;
                options.OnDeviation = deviation => seen.Add(deviation.Path);
            });

            ApiResponseFormatException? error = await Record.ExceptionAsync(() => client.Pets.GetAsync("a")) as ApiResponseFormatException;

            Assert.Equal(isStrict, error is not null);
            Assert.Contains("***", isStrict ? error!.Path : Assert.Single(seen), StringComparison.Ordinal);
            Assert.DoesNotContain("canary", string.Join('\n', [error?.ToString() ?? "", .. seen]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("unicode-1-1-utf-7")]
    [InlineData("none-such")]
    [InlineData("\u0001")]
    [InlineData("utf-8; q=\"")]
    [InlineData("")]
    public async Task A_charset_that_is_refused_is_a_status_or_a_problem_of_the_answer(string charset)
    {
        byte[] body = Encoding.UTF8.GetBytes(PetServer.PetJson);
        foreach (int status in (int[])[200, 404, 503])
        {
            await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, body, $"application/json; charset={charset}", status));
            Exception? error = await Record.ExceptionAsync(() => server.Client(static options => options.MaxRetries = 0).Pets.GetAsync("a"));

            Assert.True(error is null ? status == 200 : error is ApiException { StatusCode: { } code } && (int)code == status, $"{status}: {error}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(199)]
    [InlineData(600)]
    [InlineData(999)]
    public async Task A_status_out_of_range_is_one_exception(int status)
    {
        using var handler = new RecordingHandler(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("x") });
        using var http = new HttpClient(handler);
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a"));
        Assert.Equal(status, (int)error.StatusCode!.Value);
        Assert.Contains($"status {status}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("099")]
    [InlineData("999")]
    public async Task A_malformed_status_line_is_one_exception(string status)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "x"u8.ToArray(), "text/plain", int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client(static options => options.MaxRetries = 0).Pets.GetAsync("a"));
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("sk_test_canary+/0123")]
    [InlineData("sk_test_canary\u005C\u00220123")]
    [InlineData("sk_test_canary<&>0123")]
    public void A_credential_is_masked_however_it_is_written(string secret)
    {
        string json = System.Text.Json.JsonSerializer.Serialize(secret)[1..^1];
        string relaxed = System.Text.Json.JsonEncodedText.Encode(secret, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        string everything = string.Concat(secret.Select(static c => $"\\u{(int)c:x4}"));
        foreach (string written in (string[])[secret, json, relaxed, everything, Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).Replace("%2B", "%2b", StringComparison.Ordinal), WebUtility.HtmlEncode(secret), secret.Replace("+", "&#x2B;", StringComparison.Ordinal), secret.Replace("+", "&plus;", StringComparison.Ordinal), secret.Replace("+", "\\x2B", StringComparison.Ordinal)])
        {
            Assert.Equal("{\"a\":\"***\"} 100%", SecretMask.Apply($"{{\"a\":\"{written}\"}} 100%", [secret]));
        }

        string doubled = json.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        string inUrl = Uri.EscapeDataString(Uri.EscapeDataString(Uri.EscapeDataString(secret)));
        foreach (string written in (string[])[doubled, JsonOf(JsonOf(json)), JsonOf(JsonOf(JsonOf(relaxed))), inUrl, WebUtility.HtmlEncode(WebUtility.HtmlEncode(secret))])
        {
            Assert.Equal("{\"a\":\"***\"} 100%", SecretMask.Apply($"{{\"a\":\"{written}\"}} 100%", [secret]));
        }

        Assert.Equal("sk_test_canar", SecretMask.Apply("sk_test_canar", [secret]));
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("%25")]
    [InlineData("&amp;")]
    [InlineData("amp;")]
    [InlineData("\\u")]
    public void Masking_takes_a_time_that_grows_with_the_text(string piece)
    {
        string text = "&" + string.Concat(Enumerable.Repeat(piece, 1_000_000));

        Assert.Same(text, SecretMask.Apply(text, ["sk_test_canary+/0123", "\\&%0123"]));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Bearer {0} is wrong")]
    public async Task A_credential_that_an_error_repeats_is_in_no_part_of_the_exception(string text)
    {
        const string key = "sk_test_canary+0123456789";
        foreach (string written in (string[])[key, "sk_test_canary\\u002B0123456789", "sk_test_canary%2B0123456789"])
        {
            string message = text.Replace("{0}", written, StringComparison.Ordinal);
            byte[] body = Encoding.UTF8.GetBytes($"{{\"errors\":[{{\"code\":\"{message}\",\"message\":\"{message}\"}}],\"pet_trace_id\":\"{message}\"}}");
            PetErrorsException error = await FailAsync<PetErrorsException>(body, "application/json", 422, options => options.SecretKey = key);

            string all = string.Join('\n', error.ResponseText, error.Error.Errors[0].Code, error.Error.PetTraceId, error.TraceId, string.Join(' ', error.ErrorCodes), error.ToString());
            Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
            Assert.Contains("***", error.Error.Errors[0].Code, StringComparison.Ordinal);
        }
    }

    private static string JsonOf(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];

    private static async Task<T> FailAsync<T>(byte[] body, string contentType, int status, Action<PetClientOptions>? change = null)
        where T : ApiException
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, body, contentType, status, "X-Request-Id: req_1\r\n"));
        return (T)await Assert.ThrowsAnyAsync<ApiException>(() => server.Client(options =>
        {
            options.MaxRetries = 0;
            change?.Invoke(options);
        }).Pets.GetAsync("pet_1"));
    }
}
