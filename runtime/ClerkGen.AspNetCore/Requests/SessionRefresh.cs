using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Renews a browser's session whose token has expired, by its refresh cookie. Only for GET: a request with an effect must not
/// depend on a second call. A page sends many requests at once, so one renewal serves all with the same cookies, also shortly afterwards. Thread-safe.
/// </summary>
internal sealed class SessionRefresh(ClerkTokenVerifier verifier)
{
    private const string Session = "__session";
    private static readonly TimeSpan KeptWhenRenewed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptWhenRefused = TimeSpan.FromSeconds(5);

    private readonly VerificationFlights _flights = new();
    private readonly VerificationCache _renewed = new(verifier.Settings.Time);

    // By session: whoever has an expired token of their own must not drive requests with ever new refresh cookies.
    private readonly VerificationCache _refused = new(verifier.Settings.Time);

    /// <summary>Renews a session.</summary>
    /// <param name="expired">The expired token, whose signature was verified.</param>
    /// <param name="cookies">The request's cookies, the refresh token among them.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The caller with the cookies to set, or the reason why there is none.</returns>
    internal async ValueTask<ClerkVerification> TryAsync(
        Jwt expired, SessionCookies cookies, RequestTokens request, CancellationToken cancellationToken)
    {
        if (verifier.Settings.SecretKey is not { } secretKey)
        {
            return Refuse("missing-api-client");
        }

        if (ClerkCaller.OfJwt(expired, ClerkTokenKind.Session).SessionId is not { Length: > 0 } session)
        {
            return Refuse("expired-session-token-missing-sid-claim");
        }

        if (_refused.Find(session) is { } refused)
        {
            return refused;
        }

        // Cookies may be set for the host alone that the browser asked.
        string key = VerificationFlights.KeyOf($"{expired.Token} {cookies.Refresh} {cookies.IsSuffixed} {request.Origin}");
        if (_renewed.Find(key) is { } renewed)
        {
            return renewed;
        }

        // The first request may end before its answer is there.
        ReadOnlyMemory<byte> body = Body(expired.Token, cookies, request);
        return await _flights.AskAsync(
            key, () => RenewAsync(key, session, secretKey, body), static _ => Refuse("unexpected-sdk-error"), cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClerkVerification> RenewAsync(string key, string session, string secretKey, ReadOnlyMemory<byte> body)
    {
        ClerkVerification verification = await AskAsync(session, secretKey, body).ConfigureAwait(false);
        if (verification.IsAccepted)
        {
            _renewed.Keep(key, verification, KeptWhenRenewed);
        }
        else
        {
            _refused.Keep(session, verification, KeptWhenRefused);
        }

        return verification;
    }

    private async Task<ClerkVerification> AskAsync(string session, string secretKey, ReadOnlyMemory<byte> body)
    {
        using var message = new HttpRequestMessage(
            HttpMethod.Post, new Uri(verifier.Settings.Api, $"sessions/{Uri.EscapeDataString(session)}/refresh"));
        message.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secretKey);
        message.Headers.Add("Clerk-API-Version", TokenSettings.ApiDate);
        BackchannelAnswer answer;
        try
        {
            answer = await verifier.Settings.Backchannel.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return Refuse("fetch-error");
        }

        if (answer.Status != HttpStatusCode.OK || ReadCookies(answer.Body) is not { } set || TokenIn(set) is not { } token)
        {
            return Refuse("unexpected-bapi-error");
        }

        ClerkVerification renewed = await verifier.VerifyAsync(token, CancellationToken.None).ConfigureAwait(false);
        return renewed.Caller is { TokenKind: ClerkTokenKind.Session } caller
            ? ClerkVerification.Accept(caller, set)
            : Refuse("invalid-session-token");
    }

    private static ClerkVerification Refuse(string why) => ClerkVerification.Refuse(ClerkReason.ExpiredPrefix + why);

    private static ReadOnlyMemory<byte> Body(string expired, SessionCookies cookies, RequestTokens request)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("format"u8, "cookie"u8);
            writer.WriteString("expired_token"u8, expired);
            writer.WriteString("refresh_token"u8, cookies.Refresh);
            writer.WriteBoolean("suffixed_cookies"u8, cookies.IsSuffixed);
            writer.WriteString("request_origin"u8, request.Origin);
            writer.WriteStartObject("request_headers"u8);
            foreach ((string name, string value) in request.DescribingHeaders)
            {
                writer.WriteStartArray(name);
                writer.WriteStringValue(value);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static string[]? ReadCookies(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return SessionDetails.Texts(document.RootElement, "cookies");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TokenIn(string[] cookies)
    {
        foreach (string cookie in cookies)
        {
            int equals = cookie.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : cookie[..equals];
            if (name == Session || name.StartsWith(Session + "_", StringComparison.Ordinal))
            {
                int end = cookie.IndexOf(';', StringComparison.Ordinal);
                string value = end < 0 ? cookie[(equals + 1)..] : cookie[(equals + 1)..end];
                if (value.Length > 0)
                {
                    return value;
                }
            }
        }

        return null;
    }
}
