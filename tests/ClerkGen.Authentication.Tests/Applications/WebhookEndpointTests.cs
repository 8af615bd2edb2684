using System.Net;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using Microsoft.AspNetCore.Builder;

namespace ClerkGen.Authentication.Tests;

public sealed class WebhookEndpointTests
{
    private const string Secret = "whsec_UObisGqe++I4rA2n7gyAxjDUWeUXJTTo";
    private static readonly Clock Time = new(TokenForge.Now);
    private static readonly WebhookVerifier Verifier = new(Secret, Time);

    [Fact]
    public async Task A_signed_event_is_handled_and_answered_with_204()
    {
        List<string> handled = [];
        await using TestApplication application = await StartAsync(handled);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(application, """{"type":"user.created","name":"Zoë"}"""));
        Assert.Equal(["""msg_1 {"type":"user.created","name":"Zoë"}"""], handled);
    }

    [Fact]
    public async Task The_names_of_Standard_Webhooks_do_as_well()
    {
        List<string> handled = [];
        await using TestApplication application = await StartAsync(handled);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(application, "{}", prefix: "webhook-"));
        Assert.Single(handled);
    }

    [Fact]
    public async Task An_unsigned_request_gets_400_and_only_the_log_explains_it()
    {
        List<string> handled = [];
        await using TestApplication application = await StartAsync(handled);
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(application, "{}", change: request => request.Headers.Remove("svix-id")));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(application, "{}", change: request => request.Headers.Add("svix-id", "msg_2")));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(application, "{}", change: request => request.Content = new StringContent("{ }")));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(application, "no json"));
        Assert.Empty(handled);
        foreach (WebhookProblem problem in (WebhookProblem[])
            [WebhookProblem.MissingHeader, WebhookProblem.WrongSignature, WebhookProblem.BodyWrittenAgain, WebhookProblem.UnreadableBody])
        {
            Assert.Contains(application.Log.All, line => line.Contains(problem.ToString(), StringComparison.Ordinal));
        }

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await application.GetAsync("/webhooks")).Status);
    }

    [Theory]
    [InlineData(1000, false, HttpStatusCode.NoContent)]
    [InlineData(1001, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1000, true, HttpStatusCode.NoContent)]
    [InlineData(1001, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(100_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_limited_with_and_without_a_declared_length(int length, bool isChunked, HttpStatusCode status)
    {
        await using TestApplication application = await StartAsync([], maxBodyBytes: 1000);
        string body = "\"" + new string('a', length - 2) + "\"";
        Assert.Equal(status, await SendAsync(application, body, change: request => request.Headers.TransferEncodingChunked = isChunked));
    }

    [Fact]
    public async Task A_handler_that_throws_makes_the_sender_try_again()
    {
        await using TestApplication application = await TestApplication.StartAsync(Keys, map: application =>
            application.MapWebhook<RawEvent>("/webhooks", (_, _, _) => throw new InvalidOperationException("busy"), Verifier));
        Assert.Equal(HttpStatusCode.InternalServerError, await SendAsync(application, "{}"));
    }

    [Fact]
    public async Task A_handler_may_answer_otherwise()
    {
        await using TestApplication application = await TestApplication.StartAsync(Keys, map: application =>
            application.MapWebhook<RawEvent>(
                "/webhooks",
                (_, _, context) =>
                {
                    context.Response.StatusCode = 202;
                    return Task.CompletedTask;
                },
                Verifier));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(application, "{}"));
    }

    [Fact]
    public async Task The_secret_is_read_from_the_configuration_and_its_absence_is_reported_at_start()
    {
        Action<WebApplication> map = application => application.MapWebhook<RawEvent>("/webhooks", (_, _, _) => Task.CompletedTask);
        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(Keys, map: map));
        Assert.Contains("CLERK_WEBHOOK_SIGNING_SECRET", refusal.Message);
        await using TestApplication application = await TestApplication.StartAsync(Keys, new() { ["CLERK_WEBHOOK_SIGNING_SECRET"] = Secret }, map);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(application, "{}", verifier: new WebhookVerifier(Secret)));
    }

    [Fact]
    public async Task A_setting_without_a_value_leaves_the_secret_to_the_environment()
    {
        await using TestApplication application = await TestApplication.StartAsync(
            Keys,
            new() { ["Clerk:WebhookSigningSecret"] = "", [WebhookEndpointExtensions.SecretVariable] = Secret },
            map => map.MapWebhook<RawEvent>("/webhooks", (_, _, _) => Task.CompletedTask));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(application, "{}", verifier: new WebhookVerifier(Secret)));
    }

    private static void Keys(ClerkAuthenticationOptions options) => options.JwtKeys.Add(TokenForge.Shared.Pem);

    private static Task<TestApplication> StartAsync(List<string> handled, int maxBodyBytes = 1024 * 1024) =>
        TestApplication.StartAsync(Keys, map: application => application.MapWebhook<RawEvent>(
            "/webhooks",
            (value, headers, _) =>
            {
                handled.Add($"{headers.Id} {value.Json}");
                return Task.CompletedTask;
            },
            Verifier,
            maxBodyBytes));

    private static async Task<HttpStatusCode> SendAsync(
        TestApplication application, string body, string prefix = "svix-", Action<HttpRequestMessage>? change = null, WebhookVerifier? verifier = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        WebhookHeaders headers = (verifier ?? Verifier).Sign(bytes, "msg_1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(prefix + "id", headers.Id);
        request.Headers.Add(prefix + "timestamp", headers.Timestamp);
        request.Headers.Add(prefix + "signature", headers.Signature);
        change?.Invoke(request);
        return (await application.SendAsync(request)).Status;
    }

    private sealed record RawEvent(string Json) : IApiJson<RawEvent>
    {
        public static RawEvent ReadJson(ref ApiJsonReader reader) => new(JsonElement.ParseValue(ref reader.Json).GetRawText());

        public static void WriteJson(Utf8JsonWriter writer, RawEvent value) => writer.WriteRawValue(value.Json);
    }
}
