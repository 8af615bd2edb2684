namespace ClerkGen.Generator.Limits;

/// <summary>
/// Counts the work that one document costs, from its text to the last name, and stops it. Every loop that a document, an overlay or an option
/// can lengthen spends a step for each turn. Not safe for concurrent use: a document is read and translated on one thread.
/// </summary>
/// <param name="cancellationToken">The compiler's wish to stop.</param>
/// <param name="maximum">How many steps there are.</param>
internal sealed class WorkBudget(CancellationToken cancellationToken, long maximum = WorkBudget.DefaultMaximum)
{
    /// <summary>The steps of an ordinary build: about three times those of the largest public documents.</summary>
    public const long DefaultMaximum = 100_000_000;

    // A step takes a microsecond at most, so the wish to stop is heard within a millisecond.
    private const int StepsBetweenLooks = 256;

    // The steps for help with typing mistakes: a twentieth of a second.
    private const int MaximumOfHelp = 1_000_000;

    private long _nextLook;
    /// <summary>The compiler's wish to stop.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The steps so far.</summary>
    public long Spent { get; private set; }

    /// <summary>The steps of these that were optional. Their number has a limit of its own, whatever the document's size.</summary>
    public int Help { get; private set; }

    /// <summary>How many steps there are.</summary>
    public long Maximum { get; } = maximum;

    /// <summary>Counts steps.</summary>
    /// <param name="steps">How many; not negative.</param>
    /// <exception cref="WorkLimitException">The document takes more steps than there are.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Spend(long steps = 1)
    {
        Spent += steps;
        if (Spent >= _nextLook)
        {
            _nextLook = Spent + StepsBetweenLooks;
            CancellationToken.ThrowIfCancellationRequested();
            if (Spent > Maximum)
            {
                throw new WorkLimitException();
            }
        }
    }

    /// <summary>Counts steps of optional work, such as guessing a misspelt name. False if that budget is used up.</summary>
    /// <param name="steps">How many; not negative.</param>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public bool TrySpendOnHelp(int steps)
    {
        if (steps > MaximumOfHelp - Help)
        {
            return false;
        }

        Help += steps;
        Spend(steps);
        return true;
    }
}

/// <summary>A document takes more steps than there are for one.</summary>
internal sealed class WorkLimitException : Exception;
