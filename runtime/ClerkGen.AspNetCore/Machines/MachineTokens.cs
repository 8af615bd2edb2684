using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Asks Clerk about opaque tokens. Sends one verification at a time per token, and all requests with that token wait for it. Results are
/// cached as the options define. Thread-safe.
/// </summary>
internal sealed class MachineTokens(TokenSettings settings)
{
    private const int LongestToken = 4096;
    private static readonly TimeSpan KeptWhenInvalid = TimeSpan.FromSeconds(5);

    private readonly VerificationCache _cache = new(settings.Time);
    private readonly VerificationFlights _flights = new();

    internal ValueTask<ClerkVerification> VerifyAsync(string token, ClerkTokenKind kind, CancellationToken cancellationToken)
    {
        string? secretKey = kind == ClerkTokenKind.MachineToMachine ? settings.MachineSecretKey ?? settings.SecretKey : settings.SecretKey;
        if (!IsWellFormed(token))
        {
            return new ValueTask<ClerkVerification>(ClerkVerification.Refuse(ClerkReason.TokenInvalid));
        }

        if (secretKey is null)
        {
            Log.TokenNotAsked(settings.Log, TokenKinds.Word(kind), ClerkReason.SecretKeyInvalid, "no secret key is configured");
            return new ValueTask<ClerkVerification>(ClerkVerification.Refuse(ClerkReason.SecretKeyInvalid));
        }

        string key = VerificationFlights.KeyOf(token);
        return _cache.Find(key) is { } known
            ? new ValueTask<ClerkVerification>(known)
            : _flights.AskAsync(
                key,
                () => AskClerkAsync(key, token, kind, secretKey),
                exception => Fault(kind, ClerkReason.UnexpectedError, exception.GetType().Name),
                cancellationToken);
    }

    private async Task<ClerkVerification> AskClerkAsync(string key, string token, ClerkTokenKind kind, string secretKey)
    {
        (string path, string member) = kind switch
        {
            ClerkTokenKind.MachineToMachine => ("m2m_tokens/verify", "token"),
            ClerkTokenKind.OAuth => ("oauth_applications/access_tokens/verify", "access_token"),
            _ => ("api_keys/verify", "secret"),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Api, path)) { Content = Body(member, token) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secretKey);
        request.Headers.Add("Clerk-API-Version", TokenSettings.ApiDate);
        BackchannelAnswer answer = await settings.Backchannel.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        switch (answer.Status)
        {
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.NotFound:
                return Keep(key, kind, ClerkVerification.Refuse(ClerkReason.TokenInvalid), KeptWhenInvalid);
            case HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity:
                return Keep(key, kind, ClerkVerification.Refuse(ClerkReason.TokenVerificationFailed), KeptWhenInvalid);
            case HttpStatusCode.Unauthorized:
                return Fault(kind, ClerkReason.SecretKeyInvalid, "status 401");
            default:
                return Fault(kind, ClerkReason.UnexpectedError, "status " + ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
        }

        // That Clerk knows the token is not yet a yes.
        MachineDetails? details = MachineDetails.OfAnswer(answer.Body);
        double now = settings.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (details is null || details.IsRevoked)
        {
            return Keep(key, kind, ClerkVerification.Refuse(ClerkReason.TokenInvalid), KeptWhenInvalid);
        }

        if (details.IsExpired || details.Expires <= now)
        {
            return Keep(key, kind, ClerkVerification.Refuse(ClerkReason.TokenExpired), KeptWhenInvalid);
        }

        TimeSpan kept = details.Expires is { } expires && expires - now < VerificationCache.Longest.TotalSeconds
            ? TimeSpan.FromSeconds(expires - now)
            : VerificationCache.Longest;
        return Keep(key, kind, ClerkVerification.Accept(ClerkCaller.OfOpaque(token, kind, details)), kept);
    }

    private ClerkVerification Keep(string key, ClerkTokenKind kind, ClerkVerification verification, TimeSpan time)
    {
        if (kind == ClerkTokenKind.ApiKey ? settings.CacheApiKeys : settings.CacheMachineTokens)
        {
            _cache.Keep(key, verification, time);
        }

        return verification;
    }

    private ClerkVerification Fault(ClerkTokenKind kind, string reason, string detail)
    {
        Log.TokenNotAsked(settings.Log, TokenKinds.Word(kind), reason, detail);
        return ClerkVerification.Refuse(reason);
    }

    private static bool IsWellFormed(string token)
    {
        foreach (char c in token)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return token.Length <= LongestToken;
    }

    private static ReadOnlyMemoryContent Body(string member, string token)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString(member, token);
            writer.WriteEndObject();
        }

        return new ReadOnlyMemoryContent(output.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
