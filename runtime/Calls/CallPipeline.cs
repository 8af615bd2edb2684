using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Retries;
using ClerkGen.Telemetry;
using ClerkGen.Transport;

namespace ClerkGen.Calls;

/// <summary>
/// Sends the calls of one client: one path for all operations, whose state machines are shared and used again. Thread-safe.
/// </summary>
internal sealed partial class CallPipeline
{
    private readonly ICallHooks _client;
    private readonly RetryBudget _budget;

    internal CallPipeline(ICallHooks client, ClientSettings settings, HttpTransport transport)
    {
        _client = client;
        _budget = settings.Options.RetryBudget;
        Settings = settings;
        Transport = transport;
    }

    internal ClientSettings Settings { get; }

    internal HttpTransport Transport { get; }

    internal Task SendAsync(
        ICallHooks group,
        ApiOperation operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        EndAsync(new PlainCall(this, group, operation, request, options, cancellationToken));

    internal Task<T> SendAsync<T>(
        ICallHooks group,
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        ValueAsync(new ApiCall<T>(this, group, operation, request, options, cancellationToken));

    internal Task<ApiResponse> SendWithResponseAsync(
        ICallHooks group,
        ApiOperation operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        ResponseAsync(new PlainCall(this, group, operation, request, options, cancellationToken) { WantsHeaders = true });

    internal Task<ApiResponse<T>> SendWithResponseAsync<T>(
        ICallHooks group,
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        ResponseAsync(new ApiCall<T>(this, group, operation, request, options, cancellationToken) { WantsHeaders = true });

    // A state machine is as large as its arguments are many, so it has the call alone.
    private async Task EndAsync(PlainCall call) => await RunAsync(call).ConfigureAwait(false);

    private async Task<T> ValueAsync<T>(ApiCall<T> call)
    {
        await RunAsync(call).ConfigureAwait(false);
        return call.Value;
    }

    private async Task<ApiResponse> ResponseAsync(PlainCall call)
    {
        await RunAsync(call).ConfigureAwait(false);
        return new ApiResponse((HttpStatusCode)call.Status, call.Headers, call.Sends);
    }

    private async Task<ApiResponse<T>> ResponseAsync<T>(ApiCall<T> call)
    {
        await RunAsync(call).ConfigureAwait(false);
        return new ApiResponse<T>(call.Value, (HttpStatusCode)call.Status, call.Headers, call.Sends);
    }

    internal async IAsyncEnumerable<T> StreamAsync<T>(
        ICallHooks group,
        ApiOperation<IAsyncEnumerable<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken callerToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = LinkedTokens.Both(callerToken, cancellationToken, out CancellationToken token);
        IAsyncEnumerable<T> items = await SendAsync(group, operation, request.Repeatable(), options, token).ConfigureAwait(false);
        await foreach (T item in items.WithCancellation(token).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>Sends attempts until one succeeds or no more is allowed.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask RunAsync(ApiCall call)
    {
        string? error = null;
        call.Begin();
        try
        {
            call.Raw?.Begin();
            while (true)
            {
                AttemptFailure? failure;
                try
                {
                    failure = await AttemptAsync(call, error).ConfigureAwait(false);
                }
                catch (Exception exception) when (CallFailures.Of(call, exception) is AttemptFailure found)
                {
                    failure = found;
                }

                if (failure is null)
                {
                    error = null;
                    _budget.Refund(call.RetryCost);
                    EndAttempt(call, null, null, isAtRest: true);
                    return;
                }

                if (!WillRetry(call, failure, out error, out TimeSpan delay))
                {
                    EndAttempt(call, error, null, isAtRest: true);
                    return;
                }

                EndAttempt(call, error, delay, isAtRest: failure.Kind == FailureKind.Status);
                CallTelemetry.CountRetry(call, error);
                await Task.Delay(delay, Settings.Options.TimeProvider, call.CallerToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            error = exception is ApiException ? error : FailureWord.Of(exception);
            Abandon(call, exception, error);
            throw;
        }
        finally
        {
            CallTelemetry.EndCall(call, CallTelemetry.IsCallTimed ? call.Elapsed : default, error);
            call.End();
        }
    }

    /// <summary>Classifies a failure.</summary>
    /// <returns>Whether there is another attempt, after a delay; false when the caller has got the response as it came.</returns>
    /// <exception cref="ApiException">There is no further attempt.</exception>
    private bool WillRetry(ApiCall call, AttemptFailure failure, out string error, out TimeSpan delay)
    {
        AttemptOutcome outcome = call.OutcomeOf(failure);
        call.WasAmbiguous |= RetryRules.IsAmbiguous(outcome) || (!call.IsSafe && call.WasRepeatedByHandlers);
        error = FailureWord.Of(outcome);
        delay = default;
        if (Plan(call, outcome) is TimeSpan planned)
        {
            delay = planned;
            return true;
        }

        if (call.Raw is RawAnswer raw && failure.Kind is FailureKind.Status or FailureKind.Redirect)
        {
            raw.Take(call, call.Response!);
            return false;
        }

        throw CallFailures.ExceptionOf(call, failure);
    }

    /// <summary>Releases the resources of a failed call. Throws the exception for the caller if it is a different one.</summary>
    private void Abandon(ApiCall call, Exception exception, string? error)
    {
        EndAttempt(call, error, null, isAtRest: false);
        call.Response?.DropTaken();
        if (call.Content?.SourceFailure is Exception source)
        {
            ExceptionDispatchInfo.Throw(source);
        }

        if (call.CallerToken.IsCancellationRequested
            && (exception is OperationCanceledException || (call.Stage is AttemptStage.Sending or AttemptStage.Reading && IsOfHandler(exception))))
        {
            throw new OperationCanceledException(call.CallerToken);
        }
    }

    private static bool IsOfHandler(Exception exception) => exception is not ApiException && HandlerFailure.EndsCall(exception);

    private void EndAttempt(ApiCall call, string? error, TimeSpan? delay, bool isAtRest)
    {
        if (!call.IsAttempting)
        {
            return;
        }

        TimeSpan duration = Settings.Options.OnAttempt is not null || CallTelemetry.IsTimed ? call.AttemptElapsed : default;
        CallTelemetry.End(call, call.Server, call.Activity, error, call.Response, duration);
        if (Settings.Options.OnExchange is Action<ApiExchange> listener)
        {
            ReportExchange(call, error, listener);
        }

        call.EndAttempt(isAtRest);
        Settings.Options.OnAttempt?.Invoke(new ApiAttempt(
            call.OperationId,
            call.Method,
            call.PathTemplate,
            call.Attempt,
            call.Status == 0 ? null : (HttpStatusCode)call.Status,
            error,
            duration,
            delay));
    }

    /// <summary>How long to wait before the next attempt, or null when there is none.</summary>
    private TimeSpan? Plan(ApiCall call, in AttemptOutcome outcome)
    {
        if (call.Attempt > call.MaxRetries || !RetryRules.Allows(outcome))
        {
            return null;
        }

        if (call.Request.Body is { IsReplayable: false } && call.Content is { HasBegun: true })
        {
            return null;
        }

        bool isStatus = outcome.Failure.Kind == FailureKind.Status;
        bool isThrottled = isStatus && call.Status == 429;
        TimeSpan? asked = isStatus ? call.Response?.RetryAfter : null;
        TimeSpan delay = asked ?? RetryDelay.Next(call.Attempt, isThrottled, Settings.Options.Random);
        TimeSpan remaining = call.Remaining;
        TimeSpan longest = remaining == TimeSpan.MaxValue ? RetryDelay.RetryAfterCap : remaining;
        if (delay >= longest)
        {
            return null;
        }

        if (asked is not null)
        {
            delay = RetryDelay.Spread(delay, longest, Settings.Options.Random);
        }

        short cost = isThrottled ? RetryBudget.ThrottledCost : RetryBudget.Cost;
        if (!_budget.TryTake(cost))
        {
            return null;
        }

        call.RetryCost = cost;
        return delay;
    }
}
