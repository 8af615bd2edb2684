using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>The outcome of fetching keys.</summary>
/// <param name="Keys">At least one key, or null.</param>
/// <param name="Reason">Why there are none.</param>
/// <param name="Detail">The failure, for a log: a status or a kind of exception, never a secret.</param>
internal readonly record struct KeyFetchResult(VerificationKey[]? Keys, string? Reason, string Detail);

/// <summary>Fetches a key set, with up to five repetitions within ten seconds. Thread-safe.</summary>
internal sealed class KeyFetch(ClerkBackchannel backchannel, Uri address, string? secretKey, string? apiVersion, TimeProvider time)
{
    private const int MostAttempts = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly (Uri, string?, string?, HttpMessageHandler, TimeProvider) _means = (address, secretKey, apiVersion, backchannel.Handler, time);

    /// <summary>Where keys are fetched. It holds no secret.</summary>
    internal Uri Address => address;

    /// <summary>Whether two fetches send the same request through the same handler.</summary>
    internal bool IsSame(KeyFetch other) => _means.Equals(other._means);

    internal async Task<KeyFetchResult> FetchAsync()
    {
        using var deadline = new CancellationTokenSource(Longest, time);
        TimeSpan wait = TimeSpan.FromMilliseconds(125);
        for (int attempt = 1; ; attempt++)
        {
            (KeyFetchResult result, bool isTransient) = await TryAsync(deadline.Token).ConfigureAwait(false);
            if (!isTransient || attempt == MostAttempts)
            {
                return result;
            }

            try
            {
                // Up to a quarter more or less, so that many servers do not ask together.
                await Task.Delay(wait * (0.75 + (Random.Shared.NextDouble() / 2)), time, deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return result;
            }

            wait *= 2;
        }
    }

    private async Task<(KeyFetchResult Result, bool IsTransient)> TryAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (secretKey is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secretKey);
        }

        if (apiVersion is not null)
        {
            request.Headers.Add("Clerk-API-Version", apiVersion);
        }

        try
        {
            BackchannelAnswer answer = await backchannel.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return answer.Status == HttpStatusCode.OK ? (Read(answer.Body), false) : Refused(answer);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return (new KeyFetchResult(null, ClerkReason.KeysNotLoaded, exception.GetType().Name), !cancellationToken.IsCancellationRequested);
        }
    }

    private static KeyFetchResult Read(byte[] body)
    {
        VerificationKey[]? keys = JwksReader.Read(body);
        return keys switch
        {
            null => new KeyFetchResult(null, ClerkReason.KeysInvalid, "no key set"),
            [] => new KeyFetchResult(null, HasNoKeys(body) ? ClerkReason.KeysNotLoaded : ClerkReason.KeysMissing, "no usable key"),
            _ => new KeyFetchResult(keys, null, ""),
        };
    }

    private static bool HasNoKeys(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("keys"u8).GetArrayLength() == 0;
    }

    private static (KeyFetchResult Result, bool IsTransient) Refused(BackchannelAnswer answer)
    {
        int status = (int)answer.Status;
        string detail = "status " + status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            return (new KeyFetchResult(null, ClerkReason.SecretKeyInvalid, detail), false);
        }

        return (new KeyFetchResult(null, ClerkReason.KeysNotLoaded, detail), status >= 500 || status is 408 or 429);
    }
}
