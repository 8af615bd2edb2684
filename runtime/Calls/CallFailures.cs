using ClerkGen.GeneratedSupport;
using ClerkGen.Requests;
using ClerkGen.Responses;
using ClerkGen.Retries;

namespace ClerkGen.Calls;

/// <summary>Classifies failures of attempts, and creates the exceptions that end calls.</summary>
internal static class CallFailures
{
    /// <summary>The failure that an exception means, or null if the caller must get the exception itself.</summary>
    internal static AttemptFailure? Of(ApiCall call, Exception exception)
    {
        if (exception is ApiResponseFormatException unreadable)
        {
            return AttemptFailure.Unreadable(unreadable);
        }

        // Exceptions of the caller's stream, hook or credential provider reach the caller unchanged.
        if (call.Content?.SourceFailure is not null || call.CallerToken.IsCancellationRequested)
        {
            return null;
        }

        if (call.IsTimedOut && exception is (OperationCanceledException or ObjectDisposedException))
        {
            return AttemptFailure.TimedOut(exception);
        }

        if (call.Stage is AttemptStage.Preparing or AttemptStage.Handing)
        {
            return null;
        }

        if (call.Stage == AttemptStage.Sending && !call.Pipeline.Transport.IsOwn && OfGivenClient(call, exception) is AttemptFailure given)
        {
            return given;
        }

        return exception switch
        {
            OperationCanceledException => OfForeignTimeout(call, exception),
            HttpRequestException request => OfRequest(call, request),
            CutOffException => Unreadable(call, ApiResponseProblem.Truncated),
            InvalidDataException => Unreadable(call, ApiResponseProblem.Encoding),
            IOException => AttemptFailure.Broken(exception),

            // A handler disposed of the response that it returned. Its status is known.
            ObjectDisposedException when call.Stage == AttemptStage.Reading && !call.Pipeline.Transport.IsOwn => AttemptFailure.Broken(exception),
            _ => null,
        };
    }

    /// <summary>Failures that only a given <see cref="HttpClient"/> and its handlers cause, or null.</summary>
    private static AttemptFailure? OfGivenClient(ApiCall call, Exception exception)
    {
        if (RepeatedRequestException.IsBehind(exception))
        {
            return !call.TryReceiveDropped() ? AttemptFailure.Aborted(exception)
                : call.Status is >= 300 and < 400 and not 304 ? AttemptFailure.OfRedirect : AttemptFailure.OfStatus;
        }

        if (call.Content is { WasRedirected: true })
        {
            return AttemptFailure.OfRefusedRedirect;
        }

        return exception switch
        {
            OperationCanceledException { InnerException: TimeoutException } => OfTimeout(call, exception),

            // Its pending requests were cancelled, or it was disposed of.
            OperationCanceledException => AttemptFailure.Aborted(exception),
            _ when exception is TimeoutException || IsTimeoutOfPolly(exception) => AttemptFailure.TimedOut(exception, call.AttemptElapsed),
            HttpRequestException or IOException or InvalidDataException => null,

            // A mistake in the program is no failure of the call.
            InvalidOperationException or ArgumentException or NotSupportedException or NullReferenceException => null,
            _ => AttemptFailure.Aborted(exception),
        };
    }

    // The client's own limit, its handler's connect timeout, or another handler's limit.
    private static AttemptFailure OfTimeout(ApiCall call, Exception exception)
    {
        TimeSpan limit = call.Pipeline.Transport.Timeout;
        TimeSpan elapsed = call.AttemptElapsed;
        bool isOfClient = limit > TimeSpan.Zero && elapsed > limit - TimeSpan.FromMilliseconds(50);
        return isOfClient || call.WasDelivered
            ? AttemptFailure.TimedOut(exception, isOfClient ? limit : elapsed)
            : AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception);
    }

    // Compared by name: the host brings the package, and its timeouts have no base type of the platform.
    private static bool IsTimeoutOfPolly(Exception exception) => exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException";

    // The own handler's limit for connecting.
    private static AttemptFailure OfForeignTimeout(ApiCall call, Exception exception) =>
        call.WasDelivered && !(call.Pipeline.Transport.IsOwn && exception.InnerException is TimeoutException)
            ? AttemptFailure.TimedOut(exception)
            : AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception);

    private static AttemptFailure OfRequest(ApiCall call, HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => AttemptFailure.NotSent(ApiConnectionProblem.NameResolution, exception),
        HttpRequestError.ConnectionError => AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception),
        HttpRequestError.SecureConnectionError => AttemptFailure.NotSent(ApiConnectionProblem.Tls, exception),
        HttpRequestError.ProxyTunnelError => AttemptFailure.NotSent(ApiConnectionProblem.Proxy, exception),
        HttpRequestError.InvalidResponse => Unreadable(call, ApiResponseProblem.Malformed),
        HttpRequestError.ConfigurationLimitExceeded => Unreadable(call, ApiResponseProblem.HeadersTooLarge),
        _ => call.WasDelivered
            ? AttemptFailure.Broken(exception)
            : AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception),
    };

    /// <summary>The exception that ends a call.</summary>
    internal static ApiException ExceptionOf(ApiCall call, AttemptFailure failure)
    {
        ApiErrorContext context = call.CreateErrorContext(call.WasAmbiguous);
        switch (failure.Kind)
        {
            case FailureKind.Status:
                return call.Response!.ReadError(call.Operation.Errors ?? call.Settings.Description.Errors, context) ?? new ApiException(context);
            case FailureKind.Redirect or FailureKind.FollowedRedirect:
                return new ApiRedirectException(context, failure.Kind == FailureKind.FollowedRedirect || call.Response is null);
            case FailureKind.Timeout when failure.Limit is TimeSpan limit:
                return new ApiTimeoutException(context, limit, isOverall: false, failure.Cause, isOfHttpClient: true);
            case FailureKind.Timeout:
                return new ApiTimeoutException(
                    context,
                    call.IsLimitedByCall ? call.Timeout : call.AttemptTimeout,
                    call.IsLimitedByCall,
                    failure.Cause);
            case FailureKind.CutOff or FailureKind.Unreadable:
                return failure.Format!;
            default:
                // The text of a proxy's error can hold the proxy's URL, and with it the proxy's password.
                Exception? cause = failure.Connection == ApiConnectionProblem.Proxy ? null : failure.Cause;
                return new ApiConnectionException(context, failure.Connection, cause);
        }
    }

    private static AttemptFailure Unreadable(ApiCall call, ApiResponseProblem problem) => AttemptFailure.Unreadable(
        call.Response?.Failed(problem) ?? new ApiResponseFormatException(call.CreateErrorContext(!call.IsSafe), problem, null, null));
}
