using System.Text;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// The folder that pages are written to. A list of the pages is next to them, so that only those are rewritten or removed.
/// </summary>
internal static class PageFolder
{
    /// <summary>The list's name.</summary>
    public const string ListName = ".clerkgen-pages";

    private const string Head = "# Written by 'clerkgen docs': the pages that it may rewrite and remove.";

    /// <summary>Writes pages, and removes those that were written before and are none any more.</summary>
    /// <param name="folder">The folder; it is made when it is missing.</param>
    /// <param name="pages">Texts by path, with <c>/</c> between folders.</param>
    /// <returns>How many pages changed, and how many were removed.</returns>
    /// <exception cref="ToolException">A page would replace a file that this tool did not write.</exception>
    public static (int Changed, int Removed) Write(string folder, IReadOnlyDictionary<string, string> pages)
    {
        string list = Path.Combine(folder, ListName);
        HashSet<string> own = new(File.Exists(list) ? File.ReadAllLines(list).Where(IsPage) : [], StringComparer.Ordinal);
        foreach (string page in pages.Keys.Where(page => !own.Contains(page) && File.Exists(Path.Combine(folder, page))))
        {
            throw new ToolException($"'{Path.Combine(folder, page)}' was not written by clerkgen, and is left alone. Choose another folder, or remove the file.");
        }

        int changed = 0;
        foreach ((string page, string text) in pages)
        {
            string path = Path.Combine(folder, page);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                changed++;
            }
        }

        string[] gone = [.. own.Where(page => !pages.ContainsKey(page) && File.Exists(Path.Combine(folder, page)))];
        foreach (string page in gone)
        {
            File.Delete(Path.Combine(folder, page));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(list, $"{Head}\n{string.Concat(pages.Keys.Order(StringComparer.Ordinal).Select(static page => page + "\n"))}");
        return (changed, gone.Length);
    }

    // The list may have been edited; nothing outside the folder is ever touched.
    private static bool IsPage(string line) =>
        line.Length > 0 && line[0] != '#' && !Path.IsPathRooted(line) && !line.Split('/', '\\').Contains("..") && (line.EndsWith(".md", StringComparison.Ordinal) || line.EndsWith(".txt", StringComparison.Ordinal) || line == "toc.yml");
}
