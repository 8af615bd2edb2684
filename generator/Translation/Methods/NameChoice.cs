using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>
/// Names several things at once, each by its first candidate that no other wants. When two want the same, neither gets it, so that the
/// order of the document decides nothing.
/// </summary>
internal static class NameChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="candidates">The candidates of each thing, best first; at least one.</param>
    /// <param name="names">Names of the scope. Chosen names are added.</param>
    public static string[] Choose(IReadOnlyList<IReadOnlyList<string>> candidates, UniqueNames names)
    {
        string[] chosen = new string[candidates.Count];
        List<int> open = [.. Enumerable.Range(0, candidates.Count)];
        for (int level = 0; open.Count > 0 && open.Exists(index => level < candidates[index].Count); level++)
        {
            Dictionary<string, int> wanted = new(names.Comparer);
            foreach (int index in open)
            {
                string candidate = At(candidates[index], level);
                wanted[candidate] = wanted.TryGetValue(candidate, out int count) ? count + 1 : 1;
            }

            open.RemoveAll(index =>
            {
                string candidate = At(candidates[index], level);
                if (wanted[candidate] > 1 || !names.TryTake(candidate))
                {
                    return false;
                }

                chosen[index] = candidate;
                return true;
            });
        }

        foreach (int index in open)
        {
            chosen[index] = names.TakeNumbered(candidates[index][candidates[index].Count - 1]);
        }

        return chosen;
    }

    private static string At(IReadOnlyList<string> candidates, int level) => candidates[Math.Min(level, candidates.Count - 1)];
}
