using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ClerkGen.AspNetCore;

/// <summary>Questions to Clerk: one at a time for each secret, and all requests with that secret wait for it. Thread-safe.</summary>
internal sealed class VerificationFlights
{
    private readonly ConcurrentDictionary<string, Task<ClerkVerification>> _asked = new(StringComparer.Ordinal);

    /// <summary>A key for a secret. Not the secret itself: a key that stays in memory for a minute should be useless to a reader.</summary>
    internal static string KeyOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Asks, or waits for the one who has asked already.</summary>
    /// <param name="key">The key of the secret.</param>
    /// <param name="ask">Asks Clerk. It outlives the request, whose caller may cancel while others still wait, so it must not use the request.</param>
    /// <param name="fault">The outcome when asking throws.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    internal async ValueTask<ClerkVerification> AskAsync(
        string key, Func<Task<ClerkVerification>> ask, Func<Exception, ClerkVerification> fault, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<ClerkVerification>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<ClerkVerification> asked = _asked.GetOrAdd(key, answer.Task);
        if (asked == answer.Task)
        {
            _ = Task.Run(() => AnswerAsync(answer, key, ask, fault), CancellationToken.None);
        }

        return await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task AnswerAsync(
        TaskCompletionSource<ClerkVerification> answer, string key, Func<Task<ClerkVerification>> ask, Func<Exception, ClerkVerification> fault)
    {
        ClerkVerification verification;
        try
        {
            verification = await ask().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A handler may throw anything, and callers that wait need an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            verification = fault(exception);
        }

        _asked.TryRemove(key, out _);
        answer.SetResult(verification);
    }
}
