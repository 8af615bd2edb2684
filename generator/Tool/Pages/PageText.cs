using System.Text;

namespace ClerkGen.Tool.Pages;

/// <summary>The blank lines of a page.</summary>
internal static class PageText
{
    /// <summary>One blank line at most, none at the ends, no spaces at line ends; code stays as it is.</summary>
    public static string Normalize(string text)
    {
        StringBuilder page = new(text.Length);
        bool isCode = false;
        int blank = 0;
        foreach (string written in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string line = isCode ? written : written.TrimEnd();
            isCode ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (line.Length == 0 && !isCode)
            {
                blank++;
                continue;
            }

            if (page.Length > 0)
            {
                page.Append(blank > 0 ? "\n\n" : "\n");
            }

            blank = 0;
            page.Append(line);
        }

        return page.Append('\n').ToString();
    }
}
