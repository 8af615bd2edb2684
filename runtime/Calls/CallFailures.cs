using System.Net;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
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
        if (exception is ApiResponseFormatException unreadable && call.Stage is AttemptStage.Reading or AttemptStage.Handing)
        {
            return AttemptFailure.Unreadable(unreadable);
        }

        // Exceptions of the caller's stream, hook, credential provider or stub reach the caller unchanged.
        if (call.Content?.SourceFailure is not null || ReferenceEquals(call.Revealed, exception) || call.CallerToken.IsCancellationRequested)
        {
            return null;
        }

        bool isOfHandler = call.Stage is AttemptStage.Sending or AttemptStage.Reading && HandlerFailure.EndsCall(exception);
        if (call.IsTimedOut
            && (exception is (OperationCanceledException or ObjectDisposedException) || (isOfHandler && !call.Pipeline.Transport.IsOwn)))
        {
            return AttemptFailure.TimedOut(exception);
        }

        if (!isOfHandler)
        {
            return null;
        }

        return call.Stage == AttemptStage.Reading ? OfReading(call, exception)
            : (call.Pipeline.Transport.IsOwn ? null : OfGivenClient(call, exception)) ?? OfSending(call, exception);
    }

    /// <summary>Failures of a response's body. The status is known.</summary>
    private static AttemptFailure OfReading(ApiCall call, Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => Unreadable(call, ApiResponseProblem.Malformed),
        CutOffException => Unreadable(call, ApiResponseProblem.Truncated),
        InvalidDataException => Unreadable(call, ApiResponseProblem.Encoding),

        // A connection that broke, or the body of a response that a handler disposed of or made itself.
        _ => AttemptFailure.Broken(exception),
    };

    /// <summary>Failures before a response is there.</summary>
    private static AttemptFailure OfSending(ApiCall call, Exception exception) => exception switch
    {
        OperationCanceledException => OfForeignTimeout(call, exception),
        HttpRequestException request => OfRequest(call, request),

        // The platform's handler refuses a proxy whose scheme it does not know.
        NotSupportedException => AttemptFailure.NotSent(ApiConnectionProblem.Proxy, exception),
        _ => AttemptFailure.Broken(exception),
    };

    /// <summary>Failures that only a given <see cref="HttpClient"/> and its handlers cause, or null.</summary>
    private static AttemptFailure? OfGivenClient(ApiCall call, Exception exception)
    {
        if (RepeatedRequestException.IsBehind(exception))
        {
            return call.TryReceiveDropped() ? OfStatus(call) : AttemptFailure.Aborted(exception);
        }

        if (call.Content is { WasRedirected: true })
        {
            return AttemptFailure.OfRefusedRedirect;
        }

        // A handler that calls EnsureSuccessStatusCode.
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.Unknown, StatusCode: HttpStatusCode status }
            && status is not (>= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices))
        {
            call.ReceiveStatus(status);
            return OfStatus(call);
        }

        return exception switch
        {
            OperationCanceledException { InnerException: TimeoutException } => OfTimeout(call, exception),
            _ when exception is TimeoutException || IsTimeoutOfPolly(exception) => AttemptFailure.TimedOut(exception, call.AttemptElapsed),
            HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: Exception inner } when IsMistake(inner) =>
                AttemptFailure.Aborted(exception),
            HttpRequestException => null,
            IOException when !IsOfFile(exception) => null,

            // Its pending requests were cancelled, a handler has a mistake or gave up, or none returned a response.
            _ => OfMistake(call, exception),
        };
    }

    private static AttemptFailure OfStatus(ApiCall call) =>
        call.Status is >= 300 and < 400 and not 304 ? AttemptFailure.OfRedirect : AttemptFailure.OfStatus;

    private static AttemptFailure OfMistake(ApiCall call, Exception exception)
    {
        call.ReceiveSeen();
        return AttemptFailure.Aborted(exception);
    }

    // The platform's handler wraps what callbacks throw, and its refusal of header fields that contradict each other.
    private static bool IsMistake(Exception cause) =>
        cause is InvalidOperationException or ArgumentException or FormatException or NullReferenceException or NotSupportedException;

    // A handler read a file of its own; no connection broke.
    private static bool IsOfFile(Exception exception) =>
        exception is FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException or PathTooLongException or FileLoadException;

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
        // Only the last delivery of the host's handlers failed so. Nobody knows about the ones before.
        not (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded) when call.WasRepeatedByHandlers =>
            AttemptFailure.Broken(exception),
        HttpRequestError.NameResolutionError => AttemptFailure.NotSent(ApiConnectionProblem.NameResolution, exception),
        HttpRequestError.ConnectionError or HttpRequestError.VersionNegotiationError => AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception),
        HttpRequestError.SecureConnectionError => AttemptFailure.NotSent(ApiConnectionProblem.Tls, exception),
        HttpRequestError.ProxyTunnelError => AttemptFailure.NotSent(ApiConnectionProblem.Proxy, exception),
        HttpRequestError.HttpProtocolError when IsRefused(exception) => AttemptFailure.NotSent(ApiConnectionProblem.Refused, exception),
        HttpRequestError.InvalidResponse when !EndedInHandshake(exception) => Unreadable(call, ApiResponseProblem.Malformed),
        HttpRequestError.ConfigurationLimitExceeded => Unreadable(call, ApiResponseProblem.HeadersTooLarge),
        _ => call.WasDelivered
            ? AttemptFailure.Broken(exception)
            : AttemptFailure.NotSent(ApiConnectionProblem.Connect, exception),
    };

    // REFUSED_STREAM (RFC 9113, section 8.7) or H3_REQUEST_REJECTED (RFC 9114, section 4.1.1): the server did nothing. The
    // platform's handler has then sent the request four times at once.
    private static bool IsRefused(HttpRequestException exception) => exception.InnerException is HttpProtocolException { ErrorCode: 0x7 or 0x10B };

    // A connection of HTTP/2 that ends before the server's first frame is a malformed response for the platform. The requests were sent already.
    private static bool EndedInHandshake(HttpRequestException exception) => exception.InnerException is HttpIOException { InnerException: IOException };

    /// <summary>The exception that ends a call.</summary>
    internal static ApiException ExceptionOf(ApiCall call, AttemptFailure failure)
    {
        ApiErrorContext context = call.CreateErrorContext(call.WasAmbiguous);
        Exception? cause = HandlerFailure.WithoutSecrets(failure.Cause, call.Secrets);
        switch (failure.Kind)
        {
            case FailureKind.Status:
                return call.Response!.ReadError(call.Operation.Errors ?? call.Settings.Description.Errors, context) ?? new ApiException(context);
            case FailureKind.Redirect or FailureKind.FollowedRedirect:
                return new ApiRedirectException(context, failure.Kind == FailureKind.FollowedRedirect || call.Response is null);
            case FailureKind.Timeout when failure.Limit is TimeSpan limit:
                return new ApiTimeoutException(context, limit, isOverall: false, cause, isOfHttpClient: true);
            case FailureKind.Timeout:
                return new ApiTimeoutException(
                    context,
                    call.IsLimitedByCall ? call.Timeout : call.AttemptTimeout,
                    call.IsLimitedByCall,
                    cause);
            case FailureKind.CutOff or FailureKind.Unreadable:
                return failure.Format!;
            default:
                // The text of a proxy's error can hold the proxy's URL, and with it the proxy's password.
                return new ApiConnectionException(context, failure.Connection, failure.Connection == ApiConnectionProblem.Proxy ? null : cause);
        }
    }

    private static AttemptFailure Unreadable(ApiCall call, ApiResponseProblem problem) => AttemptFailure.Unreadable(
        call.Response?.Failed(problem) ?? new ApiResponseFormatException(call.CreateErrorContext(!call.IsSafe), problem, null, null));
}
