using System.Text.RegularExpressions;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Testing.Corpus;

/// <summary>One document of a collection, with the files that it refers to.</summary>
/// <param name="Name">Its path below the collection.</param>
/// <param name="Files">The document itself first, then what its references lead to, directly or not.</param>
public sealed partial record CorpusDocument(string Name, IReadOnlyList<string> Files)
{
    /// <summary>
    /// The documents that a path means: a file is one; of a folder and the folders below it, every file that says which
    /// OpenAPI it is and that no other refers to.
    /// </summary>
    public static IEnumerable<CorpusDocument> Find(string path)
    {
        string root = Path.GetFullPath(path);
        if (File.Exists(root))
        {
            return [new CorpusDocument(Path.GetFileName(root), WithReferences(root))];
        }

        CorpusDocument[] found =
        [
            .. Directory.GetFiles(root, "*", SearchOption.AllDirectories)
                .Where(IsDocument)
                .Order(StringComparer.Ordinal)
                .Select(file => new CorpusDocument(Path.GetRelativePath(root, file).Replace('\\', '/'), WithReferences(file))),
        ];
        HashSet<string> parts = [.. found.SelectMany(document => document.Files.Skip(1))];

        // Documents that refer to each other are all roots.
        return found.Where(document => !parts.Contains(document.Files[0])
            || found.Any(other => other.Files[0] != document.Files[0] && document.Files.Contains(other.Files[0]) && other.Files.Contains(document.Files[0])));
    }

    /// <summary>The generator's input.</summary>
    public GeneratorInput ToInput() => new()
    {
        Files =
        [
            .. Files.Select((file, index) => new GeneratorFile(
                file,
                File.ReadAllText(file),
                index == 0 ? new Dictionary<string, string> { ["Namespace"] = "Consumer.Api", ["ClientName"] = "DocumentClient" } : null)),
        ],
    };

    private static List<string> WithReferences(string document)
    {
        List<string> files = [document];
        for (int i = 0; i < files.Count; i++)
        {
            string folder = Path.GetDirectoryName(files[i])!;
            foreach (Match reference in Reference().Matches(File.ReadAllText(files[i])))
            {
                string target = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(reference.Groups["file"].Value)));
                if (!files.Contains(target) && File.Exists(target))
                {
                    files.Add(target);
                }
            }
        }

        return files;
    }

    private static bool IsDocument(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".json" or ".yaml" or ".yml" && VersionKey().IsMatch(File.ReadAllText(file));

    [GeneratedRegex("""(^|[{,])\s*["']?(openapi|swagger)["']?\s*:\s*["']?[23]""", RegexOptions.Multiline)]
    private static partial Regex VersionKey();

    [GeneratedRegex("""["']?\$ref["']?\s*:\s*["']?(?<file>[^"'#\s,}]+)""")]
    private static partial Regex Reference();
}
