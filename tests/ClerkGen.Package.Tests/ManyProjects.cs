using System.Text.RegularExpressions;

namespace ClerkGen.Package.Tests;

/// <summary>Builds many projects in one process.</summary>
internal static partial class ManyProjects
{
    /// <summary>Restores and builds projects below a folder.</summary>
    /// <param name="feed">The packages.</param>
    /// <param name="root">The folder.</param>
    /// <param name="projects">Paths of project files, relative to the folder.</param>
    public static Task<ProcessResult> BuildAsync(PackageFeed feed, string root, IEnumerable<string> projects)
    {
        string items = string.Concat(projects.Select(static project => $"""<Project Include="{project}" />"""));
        File.WriteAllText(Path.Combine(root, "all.proj"), $"""
            <Project DefaultTargets="Build">
              <ItemGroup>
                {items}
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Project)" Targets="Restore" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="@(Project)" Targets="Build" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);
        return DotNet.RunAsync(root, feed.Cache, "build", "all.proj", "-nologo", "-clp:NoSummary");
    }

    /// <summary>The lines of a build that contain one of some words, each once: the projects around one repeat its lines.</summary>
    public static IEnumerable<string> Lines(this ProcessResult build, params string[] words) => build.Output.Split('\n')
        .Select(static line => line.Trim())
        .Where(line => words.Any(word => line.Contains(word, StringComparison.Ordinal)))
        .Distinct();

    /// <summary>The warnings and errors of a build, each with the name of its project.</summary>
    public static IEnumerable<(string Project, string Text)> Findings(this ProcessResult build) => build.Lines(": error ", ": warning ")
        .Select(static line => (Project().Matches(line).LastOrDefault()?.Groups["name"].Value ?? line, Finding().Match(line).Groups["text"].Value));

    // At the end of a line, unless the finding is at the project file itself.
    [GeneratedRegex(@"(?<name>\w+)\.\w+proj((::[^\]]*)?\]$| : )")]
    private static partial Regex Project();

    [GeneratedRegex(@": (?<text>(error|warning) .*?)( \(https://[^)]*\))?( \[[^\]]*\])?$")]
    private static partial Regex Finding();
}
