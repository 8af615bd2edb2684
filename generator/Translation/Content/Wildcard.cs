using ClerkGen.Generator.Limits;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Patterns in which <c>*</c> matches any number of characters.</summary>
internal static class Wildcard
{
    /// <summary>
    /// Whether a pattern matches the whole of a text, ignoring case. Takes time in proportion to the product of both lengths at most.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="budget">Each character that is compared is a step.</param>
    public static bool Matches(string pattern, string text, WorkBudget budget)
    {
        int at = 0;
        int star = -1;
        int starAt = 0;
        for (int i = 0; i < text.Length;)
        {
            budget.Spend();
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                starAt = i;
            }
            else if (at < pattern.Length && char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(text[i]))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++starAt;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }
}
