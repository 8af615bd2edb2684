using System.Text.RegularExpressions;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Testing.Corpus;

/// <summary>One document of a collection: a file, or a folder of files that refer to each other.</summary>
/// <param name="Name">Name of the file or folder.</param>
/// <param name="Files">The document itself first, then what it may refer to.</param>
public sealed partial record CorpusDocument(string Name, IReadOnlyList<string> Files)
{
    private static readonly string[] RootNames = ["openapi", "swagger"];

    /// <summary>
    /// The documents that a path means: a file is one; a folder with a root (<c>openapi.*</c>, <c>swagger.*</c>, or the only file of it and
    /// the folders below that says which OpenAPI it is) and further files is one; of another folder, every entry.
    /// </summary>
    public static IEnumerable<CorpusDocument> Find(string path)
    {
        if (File.Exists(path))
        {
            return [new CorpusDocument(Path.GetFileName(path), [path])];
        }

        List<CorpusDocument> found = [];
        foreach (string file in Directory.GetFiles(path).Where(IsDocument).Order(StringComparer.Ordinal))
        {
            found.Add(new CorpusDocument(Path.GetFileName(file), [file]));
        }

        string? root = found.Select(document => document.Files[0]).FirstOrDefault(HasRootName);
        if (root is not null || (found.Count == 0 && Below(path).Where(IsDocument).ToList() is [_] or [_, ..] && Root(path) is not null))
        {
            root ??= Root(path)!;
            return [new CorpusDocument(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), [root, .. Below(path).Where(file => file != root)])];
        }

        return [.. found, .. Directory.GetDirectories(path).Order(StringComparer.Ordinal).SelectMany(Find)];
    }

    /// <summary>What the generator is given.</summary>
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

    private static bool HasRootName(string file) => RootNames.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);

    private static string? Root(string folder)
    {
        List<string> candidates = [.. Below(folder).Where(IsDocument)];
        return candidates.Find(HasRootName) ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    private static IEnumerable<string> Below(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml")
        .Order(StringComparer.Ordinal);

    private static bool IsDocument(string file) =>
        Path.GetExtension(file) is ".json" or ".yaml" or ".yml" && VersionKey().IsMatch(File.ReadAllText(file));

    [GeneratedRegex("""(^|[{,])\s*["']?(openapi|swagger)["']?\s*:""", RegexOptions.Multiline)]
    private static partial Regex VersionKey();
}
