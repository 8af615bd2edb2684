using ClerkGen.Testing;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>A Markdown page of the repository.</summary>
/// <param name="Path">Path from the repository's root, with <c>/</c>.</param>
/// <param name="Text">The page with <c>\n</c> line ends.</param>
internal sealed record DocumentationPage(string Path, string Text)
{
    /// <summary>Pages for people who use the packages: READMEs and guide.</summary>
    public static IReadOnlyList<DocumentationPage> ForUsers { get; } =
        [Read("README.md"), Read("generator/PACKAGE.md"), Read("runtime/PACKAGE.md"), .. ReadFolder("generator/docs/guide"), .. ReadFolder("runtime/docs")];

    /// <summary>Examples in the documentation of the runtime's types that call the client.</summary>
    public static IReadOnlyList<DocumentationPage> Examples { get; } = [ReadExamples("runtime/Testing/StubTransport.cs")];

    /// <summary>Maps and rules of the generator's rooms, for contributors.</summary>
    public static IReadOnlyList<DocumentationPage> Rooms { get; } = [.. ReadRooms("generator")];

    /// <summary>Every page that no program writes.</summary>
    public static IReadOnlyList<DocumentationPage> All { get; } =
    [
        .. ForUsers, .. ReadFolder("generator/docs/diagnostics"), Read("CONTRIBUTING.md"), Read("SECURITY.md"), Read("CHANGELOG.md"), .. Rooms,
        Read("runtime/README.md"), Read("runtime/ClerkGen.AspNetCore/README.md"), Read("tests/README.md"), Read("tests/ClerkGen.Tests/Hostile/README.md"),
        Read("tests/ClerkGen.Benchmarks/results/notes.md"), Read("specs/README.md"), Read("samples/README.md"), .. ReadSamples(),
    ];

    private static DocumentationPage Read(string path) =>
        new(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n"));

    private static DocumentationPage ReadExamples(string path)
    {
        string comments = string.Join('\n', Read(path).Text.Split('\n')
            .Where(static line => line.StartsWith("/// ", StringComparison.Ordinal)).Select(static line => line["/// ".Length..]));
        string fenced = comments.Replace("<code>\n", "```csharp\n", StringComparison.Ordinal).Replace("</code>", "```", StringComparison.Ordinal);
        return new(path, System.Net.WebUtility.HtmlDecode(fenced));
    }

    private static IEnumerable<DocumentationPage> ReadFolder(string path) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, path), "*.md")
            .Select(static file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal).Select(name => Read($"{path}/{name}"));

    private static IEnumerable<DocumentationPage> ReadRooms(string path)
    {
        if (File.Exists(System.IO.Path.Combine(Repository.Root, path, "README.md")))
        {
            yield return Read(path + "/README.md");
        }

        foreach (string folder in Directory.EnumerateDirectories(System.IO.Path.Combine(Repository.Root, path)).Select(static folder => System.IO.Path.GetFileName(folder)!)
            .Where(static folder => folder is not ("bin" or "obj" or "docs")).Order(StringComparer.Ordinal))
        {
            foreach (DocumentationPage page in ReadRooms($"{path}/{folder}"))
            {
                yield return page;
            }
        }
    }

    private static IEnumerable<DocumentationPage> ReadSamples() => Directory.EnumerateDirectories(System.IO.Path.Combine(Repository.Root, "samples"))
        .Select(static folder => $"samples/{System.IO.Path.GetFileName(folder)}/README.md").Order(StringComparer.Ordinal)
        .Where(static path => File.Exists(System.IO.Path.Combine(Repository.Root, path))).Select(Read);
}
