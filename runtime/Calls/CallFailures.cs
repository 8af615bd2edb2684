using ClerkGen.GeneratedSupport;
using ClerkGen.Retries;

namespace ClerkGen.Calls;

/// <summary>What the failures of attempts mean, and the exceptions that end calls.</summary>
internal static class CallFailures
{
    /// <summary>What an exception says about an attempt, or null when it must reach the caller as it is.</summary>
    internal static AttemptFailure? Of(ApiCall call, Exception exception)
    {
        if (exception is ApiResponseFormatException unreadable)
        {
            return AttemptFailure.Unreadable(unreadable);
        }

        // What the caller's own stream, hook or credential provider threw is the caller's to see.
        if (call.Content?.SourceFailure is not null || call.CallerToken.IsCancellationRequested)
        {
            return null;
        }

        if (call.IsTimedOut && exception is (OperationCanceledException or ObjectDisposedException))
        {
            return AttemptFailure.TimedOut(exception);
        }

        return call.Stage is AttemptStage.Preparing or AttemptStage.Handing ? null : exception switch
        {
            OperationCanceledException => OfForeignTimeout(call, exception),
            HttpRequestException request => OfRequest(call, request),
            InvalidDataException => Unreadable(call, ApiResponseProblem.Truncated),
            IOException => AttemptFailure.Broken(exception),
            _ => null,
        };
    }

    // The handler's limit for connecting, or the timeout of the caller's HttpClient.
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
        HttpRequestError.ConfigurationLimitExceeded => Unreadable(call, ApiResponseProblem.TooLarge),
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
                return new ApiRedirectException(context, failure.Kind == FailureKind.FollowedRedirect);
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
