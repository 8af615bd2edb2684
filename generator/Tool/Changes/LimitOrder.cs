using System.Globalization;

namespace ClerkGen.Tool.Changes;

/// <summary>Knows which of two limits allows less.</summary>
internal static class LimitOrder
{
    /// <summary>Whether values that were allowed no longer are.</summary>
    /// <param name="keyword">The keyword of JSON Schema.</param>
    /// <param name="before">The old limit as JSON text, or null for none.</param>
    /// <param name="after">The new limit as JSON text, or null for none.</param>
    public static bool IsTighter(string keyword, string? before, string? after)
    {
        if (after is null || (keyword == "uniqueItems" && after == "false"))
        {
            return false;
        }

        if (before is null || !TryParse(before, out double first) || !TryParse(after, out double second))
        {
            return true;
        }

        // Every multiple of the new step has to be one of the old steps' multiples.
        return keyword == "multipleOf" ? first % second != 0
            : keyword.Contains("max", StringComparison.OrdinalIgnoreCase) ? second < first
            : second > first;
    }

    private static bool TryParse(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
