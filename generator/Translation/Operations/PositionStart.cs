using System.Globalization;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Finds out whether a document counts its pages, or its items, from one. Only that is worth knowing: who counts from zero by mistake asks
/// for a page twice, while who counts from one by mistake passes over a page.
/// </summary>
internal static class PositionStart
{
    private static readonly string[] Beginnings =
        ["start", "starts", "starting", "begin", "begins", "beginning", "counting", "counted", "counts", "numbered", "indexed", "first", "default", "defaults"];

    private static readonly string[] Fillers =
        ["at", "from", "with", "is", "to", "in", "by", "has", "the", "page", "pages", "number", "index", "value", "of", "and"];

    private static readonly string[] Bases = ["based", "indexed", "index", "origin"];

    /// <summary>Whether the first position is 1.</summary>
    /// <param name="parameter">The parameter with the position.</param>
    public static bool IsOne(QueryParameter parameter)
    {
        // The default is the server's first position, so it decides.
        if (Number(parameter.Schema?.Default?.ToJsonString()) is { } standard)
        {
            return standard == 1;
        }

        List<string> words = Words(parameter.Description);
        bool isZero = Says(words, "0", "zero");
        return !isZero
            && (Says(words, "1", "one") || Number(parameter.Schema?.Minimum) == 1 || Number(parameter.Schema?.ExclusiveMinimum) == 0);
    }

    // '1-based', 'one indexed', 'starts at 1', 'the first page is 1', 'Default: 1', '(1..N)'.
    private static bool Says(List<string> words, string digit, string word)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] != digit && words[i] != word)
            {
                continue;
            }

            string next = i + 1 < words.Count ? words[i + 1] : "";
            if (Bases.Contains(next) || (words[i] == digit && next == "n") || IsBehindBeginning(words, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBehindBeginning(List<string> words, int at)
    {
        int before = at - 1;
        while (before >= 0 && Fillers.Contains(words[before]))
        {
            before--;
        }

        return before >= 0 && Beginnings.Contains(words[before]);
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(text.Substring(start, i - start).ToLowerInvariant());
            }

            start = i + 1;
        }

        return words;
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
