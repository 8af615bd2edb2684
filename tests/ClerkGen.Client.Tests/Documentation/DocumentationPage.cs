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

    /// <summary>Pages whose wording is measured: everything that is not a contributor's map of the generator or written by a program.</summary>
    public static IReadOnlyList<DocumentationPage> Worded { get; } =
    [
        .. ForUsers, .. ReadFolder("generator/docs/diagnostics"), Read("CONTRIBUTING.md"), Read("SECURITY.md"), Read("CHANGELOG.md"),
        Read("runtime/README.md"), Read("runtime/PACKAGE.md"), Read("runtime/ClerkGen.AspNetCore/README.md"), Read("generator/PACKAGE.md"), Read("generator/Tool/README.md"), Read("tests/README.md"), Read("tests/ClerkGen.Tests/Hostile/README.md"),
        Read("tests/ClerkGen.Benchmarks/results/notes.md"), Read("specs/README.md"), Read("samples/README.md"), .. ReadSamples(),
    ];

    /// <summary>Every page.</summary>
    public static IReadOnlyList<DocumentationPage> All { get; } = [.. Worded, Read("generator/README.md")];

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

    private static IEnumerable<DocumentationPage> ReadSamples() => Directory.EnumerateDirectories(System.IO.Path.Combine(Repository.Root, "samples"))
        .Select(static folder => $"samples/{System.IO.Path.GetFileName(folder)}/README.md").Order(StringComparer.Ordinal)
        .Where(static path => File.Exists(System.IO.Path.Combine(Repository.Root, path))).Select(Read);
}
