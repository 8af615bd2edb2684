using System.Runtime.CompilerServices;
using ClerkGen.Http;
using ClerkGen.Responses;
using ClerkGen.Results;
using ClerkGen.Retries;
using ClerkGen.Security;
using ClerkGen.Telemetry;
using ClerkGen.Transport;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    /// <summary>Sends the request once and reads the response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="retryReason">Why it is sent again, or null for the first attempt.</param>
    /// <returns>Null for a success, whose value the call then holds.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AttemptFailure?> AttemptAsync(ApiCall call, string? retryReason)
    {
        CancellationToken token = call.BeginAttempt();
        call.Activity = CallTelemetry.Begin(call, call.Server, retryReason);
        call.Message = RequestMessage.Create(call);
        Uri target = call.Message.RequestUri!;
        await Patience.WaitAsync(_client.OnSendingAsync(call, call.Message, token), token).ConfigureAwait(false);
        await Patience.WaitAsync(call.Group.OnSendingAsync(call, call.Message, token), token).ConfigureAwait(false);
        CheckHook(call, call.Message, target);
        if (Transport.IsOwn)
        {
            CallTelemetry.Propagate(call.Message);
        }

        Uri withoutCredentials = call.Message.RequestUri!;
        await AuthorizeAsync(call, call.Message, token).ConfigureAwait(false);
        target = call.Message.RequestUri!;

        if (!call.MayBeRepeatedByHandlers)
        {
            RegisteredHandler.Watch(call);
        }

        // A disposed HttpClient throws here, which is a mistake of the caller. Exceptions of its handlers come with the task.
        call.Stage = Transport.IsGiven ? AttemptStage.Preparing : AttemptStage.Sending;
        Task<HttpResponseMessage> sending = Transport.SendAsync(call.Message, token);
        call.Stage = AttemptStage.Sending;
        HttpResponseMessage response = await Guarded(call, sending, token).ConfigureAwait(false);
        AttemptFailure? redirect = Receive(call, response, target, withoutCredentials);
        if (redirect is not null)
        {
            return redirect;
        }

        await Patience.WaitAsync(call.Group.OnReceivedAsync(call, response, token), token).ConfigureAwait(false);
        await Patience.WaitAsync(_client.OnReceivedAsync(call, response, token), token).ConfigureAwait(false);
        call.Stage = AttemptStage.Reading;
        if (call.Status is >= 200 and < 300)
        {
            if (UseOf(call) == ResponseUse.Buffer)
            {
                await call.Response!.ReadAsync(token).ConfigureAwait(false);
            }

            Hand(call, call.Response!);
            return null;
        }

        if (call.Raw is null)
        {
            await ReadErrorAsync(call, call.Response!, token).ConfigureAwait(false);
        }

        return call.Status is 301 or 302 or 303 or 307 or 308 ? AttemptFailure.OfRedirect : AttemptFailure.OfStatus;
    }

    /// <summary>Takes the response, and the credentials off the message.</summary>
    /// <returns>Null, or how the response is a redirect.</returns>
    private AttemptFailure? Receive(ApiCall call, HttpResponseMessage response, Uri target, Uri withoutCredentials)
    {
        call.Receive(response);
        if (Settings.Options.OnDeprecation is not null)
        {
            ReportDeprecation(call, response);
        }

        AttemptFailure? redirect = RedirectOf(response, target);
        Credentials.Remove(call.Message!, call.Sent, withoutCredentials);
        return redirect;
    }

    private static AttemptFailure? RedirectOf(HttpResponseMessage response, Uri target)
    {
        bool wasFollowed = response.RequestMessage is HttpRequestMessage last && !ServerAddress.IsSame(last.RequestUri, target);
        return wasFollowed ? AttemptFailure.OfFollowedRedirect : Browser.IsRedirect(response) ? AttemptFailure.OfRedirect : null;
    }

    /// <summary>Reads the body of a success. A raw call leaves it unread.</summary>
    private static ResponseUse UseOf(ApiCall call) =>
        call.Raw is not null || call.Status is 204 or 205 ? ResponseUse.Ignore : call.Operation.UntypedResult.UseOf(call.Status);

    /// <summary>Hands a success on.</summary>
    private static void Hand(ApiCall call, ResponseBody body)
    {
        call.Stage = AttemptStage.Handing;
        if (call.Raw is RawAnswer raw)
        {
            raw.Take(call, body);
            return;
        }

        if (UseOf(call) != ResponseUse.Ignore)
        {
            body.CheckMediaType();
        }

        call.ReadValue(body);
    }

    /// <summary>Reads as much of an error's body as arrives. The status is known and must survive a broken body.</summary>
    private static async ValueTask ReadErrorAsync(ApiCall call, ResponseBody body, CancellationToken cancellationToken)
    {
        try
        {
            await body.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (HandlerFailure.EndsCall(exception))
        {
            call.CallerToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Retries and credentials depend on these, so a hook must not have changed them.</summary>
    private static void CheckHook(ApiCall call, HttpRequestMessage message, Uri target)
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
            // A hook's own content does not report its use, so it counts as delivered. Without content, the
            // handler would send the request again.
            call.HasForeignContent = true;
            message.Content ??= call.Content;
        }
    }

    /// <summary>
    /// The response, no later than the attempt's end, also when a handler or a stream of the caller ignores cancellation. A response that
    /// comes after all is disposed of.
    /// </summary>
    private Task<HttpResponseMessage> Guarded(ApiCall call, Task<HttpResponseMessage> sending, CancellationToken cancellationToken) =>
        sending.IsCompleted || (Transport.IsOwn && call.Request.Body is null or { ReadsCallerStreams: false })
            ? sending
            : Patience.WaitAsync(sending, static late => HandlerFailure.Release(late), cancellationToken);
}
