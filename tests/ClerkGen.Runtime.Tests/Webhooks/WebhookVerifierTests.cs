using System.Text;

namespace ClerkGen.Runtime.Tests.Webhooks;

public sealed class WebhookVerifierTests
{
    private const string Secret = "whsec_UObisGqe++I4rA2n7gyAxjDUWeUXJTTo";
    private const string OtherSecret = "whsec_XE4zt/ZH14u3k5dNTLjOKC7LP/ZbzUKP";
    private const long Now = 1_790_000_000;
    private const string Body = """{"data":{"id":"user_1","name":"Zoë <z>"},"type":"user.created","timestamp":1790000000000}""";

    private static readonly WebhookVerifier Verifier = new(Secret, new FixedClock(Now));

    [Theory]
    [InlineData(-300)]
    [InlineData(0)]
    [InlineData(300)]
    public void A_webhook_within_five_minutes_is_accepted(int seconds) => Verifier.Verify(Bytes(Body), SignedAt(Now + seconds));

    [Theory]
    [InlineData(-301, WebhookProblem.TooOld)]
    [InlineData(301, WebhookProblem.TooNew)]
    [InlineData(-Now, WebhookProblem.TooOld)]
    public void A_webhook_beyond_five_minutes_is_refused(long seconds, WebhookProblem problem) =>
        Assert.Equal(problem, Refusal(Bytes(Body), SignedAt(Now + seconds)).Problem);

    [Theory]
    [InlineData("soon")]
    [InlineData("1790000000.0")]
    [InlineData("1,790,000,000")]
    [InlineData(" 1790000000")]
    [InlineData("99999999999999999999999999")]
    public void A_timestamp_that_is_not_a_whole_number_is_refused(string timestamp) => Assert.Equal(
        WebhookProblem.MalformedTimestamp, Refusal(Bytes(Body), new WebhookHeaders("msg_1", timestamp, "v1,AAAA")).Problem);

    [Theory]
    [InlineData("9223372036854775807", WebhookProblem.TooNew)]
    [InlineData("-9223372036854775808", WebhookProblem.TooOld)]
    public void The_largest_numbers_do_not_overflow(string timestamp, WebhookProblem problem) =>
        Assert.Equal(problem, Refusal(Bytes(Body), new WebhookHeaders("msg_1", timestamp, "v1,AAAA")).Problem);

    [Fact]
    public void Any_of_several_secrets_accepts()
    {
        WebhookHeaders headers = SignedAt(Now);
        new WebhookVerifier([OtherSecret, Secret], new FixedClock(Now)).Verify(Bytes(Body), headers);
        new WebhookVerifier($"{OtherSecret} {Secret}", new FixedClock(Now)).Verify(Bytes(Body), headers);
        var other = new WebhookVerifier(OtherSecret, new FixedClock(Now));
        Assert.Equal(
            WebhookProblem.WrongSignature, Assert.Throws<WebhookException>(() => other.Verify(Bytes(Body), headers)).Problem);
    }

    [Fact]
    public void Any_of_several_signatures_accepts_wherever_it_is()
    {
        WebhookHeaders right = SignedAt(Now);
        string wrong = new WebhookVerifier(OtherSecret, new FixedClock(Now)).Sign(Bytes(Body), "msg_1").Signature!;
        foreach (string signatures in (string[])[$"{wrong} {right.Signature}", $"{right.Signature} {wrong}", $"v1a,AAAA  v9,xyz {right.Signature}"])
        {
            Verifier.Verify(Bytes(Body), new WebhookHeaders(right.Id, right.Timestamp, signatures));
        }
    }

    [Fact]
    public void Signatures_of_other_versions_alone_are_named_as_such()
    {
        WebhookHeaders right = SignedAt(Now);
        Assert.Equal(
            WebhookProblem.NoKnownSignature,
            Refusal(Bytes(Body), new WebhookHeaders(right.Id, right.Timestamp, right.Signature!.Replace("v1,", "v2,"))).Problem);
    }

    [Fact]
    public void Ten_thousand_signatures_are_not_all_tried()
    {
        WebhookHeaders right = SignedAt(Now);
        string flood = string.Join(' ', Enumerable.Repeat(new string('A', 2), 10_000));
        Assert.Equal(
            WebhookProblem.WrongSignature,
            Refusal(Bytes(Body), new WebhookHeaders(right.Id, right.Timestamp, $"{flood} {right.Signature}")).Problem);
    }

