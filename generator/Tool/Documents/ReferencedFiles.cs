using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tool.Documents;

/// <summary>
/// Finds the files that a document refers to. A document is untrusted, so only files below the document's folder or the current folder are
/// opened; a reference that leads elsewhere is reported as one that leads nowhere.
/// </summary>
internal static partial class ReferencedFiles
{
    private const int MaximumFiles = 10_000;

    /// <summary>All files that a document refers to, directly and through each other, in ordinal order of their paths.</summary>
    public static IReadOnlyList<AdditionalText> Find(string document, string text)
    {
        string[] roots = [Folder(document), Directory.GetCurrentDirectory()];
        SortedDictionary<string, AdditionalText> found = new(StringComparer.Ordinal);
        Queue<(string Path, string Text)> open = new([(Path.GetFullPath(document), text)]);
        while (open.TryDequeue(out (string Path, string Text) file))
        {
            foreach (Match match in Reference().Matches(file.Text))
            {
                string path = Uri.UnescapeDataString(match.Groups["path"].Value);
                if (path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
                {
                    // An address: nothing is fetched.
                    continue;
                }

                string target = Path.GetFullPath(Path.Combine(Folder(file.Path), path));
                if (found.Count < MaximumFiles && !found.ContainsKey(target) && target != Path.GetFullPath(document)
                    && Array.Exists(roots, root => IsBelow(root, target)) && File.Exists(target))
                {
                    string content = File.ReadAllText(target);
                    found.Add(target, new LoadedText(target, content));
                    open.Enqueue((target, content));
                }
            }
        }

        return [.. found.Values];
    }

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetPathRoot(path)!;

    private static bool IsBelow(string root, string path) => path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The part of a reference before '#'.
    [GeneratedRegex("""\$(?:ref|dynamicRef)["']?\s*:\s*["']?(?<path>[^"'#\s,}]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}

/// <summary>A text as the compiler would hand it over.</summary>
internal sealed class LoadedText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
