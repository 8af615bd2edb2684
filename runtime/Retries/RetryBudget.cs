namespace ClerkGen.Retries;

/// <summary>
/// How many retries a client may add while a server fails: each takes tokens from a bucket that only successes fill again, so
/// that an outage is not multiplied. Thread-safe.
/// </summary>
internal sealed class RetryBudget
{
    internal const int Capacity = 500;
    internal const short Cost = 14;
    internal const short ThrottledCost = 5;

    private const int FirstTryRefund = 1;

    private int _tokens = Capacity;

    /// <summary>Takes the tokens of one retry.</summary>
    /// <returns>Whether there were enough.</returns>
    internal bool TryTake(int cost)
    {
        while (true)
        {
            int tokens = Volatile.Read(ref _tokens);
            if (tokens < cost)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _tokens, tokens - cost, tokens) == tokens)
            {
                return true;
            }
        }
    }

    /// <summary>Gives tokens back after a success: those of its last retry, or one when there was none.</summary>
    internal void Refund(int cost)
    {
        int amount = cost == 0 ? FirstTryRefund : cost;
        while (true)
        {
            int tokens = Volatile.Read(ref _tokens);
            if (tokens == Capacity || Interlocked.CompareExchange(ref _tokens, Math.Min(Capacity, tokens + amount), tokens) == tokens)
            {
                return;
            }
        }
    }
}