    [Theory]
    [InlineData("""
        {
          "data": { "id": "user_1", "name": "Zoë <z>" },
          "type": "user.created",
          "timestamp": 1790000000000
        }
        """)]
    [InlineData("""{"data": {"id": "user_1", "name": "Zoë <z>"}, "type": "user.created", "timestamp": 1790000000000}""")]
    [InlineData("""{"data":{"id":"user_1","name":"Zo\u00eb \u003Cz\u003E"},"type":"user.created","timestamp":1790000000000}""")]
    [InlineData("\uFEFF" + Body)]
    [InlineData(Body + "\r\n")]
    public void A_body_that_was_written_again_is_named_as_such(string body)
    {
        WebhookException refusal = Refusal(Bytes(body), SignedAt(Now));
        Assert.Equal(WebhookProblem.BodyWrittenAgain, refusal.Problem);
        Assert.Contains("before anything reads them", refusal.Message);
    }

    [Theory]
    [InlineData("""{"data":{"id":"user_2"},"type":"user.created"}""")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    public void Another_body_is_refused(string body) =>
        Assert.Equal(WebhookProblem.WrongSignature, Refusal(Bytes(body), SignedAt(Now)).Problem);

    [Fact]
    public void Any_bytes_that_are_signed_verify()
    {
        byte[] body = [0xFF, 0x00, 0xFE];
        Verifier.Verify(body, Verifier.Sign(body, "msg_1"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("whsec_", "empty")]
    [InlineData("whsec_not base64!", "not base64")]
    [InlineData("my-webhook-secret", "not base64")]
    [InlineData("sk_test_abcdefgh", "API key")]
    [InlineData("pk_test_abcdefgh", "API key")]
    [InlineData("whsk_abcd", "asymmetric")]
    [InlineData("https://example.com/webhooks", "address")]
    [InlineData("\"whsec_abcd\"", "quote")]
    public void A_secret_of_the_wrong_form_is_named_and_not_repeated(string secret, string mistake)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new WebhookVerifier(secret));
        Assert.Contains(mistake, refusal.Message);
        Assert.False(secret.Length > 6 && refusal.Message.Contains(secret));
    }

    [Fact]
    public void A_secret_of_an_unusual_length_is_named_when_no_signature_matches()
    {
        var verifier = new WebhookVerifier("mysecret", new FixedClock(Now));
        WebhookException refusal = Assert.Throws<WebhookException>(() => verifier.Verify(Bytes(Body), SignedAt(Now)));
        Assert.Contains("6 bytes", refusal.Message);
    }

    [Fact]
    public void Headers_are_found_ignoring_case_and_only_whole_families_count()
    {
        WebhookHeaders right = SignedAt(Now);
        WebhookHeaders found = WebhookHeaders.From(new Dictionary<string, string>
        {
            ["svix-id"] = "msg_other",
            ["Webhook-Id"] = right.Id!,
            ["WEBHOOK-TIMESTAMP"] = right.Timestamp!,
            ["webhook-signature"] = right.Signature!,
        });
        Assert.Equal(right, found);
        Verifier.Verify(Bytes(Body), found);
    }

    [Fact]
    public void A_header_that_is_there_twice_is_refused_unless_the_values_are_equal()
    {
        WebhookHeaders right = SignedAt(Now);
        KeyValuePair<string, string>[] headers =
        [
            new("svix-id", "msg_1"), new("svix-timestamp", right.Timestamp!), new("svix-signature", right.Signature!), new("SVIX-ID", "msg_1"),
        ];
        Verifier.Verify(Bytes(Body), WebhookHeaders.From(headers));
        headers[^1] = new("svix-id", "msg_2");
        Assert.Equal(WebhookProblem.DuplicateHeader, Refusal(Bytes(Body), WebhookHeaders.From(headers)).Problem);
    }

    [Fact]
    public void A_signed_body_that_is_not_JSON_is_an_unreadable_event()
    {
        foreach (string body in (string[])["no json", "null", ""])
        {
            WebhookException refusal = Assert.Throws<WebhookException>(
                () => Verifier.Parse<AnyEvent>(Bytes(body), Verifier.Sign(Bytes(body), "msg_1")));
            Assert.Equal(WebhookProblem.UnreadableBody, refusal.Problem);
        }

        Assert.NotNull(Verifier.Parse<AnyEvent>(Bytes(Body), SignedAt(Now)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static WebhookHeaders SignedAt(long seconds) => new WebhookVerifier(Secret, new FixedClock(seconds)).Sign(Bytes(Body), "msg_1");

    private static WebhookException Refusal(byte[] body, WebhookHeaders headers) =>
        Assert.Throws<WebhookException>(() => Verifier.Verify(body, headers));

    private sealed class FixedClock(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    private sealed class AnyEvent : GeneratedSupport.IApiJson<AnyEvent>
    {
        public static AnyEvent ReadJson(ref GeneratedSupport.ApiJsonReader reader)
        {
            if (reader.Json.TokenType == System.Text.Json.JsonTokenType.Null)
            {
                return null!;
            }

            reader.Json.Skip();
            return new AnyEvent();
        }

        public static void WriteJson(System.Text.Json.Utf8JsonWriter writer, AnyEvent value) => writer.WriteNullValue();
    }
}
