using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Requests;
using ClerkGen.Responses;
using ClerkGen.Results;
using ClerkGen.Retries;
using ClerkGen.Security;
using ClerkGen.Telemetry;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    /// <summary>Targets are encoded already and must go out as they are: nothing is to fold a segment away.</summary>
    internal static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Sends the request once and reads the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="retryReason">Why it is sent again, or null for the first attempt.</param>
    /// <returns>Null for a success, whose value the call then holds.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptFailure?> AttemptAsync(ApiCallContext call, string? retryReason)
    {
        CancellationToken token = call.BeginAttempt();
        call.Activity = CallTelemetry.Begin(call, retryReason);
        HttpRequestMessage message = CreateMessage(call);
        Uri target = message.RequestUri!;
        await Patience.WaitAsync(_client.OnSendingAsync(call, message, token), token).ConfigureAwait(false);
        await Patience.WaitAsync(call.Group.OnSendingAsync(call, message, token), token).ConfigureAwait(false);
        CheckHook(call, message, target);
        if (Transport.IsOwn)
        {
            CallTelemetry.Propagate(message);
        }

        Uri withoutCredentials = message.RequestUri!;
        await AuthorizeAsync(call, message, token).ConfigureAwait(false);
        target = message.RequestUri!;
        call.Stage = AttemptStage.Sending;
        HttpResponseMessage response = await Guarded(call, Transport.SendAsync(message, token), token).ConfigureAwait(false);
        call.Receive(response);
        bool wasRedirected = response.RequestMessage is HttpRequestMessage last
            && !ReferenceEquals(last.RequestUri, target)
            && last.RequestUri != target;
        Credentials.Remove(call, message, withoutCredentials);
        if (wasRedirected)
        {
            return AttemptFailure.OfFollowedRedirect;
        }

        call.Stage = AttemptStage.Handing;
        await Patience.WaitAsync(call.Group.OnReceivedAsync(call, response, token), token).ConfigureAwait(false);
        await Patience.WaitAsync(_client.OnReceivedAsync(call, response, token), token).ConfigureAwait(false);
        call.Stage = AttemptStage.Reading;
        if (call.Status is >= 200 and < 300)
        {
            if (call.Operation.UntypedResult.UseOf(call.Status) == ResponseUse.Buffer && call.Status is not (204 or 205))
            {
                await call.ReadBodyAsync(token).ConfigureAwait(false);
            }

            call.Stage = AttemptStage.Handing;
            call.TakeFingerprint();
            call.ReadValue();
            return null;
        }

        await ReadErrorAsync(call, token).ConfigureAwait(false);
        return call.Status is >= 300 and < 400 and not 304 ? AttemptFailure.OfRedirect : AttemptFailure.OfStatus;
    }

    /// <summary>Reads the body of an error as far as it comes: whatever happens to it, the status is known and must not be lost.</summary>
    private static async ValueTask ReadErrorAsync(ApiCallContext call, CancellationToken cancellationToken)
    {
        try
        {
            await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is IOException or HttpRequestException or InvalidDataException
                or OperationCanceledException or ApiResponseFormatException)
        {
            call.CallerToken.ThrowIfCancellationRequested();
        }
    }

    private HttpRequestMessage CreateMessage(ApiCallContext call)
    {
        ApiRequest request = call.Request;
        var message = new HttpRequestMessage(call.Operation.Method, new Uri(call.Server.Text + request.Target, Verbatim))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };

        // The handler repeats requests without content by itself, whatever their method (dotnet/runtime issue 86714): only GET and
        // HEAD may go without.
        if (request.Body is not null || !call.Operation.IsSafe)
        {
            AddContent(call, message, request.Body ?? RequestBody.Empty);
        }

        // All texts here were checked when they were set, so parsing them once more would only cost.
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("Accept", call.Operation.UntypedResult.Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", Decompression.Accepted);
        headers.TryAddWithoutValidation("User-Agent", Settings.UserAgent);
        if (Settings.Version is not null)
        {
            headers.TryAddWithoutValidation(Settings.Description.VersionHeader!, Settings.Version);
        }

        if (request.Headers is not null)
        {
            foreach (KeyValuePair<string, string> header in request.Headers)
            {
                AddField(call, message, header);
            }
        }

        if (request.Cookies is not null)
        {
            headers.TryAddWithoutValidation("Cookie", request.Cookies);
        }

        AddOptions(call, message);
        if (!Transport.IsOwn)
        {
            message.Options.Set(ApiCallContext.RequestKey, call);
        }

        return message;
    }

    private static void AddOptions(ApiCallContext call, HttpRequestMessage message)
    {
        if (call.Options is not RequestOptions options)
        {
            return;
        }

        if (options.IdempotencyKey is not null)
        {
            message.Headers.TryAddWithoutValidation("Idempotency-Key", options.IdempotencyKey);
        }

        if (options.HeadersOrNull is not null)
        {
            foreach (KeyValuePair<string, string> header in options.HeadersOrNull)
            {
                HeaderRules.Check(header.Key, header.Value);
                RemoveField(message.Headers, header.Key);
                RemoveField(message.Content?.Headers, header.Key);
                AddField(call, message, header);
            }
        }
    }

    private static void AddContent(ApiCallContext call, HttpRequestMessage message, RequestBody body)
    {
        call.Content = new RequestContent(body, message, message.RequestUri!);
        message.Content = call.Content;
    }

    // Fields like Content-Language and Expires (RFC 9110, section 8) are the content's in .NET, and refused everywhere else.
    private static void AddField(ApiCallContext call, HttpRequestMessage message, KeyValuePair<string, string> field)
    {
        if (!message.Headers.TryAddWithoutValidation(field.Key, field.Value))
        {
            if (message.Content is null)
            {
                AddContent(call, message, RequestBody.Empty);
            }

            message.Content!.Headers.TryAddWithoutValidation(field.Key, field.Value);
        }
    }

    // To remove a field that these headers cannot have would throw.
    private static void RemoveField(HttpHeaders? headers, string name)
    {
        if (headers?.NonValidated.Contains(name) == true)
        {
            headers.Remove(name);
        }
    }

    /// <summary>What a hook may not change, it must not have changed: retries and credentials depend on it.</summary>
    private static void CheckHook(ApiCallContext call, HttpRequestMessage message, Uri target)
    {
        if (!ReferenceEquals(message.Method, call.Operation.Method) && message.Method != call.Operation.Method)
        {
            throw new InvalidOperationException("A hook changed the request's method. Call another operation instead.");
        }

        if (!ReferenceEquals(message.RequestUri, target))
        {
            if (message.RequestUri is not { IsAbsoluteUri: true } uri || !call.Server.HasOriginOf(uri))
            {
                throw new InvalidOperationException("A hook changed the request to another server. Set the base address instead.");
            }

            call.Content?.Retarget(uri);
        }

        if (!ReferenceEquals(message.Content, call.Content))
        {
            // Nobody tells whether a hook's own content was begun, so it counts as delivered; and none at all would be sent again by
            // the handler.
            call.HasForeignContent = true;
            message.Content ??= call.Content;
        }
    }

    /// <summary>
    /// The answer, no later than the attempt's end, also when a handler or a stream of the caller ignores cancellation. An answer
    /// that comes after all is disposed of.
    /// </summary>
    private Task<HttpResponseMessage> Guarded(ApiCallContext call, Task<HttpResponseMessage> sending, CancellationToken cancellationToken) =>
        sending.IsCompleted || (Transport.IsOwn && call.Request.Body is null or { ReadsCallerStreams: false })
            ? sending
            : Patience.WaitAsync(sending, static late => late.Dispose(), cancellationToken);
}
