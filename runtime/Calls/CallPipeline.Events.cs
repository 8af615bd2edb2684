using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Retries;

namespace ClerkGen.Calls;

internal sealed partial class CallPipeline
{
    private static readonly TimeSpan DefaultReconnectDelay = TimeSpan.FromSeconds(3);

    // A stream that sends one event and ends, over and over, would otherwise be requested thousands of times a second.
    private static readonly TimeSpan ShortestReconnectDelay = RetryDelay.Base;

    /// <summary>
    /// The events of an operation, requested when they are enumerated; again, after what arrived, as
    /// often as the caller allows it (WHATWG HTML, section 9.2.3).
    /// </summary>
    internal async IAsyncEnumerable<ApiEvent<T>> StreamEventsAsync<T>(
        ICallHooks group,
        ApiOperation<ApiEventStream<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken callerToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = LinkedTokens.Both(callerToken, cancellationToken, out CancellationToken token);
        request = request.Repeatable();
        int left = options?.MaxReconnects ?? 0;
        TimeSpan delay = DefaultReconnectDelay;
        while (true)
        {
            bool canReconnect = left > 0;
            ApiEventStream<T>? stream = await OpenAsync(group, operation, request, options, canReconnect, token).ConfigureAwait(false);
            if (stream is not null)
            {
                IAsyncEnumerator<ApiEvent<T>> events = stream.Events.GetAsyncEnumerator(token);
                await using (events.ConfigureAwait(false))
                {
                    while (await MoveNextAsync(events, canReconnect).ConfigureAwait(false))
                    {
                        ApiEvent<T> item = events.Current;
                        left = options?.MaxReconnects ?? 0;
                        canReconnect = left > 0;
                        delay = item.Retry is not TimeSpan asked ? delay : asked > ShortestReconnectDelay ? asked : ShortestReconnectDelay;
                        if (item.Id is string id && HeaderRules.IsValue(id))
                        {
                            request = request.WithHeader("Last-Event-ID", id);
                        }

                        yield return item;
                    }
                }
            }

            if (left-- <= 0 || stream is { IsFinal: true })
            {
                yield break;
            }

            await Task.Delay(delay, Settings.Options.TimeProvider, token).ConfigureAwait(false);
        }
    }

    private async ValueTask<ApiEventStream<T>?> OpenAsync<T>(
        ICallHooks group,
        ApiOperation<ApiEventStream<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        bool canReconnect,
        CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(group, operation, request, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (canReconnect && IsBroken(exception))
        {
            return null;
        }
    }

    private static async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> events, bool canReconnect)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ApiException exception) when (canReconnect && IsBroken(exception))
        {
            return false;
        }
    }

    private static bool IsBroken(ApiException exception) =>
        exception is ApiConnectionException or ApiTimeoutException or ApiResponseFormatException { Problem: ApiResponseProblem.Truncated };
}
