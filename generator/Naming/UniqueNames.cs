using System.Globalization;
using ClerkGen.Generator.Limits;

namespace ClerkGen.Generator.Naming;

/// <summary>
/// The names of one scope, each of which is given once. Remembers how far each name has got: a document in which ten thousand things want one
/// name takes ten thousand tries and not their square.
/// </summary>
/// <param name="comparer">When two names are the same.</param>
/// <param name="budget">Each try is a step.</param>
/// <param name="join">Puts a number behind a name.</param>
internal sealed class UniqueNames(StringComparer comparer, WorkBudget budget, Func<string, string, string> join)
{
    private readonly HashSet<string> _taken = new(comparer);
    private readonly Dictionary<string, int> _next = new(comparer);

    /// <summary>When two names are the same.</summary>
    public StringComparer Comparer => comparer;

    /// <summary>Takes a name out that nothing in the scope can have.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary>Takes names out that nothing in the scope can have.</summary>
    public void Reserve(IEnumerable<string> names) => _taken.UnionWith(names);

    /// <summary>Whether a name was given or reserved.</summary>
    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>Takes a name; false when it is taken already.</summary>
    /// <exception cref="WorkLimitException">The document takes more steps than there are.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public bool TryTake(string name)
    {
        budget.Spend();
        return _taken.Add(name);
    }

    /// <summary>Takes the first of some names that is free, else the last with a number.</summary>
    /// <inheritdoc cref="TryTake" path="/exception"/>
    public string Take(params string[] candidates)
    {
        foreach (string candidate in candidates)
        {
            if (TryTake(candidate))
            {
                return candidate;
            }
        }

        return TakeNumbered(candidates[candidates.Length - 1]);
    }

    /// <summary>Takes the first of the names <c>wanted2</c>, <c>wanted3</c>… that is free.</summary>
    /// <param name="wanted">The part before the number.</param>
    /// <param name="isFree">A further condition for a name, or null.</param>
    /// <inheritdoc cref="TryTake" path="/exception"/>
    public string TakeNumbered(string wanted, Predicate<string>? isFree = null)
    {
        int number = _next.TryGetValue(wanted, out int next) ? next : 2;
        string name;
        do
        {
            name = join(wanted, number.ToString(CultureInfo.InvariantCulture));
            number++;
        }
        while ((isFree is not null && !isFree(name)) || !TryTake(name));

        _next[wanted] = number;
        return name;
    }
}
