namespace ClerkGen.Http;

/// <summary>
/// Waits for the caller's own code (hooks, credential providers, handlers) no longer than an attempt may take. Exceptions that such code
/// throws after the wait ended are observed, so that the process has no unobserved exception.
/// </summary>
internal static class Patience
{
    /// <summary>Waits for work without a value.</summary>
    /// <exception cref="OperationCanceledException">The token ended first.</exception>
    internal static ValueTask WaitAsync(ValueTask work, CancellationToken cancellationToken) =>
        work.IsCompleted ? work : new ValueTask(WaitAsync(work.AsTask(), cancellationToken));

    /// <summary>Waits for a value.</summary>
    /// <exception cref="OperationCanceledException">The token ended first.</exception>
    internal static ValueTask<T> WaitAsync<T>(ValueTask<T> work, CancellationToken cancellationToken) =>
        work.IsCompleted ? work : new ValueTask<T>(WaitAsync(work.AsTask(), static _ => { }, cancellationToken));

    /// <summary>Waits for a value, and releases it if it comes too late.</summary>
    /// <param name="work">Gives the value.</param>
    /// <param name="release">Releases a value that came too late.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token ended first.</exception>
    internal static async Task<T> WaitAsync<T>(Task<T> work, Action<T> release, CancellationToken cancellationToken)
    {
        try
        {
            return await work.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Either the work ended with the token, or it goes on without anybody; its value then is this continuation's alone.
            _ = work.ContinueWith(
                static (late, release) =>
                {
                    if (late.IsCompletedSuccessfully)
                    {
                        ((Action<T>)release!)(late.Result);
                    }

                    _ = late.Exception;
                },
                release,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
    }

    private static async Task WaitAsync(Task work, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            _ = work.ContinueWith(
                static late => _ = late.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
    }
}
