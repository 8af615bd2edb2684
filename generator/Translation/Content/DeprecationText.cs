namespace ClerkGen.Generator.Translation.Content;

/// <summary>The compiler's message where a deprecated member is used: the document's sentence about it, if there is one.</summary>
internal static class DeprecationText
{
    private const int Longest = 300;

    // In this order, because the alternative is more useful than the fact.
    private static readonly string[] Telling =
        ["instead", "superseded by", "replaced by", "in favor of", "in favour of", "; use ", "please use", "deprecated", "no longer"];

    /// <summary>The sentence, or null.</summary>
    /// <param name="texts">Texts of the document, the closest first.</param>
    public static string? Of(params string?[] texts)
    {
        foreach (string word in Telling)
        {
            foreach (string? text in texts)
            {
                if (text is not null && Sentence(text, word) is { } sentence)
                {
                    return sentence;
                }
            }
        }

        return null;
    }

    private static string? Sentence(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        int start = at;
        while (start > 0 && !IsEnd(text, start - 1))
        {
            start--;
        }

        int end = at;
        while (end < text.Length && !IsEnd(text, end))
        {
            end++;
        }

        string sentence = text.Substring(start, end - start).Replace("`", "").Trim();
        return sentence.Length is 0 or > Longest ? null : sentence + ".";
    }

    private static bool IsEnd(string text, int index) =>
        text[index] is '\n' or '\r' || (text[index] is '.' or '!' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])));
}
