using System.Xml.Linq;

namespace ClerkGen.Package.Tests;

/// <summary>Each sample, copied out of the repository with the folders that it references, builds and runs with the packages.</summary>
public sealed class CopiedSampleTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private static readonly string Samples = Path.Combine(PackageFeed.Repository, "samples");

    [Fact]
    public async Task Every_sample_builds_and_runs_outside_the_repository()
    {
        string root = feed.NewFolder("Copied");
        string[] names = [.. Directory.EnumerateDirectories(Samples).Select(static folder => Path.GetFileName(folder)).Where(IsProgram).Order(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            Copy(name, Path.Combine(root, name));
        }

        ProcessResult build = (await ManyProjects.BuildAsync(feed, root, names.Select(static name => $"{name}/{name}/{name}.csproj"))).Succeeded();

        Assert.DoesNotContain(": warning ", build.Output, StringComparison.Ordinal);
        Assert.True(names.Length > 10, "Samples have moved.");
        foreach (string name in names)
        {
            string folder = Path.Combine(root, name, name);
            string program = Directory.EnumerateFiles(Path.Combine(folder, "bin"), name + ".dll", SearchOption.AllDirectories).Single();
            (await DotNet.RunAsync(folder, feed.Cache, "exec", program)).Succeeded();
        }
    }

    private static bool IsProgram(string name) => ProjectOf(name) is { } project && project.Descendants("OutputType").Any();

    private static XDocument? ProjectOf(string name)
    {
        string path = Path.Combine(Samples, name, name + ".csproj");
        return File.Exists(path) ? XDocument.Load(path) : null;
    }

    // The sample's own files, and the folders next to it that its project file references.
    private static void Copy(string name, string target)
    {
        string source = Path.Combine(Samples, name);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            Directory.CreateDirectory(Path.Combine(target, name));
            File.Copy(file, Path.Combine(target, name, Path.GetFileName(file)), overwrite: true);
        }

        foreach (XElement reference in ProjectOf(name)!.Descendants("ProjectReference"))
        {
            Copy(Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!), target);
        }
    }
}
