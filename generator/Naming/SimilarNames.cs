using ClerkGen.Generator.Limits;

namespace ClerkGen.Generator.Naming;

/// <summary>Finds the name that was probably meant, for "did you mean".</summary>
internal static class SimilarNames
{
    // A guess about a long text helps nobody, and the distance costs the product of the lengths.
    private const int MaximumLength = 100;

    private const int CellsOfStep = 16;

    /// <summary>
    /// The candidate with the fewest typing mistakes between it and the name (letters missing, too many, wrong, or swapped), ignoring case;
    /// null when none is close. Among equally close ones the first in ordinal order.
    /// </summary>
    /// <param name="name">The written name.</param>
    /// <param name="candidates">The known names.</param>
    /// <param name="budget">Budget for guessing if a document determines the number of names. Without steps left there is no guess.</param>
    public static string? Find(string name, IEnumerable<string> candidates, WorkBudget? budget = null)
    {
        int allowed = name.Length <= 2 ? 0 : Math.Max(1, name.Length / 3);
        string? best = null;
        int least = allowed + 1;
        string folded = name.ToUpperInvariant();
        int[][] rows = [new int[MaximumLength + 1], new int[MaximumLength + 1], new int[MaximumLength + 1]];
        foreach (string candidate in candidates)
        {
            if (name.Length > MaximumLength || candidate.Length > MaximumLength || Math.Abs(candidate.Length - name.Length) > allowed)
            {
                continue;
            }

            if (budget is not null && !budget.TrySpendOnHelp(1 + (name.Length * candidate.Length / CellsOfStep)))
            {
                return null;
            }

            int distance = Distance(folded, candidate, rows);
            if (distance < least || (distance == least && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                least = distance;
            }
        }

        return best;
    }

    /// <summary>The end of a message.</summary>
    public static string Question(string similar) => $"; did you mean '{similar}'?";

    // Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours.
    private static int Distance(string left, string candidate, int[][] rows)
    {
        string right = candidate.ToUpperInvariant();
        (int[] beforePrevious, int[] previous, int[] current) = (rows[0], rows[1], rows[2]);
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, beforePrevious[j - 2] + 1);
                }

                current[j] = best;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
