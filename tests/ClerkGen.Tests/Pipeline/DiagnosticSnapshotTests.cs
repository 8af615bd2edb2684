using System.Text;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.Pipeline;

/// <summary>
/// The diagnostics of flawed documents, as whole lists: id, severity, line and column, the text that is underlined, and the message.
/// Metadata of a document stands in its first lines, as comments; an overlay that it names is a file of that name beside it.
/// </summary>
public sealed class DiagnosticSnapshotTests
{
    private const string Variable = "CLERKGEN_UPDATE_SNAPSHOTS";
    private const string Command = Variable + "=1 dotnet test tests/ClerkGen.Tests --filter DiagnosticSnapshotTests";

    // Tested elsewhere, for what these need is more than one document: another project, the user's C#, no file, thousands of lines.
    private static readonly string[] Elsewhere =
    [
        "CLERKGEN022", "CLERKGEN060", "CLERKGEN061", "CLERKGEN063", "CLERKGEN064", "CLERKGEN066", "CLERKGEN070", "CLERKGEN071",
        "CLERKGEN072", "CLERKGEN073", "CLERKGEN074", "CLERKGEN075", "CLERKGEN076", "CLERKGEN077", "CLERKGEN078", "CLERKGEN079", "CLERKGEN090", "CLERKGEN091",
        "CLERKGEN100", "CLERKGEN103", "CLERKGEN106", "CLERKGEN108", "CLERKGEN109", "CLERKGEN110", "CLERKGEN111", "CLERKGEN112", "CLERKGEN113", "CLERKGEN114", "CLERKGEN115", "CLERKGEN116", "CLERKGEN117", "CLERKGEN118", "CLERKGEN125", "CLERKGEN126", "CLERKGEN127", "CLERKGEN128", "CLERKGEN136",
    ];

    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ClerkGen.Tests/Snapshots/Diagnostics");

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder, "*.yaml")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => !name.EndsWith(".overlay", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_gives_the_diagnostics_of_its_snapshot(string name)
    {
        string expected = Path.Combine(Folder, name + ".txt");
        string actual = Judge(File.ReadAllText(Path.Combine(Folder, name + ".yaml")).ReplaceLineEndings("\n"));
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(expected, actual);
        }

        Assert.True(
            File.Exists(expected) && File.ReadAllText(expected).ReplaceLineEndings("\n") == actual,
            $"{name}.yaml is judged differently. When that is wanted: {Command}\n{actual}");
    }

    [Fact]
    public void Every_diagnostic_of_a_document_is_in_a_snapshot()
    {
        string judged = string.Concat(Directory.GetFiles(Folder, "*.txt").Select(File.ReadAllText));
        Assert.DoesNotContain(DiagnosticPageTests.Descriptors.Select(static descriptor => descriptor.Id).Except(Elsewhere), id => !judged.Contains(id + " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_other_diagnostic_is_asserted_by_a_test()
    {
        Assert.Empty(Elsewhere.Except(DiagnosticPageTests.Descriptors.Select(static descriptor => descriptor.Id)));
        string tests = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests/ClerkGen.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileName(path) != nameof(DiagnosticSnapshotTests) + ".cs")
            .Select(File.ReadAllText));

        Assert.DoesNotContain(Elsewhere, id => !tests.Contains($"\"{id}\"", StringComparison.Ordinal));
    }

    private static string Judge(string text)
    {
        (string Name, string Value)[] metadata =
        [
            .. text.Split('\n').TakeWhile(static line => line.StartsWith("# ", StringComparison.Ordinal))
                .Select(static line => line[2..].Split('=', 2))
                .Select(static parts => (parts[0], parts[1])),
        ];
        GeneratorInput input = GeneratorInput.Of(text, metadata: metadata);
        GeneratorFile[] overlays =
        [
            .. metadata.Where(static entry => entry.Name == "Overlay" && File.Exists(Path.Combine(Folder, entry.Value)))
                .Select(static entry => new GeneratorFile(
                    entry.Value, File.ReadAllText(Path.Combine(Folder, entry.Value)).ReplaceLineEndings("\n"), null)),
        ];
        GeneratorRun run = GeneratorHarness.Run(input with { Files = [.. input.Files, .. overlays] });
        Assert.Empty(run.CompilerDiagnostics);
        StringBuilder list = new();
        foreach (Diagnostic diagnostic in run.Diagnostics
            .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal))
        {
            LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
            LinePosition end = diagnostic.Location.GetLineSpan().EndLinePosition;
            string path = diagnostic.Location.GetLineSpan().Path;
            SourceText source = SourceText.From(overlays.FirstOrDefault(file => file.Path == path)?.Text ?? text);
            list.Append(diagnostic.Id).Append(' ').Append(diagnostic.Severity)
                .Append(System.Globalization.CultureInfo.InvariantCulture, $" ({start.Line + 1},{start.Character + 1}) «")
                .Append(source.ToString(source.Lines.GetTextSpan(new LinePositionSpan(start, end))).ReplaceLineEndings("\\n")).Append("»\n    ")
                .Append(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        }

        return list.ToString();
    }
}
