using System.Reflection;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Each diagnostic has a page that its help link leads to.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "generator/docs/diagnostics");

    private static string[] Releases { get; } =
        [.. new[] { "Shipped", "Unshipped" }.SelectMany(static kind => File.ReadAllLines(Path.Combine(Repository.Root, $"generator/AnalyzerReleases.{kind}.md")))];

    /// <summary>Errors of MSBuild, before any compiler runs.</summary>
    public static IReadOnlyList<string> ErrorsOfTheBuildFiles { get; } = ["CLERKGEN067", "CLERKGEN068", "CLERKGEN101", "CLERKGEN102", "CLERKGEN105", "CLERKGEN107", "CLERKGEN122", "CLERKGEN135"];

    /// <summary>The same, of warnings.</summary>
    public static IReadOnlyList<string> WarningsOfTheBuildFiles { get; } = ["CLERKGEN104", "CLERKGEN119"];

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    /// <summary>The generator's descriptors.</summary>
    public static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => constant.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_title_cause_and_solution(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.EndsWith($"/generator/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        AssertPage(id, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), descriptor.DefaultSeverity.ToString());
        Assert.Contains($"{id} | ClerkGen | {descriptor.DefaultSeverity} | {descriptor.Title}", Releases);
    }

    [Fact]
    public void Errors_of_the_build_files_have_pages_too()
    {
        AssertPage("CLERKGEN067", "ClerkGenEmit has an unknown value", "Error");
        AssertPage("CLERKGEN068", "Document is listed twice in one namespace", "Error");
        AssertPage("CLERKGEN101", "Project is not in C#", "Error");
        AssertPage("CLERKGEN102", ".NET 8 is needed", "Error");
        AssertPage("CLERKGEN104", "Other generator does not see the client", "Warning");
        AssertPage("CLERKGEN105", "Emitted files are compiled twice", "Error");
        AssertPage("CLERKGEN107", "Document is at an address", "Error");
        AssertPage("CLERKGEN119", "Package is not referenced by the project itself", "Warning");
        AssertPage("CLERKGEN122", "ClerkGenStrict has an unknown value", "Error");
        AssertPage("CLERKGEN135", "ClerkGenSamples has an unknown value", "Error");
    }

    [Fact]
    public void No_page_is_left_of_a_diagnostic_that_is_gone() => Assert.Equal(
        Descriptors.Select(descriptor => descriptor.Id).Concat(ErrorsOfTheBuildFiles).Concat(WarningsOfTheBuildFiles).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "CLERKGEN*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void One_table_lists_the_severity_of_each_diagnostic()
    {
        string[] table = File.ReadAllLines(Path.Combine(Folder, "README.md"));
        Assert.Equal(
            Descriptors.Select(static descriptor => (descriptor.Id, Severity: descriptor.DefaultSeverity.ToString(), Title: descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Concat(ErrorsOfTheBuildFiles.Select(static id => (id, "Error", TitleOf(id))))
                .Concat(WarningsOfTheBuildFiles.Select(static id => (id, "Warning", TitleOf(id))))
                .OrderBy(static row => row.Item1, StringComparer.Ordinal)
                .Select(static row => $"| [{row.Item1}]({row.Item1}.md) | {row.Item2} | {row.Item3} |"),
            table.Where(static line => line.StartsWith("| [CLERKGEN", StringComparison.Ordinal)));
    }

    private static string TitleOf(string id) => File.ReadLines(Path.Combine(Folder, id + ".md")).First()[$"# {id}: ".Length..];

    private static void AssertPage(string id, string title, string severity)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, id + ".md"));
        Assert.Equal($"# {id}: {title}", lines[0]);
        Assert.StartsWith($"{severity}, ", lines[2], StringComparison.Ordinal);
        foreach (string heading in new[] { "## Cause", "## Example", "## What to do" })
        {
            int at = Array.IndexOf(lines, heading);
            Assert.True(at > 0 && lines[at + 2].Length > 0, $"{heading} is missing or empty");
        }

        Assert.Equal(2, lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)));
    }
}
