using System.Reflection;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Each diagnostic has a page that its help link leads to.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "generator/docs");

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => constant.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_says_what_it_is_why_and_what_to_do(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.EndsWith($"/generator/docs/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(Path.Combine(Folder, id + ".md"));
        Assert.Equal($"# {id}: {descriptor.Title}", lines[0]);
        Assert.StartsWith($"{descriptor.DefaultSeverity}, ", lines[2], StringComparison.Ordinal);
        foreach (string heading in new[] { "## Cause", "## Example", "## What to do" })
        {
            int at = Array.IndexOf(lines, heading);
            Assert.True(at > 0 && lines[at + 2].Length > 0, $"{heading} is missing or empty");
        }

        Assert.Equal(2, lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_page_is_left_of_a_diagnostic_that_is_gone() => Assert.Equal(
        Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "CLERKGEN*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
