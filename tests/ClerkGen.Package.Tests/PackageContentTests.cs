using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace ClerkGen.Package.Tests;

public sealed class PackageContentTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void Four_packages_are_packed() => Assert.Equal(
        [
            $"ClerkGen.{feed.Version}.nupkg", $"ClerkGen.AspNetCore.{feed.Version}.nupkg", $"ClerkGen.AspNetCore.{feed.Version}.snupkg",
            $"ClerkGen.Runtime.{feed.Version}.nupkg", $"ClerkGen.Runtime.{feed.Version}.snupkg",
            $"ClerkGen.Tool.{feed.Version}.nupkg",
        ],
        Directory.EnumerateFiles(feed.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Generator_package_is_an_analyzer_with_its_dependencies_and_the_document()
    {
        using ZipArchive package = Open("ClerkGen");
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Contains("build/ClerkGen.props", names);
        Assert.Contains("build/ClerkGen.targets", names);
        Assert.Contains("specs/clerk-backend.yaml", names);
        Assert.Contains("README.md", names);
        Assert.Contains("THIRD-PARTY-NOTICES.md", names);
        Assert.Contains("icon.png", names);
        Assert.Contains(Analyzers + "ClerkGen.dll", names);
        Assert.Contains(Analyzers + "ClerkGen.CodeFixes.dll", names);
        Assert.DoesNotContain(names, name => name.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyzers_find_everything_that_they_need_in_the_package_or_in_every_compiler()
    {
        using ZipArchive package = Open("ClerkGen");
        Dictionary<string, (AssemblyIdentity Identity, AssemblyIdentity[] References)> carried = package.Entries
            .Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
            .Select(entry => ReadAssembly(Read(entry)))
            .ToDictionary(assembly => assembly.Identity.Name);

        foreach ((AssemblyIdentity identity, AssemblyIdentity[] references) in carried.Values)
        {
            foreach (AssemblyIdentity reference in references.Where(reference => !IsInEveryCompiler(reference.Name)))
            {
                Assert.True(carried.TryGetValue(reference.Name, out var found), $"{identity} needs {reference}");
                Assert.True(found.Identity.Version >= reference.Version, $"{identity} needs {reference}, and the package has {found.Identity}");
            }
        }

        Assert.Contains("System.Text.Json", carried.Keys);
    }

    /// <summary>The SDK keeps one of two analyzers' files of one name; only system libraries stand in for one another.</summary>
    [Fact]
    public void Analyzers_files_have_names_that_no_other_package_has()
    {
        using ZipArchive package = Open("ClerkGen");

        Assert.All(
            package.Entries.Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal)),
            entry => Assert.Matches(@"^(ClerkGen\.|System\.|Microsoft\.Bcl\.)", entry.Name));
    }

    [Fact]
    public void Generator_package_depends_on_the_runtime_and_on_nothing_else()
    {
        using ZipArchive package = Open("ClerkGen");

        XElement dependency = Assert.Single(Dependencies(package).DistinctBy(element => (string?)element.Attribute("id")));
        Assert.Equal("ClerkGen.Runtime", (string?)dependency.Attribute("id"));
        Assert.Equal(feed.Version, (string?)dependency.Attribute("version"));
    }

    [Fact]
    public void Runtime_package_has_both_frameworks_with_documentation_and_no_dependencies()
    {
        using ZipArchive package = Open("ClerkGen.Runtime");
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];

        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/ClerkGen.Runtime.dll", names);
            Assert.Contains($"lib/{framework}/ClerkGen.Runtime.xml", names);
        }

        Assert.Contains("README.md", names);
        Assert.Contains("icon.png", names);
        Assert.Contains("buildTransitive/ClerkGen.Runtime.targets", names);
        Assert.Empty(Dependencies(package));
    }

    [Theory]
    [InlineData("ClerkGen")]
    [InlineData("ClerkGen.Runtime")]
    [InlineData("ClerkGen.AspNetCore")]
    [InlineData("ClerkGen.Tool")]
    public void Package_has_its_repository_and_licence(string id)
    {
        using ZipArchive package = Open(id);
        XElement metadata = Nuspec(package).Root!.Elements().Single();

        Assert.Equal("MIT", metadata.Elements().Single(element => element.Name.LocalName == "license").Value);
        XElement repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        Assert.Matches("^[0-9a-f]{40}$", (string?)repository.Attribute("commit"));
        Assert.All(
            (string[])["icon", "readme", "releaseNotes", "description", "tags", "projectUrl", "copyright"],
            name => Assert.NotEmpty(metadata.Elements().Single(element => element.Name.LocalName == name).Value));
    }

    [Theory]
    [InlineData("ClerkGen", "ClerkGen")]
    [InlineData("ClerkGen.Runtime", "ClerkGen.Runtime")]
    [InlineData("ClerkGen.AspNetCore", "ClerkGen.AspNetCore")]
    [InlineData("ClerkGen.Tool", "clerkgen")]
    public void Readme_shows_on_a_page_that_has_neither_the_repository_nor_diagrams(string id, string title)
    {
        using ZipArchive package = Open(id);
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        string readme = reader.ReadToEnd();

        string[] targets = [.. readme.Split("](").Skip(1).Select(static rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])];
        Assert.NotEmpty(targets);
        Assert.All(targets, static target => Assert.StartsWith("https://", target, StringComparison.Ordinal));
        Assert.DoesNotContain("```mermaid", readme, StringComparison.Ordinal);
        Assert.StartsWith($"# {title}\n", readme.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClerkGen.Runtime", ".snupkg", "lib/net8.0/ClerkGen.Runtime.pdb")]
    [InlineData("ClerkGen.Runtime", ".snupkg", "lib/net10.0/ClerkGen.Runtime.pdb")]
    [InlineData("ClerkGen", ".nupkg", Analyzers + "ClerkGen.pdb")]
    public void Symbols_lead_to_the_sources_of_the_commit(string id, string extension, string entry)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, id + "." + feed.Version + extension));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(package.GetEntry(entry)!)));
        MetadataReader symbols = provider.GetMetadataReader();

        CustomDebugInformation link = symbols.CustomDebugInformation
            .Select(symbols.GetCustomDebugInformation)
            .Single(information => symbols.GetGuid(information.Kind) == SourceLink);
        Assert.Matches(@"https://raw\.githubusercontent\.com/clerkgen/clerkgen/[0-9a-f]{40}/\*", Encoding.UTF8.GetString(symbols.GetBlobBytes(link.Value)));
        Assert.All(symbols.Documents, document => Assert.StartsWith("/_", symbols.GetString(symbols.GetDocument(document).Name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Packing_in_another_folder_gives_the_same_bytes()
    {
        string copy = feed.NewFolder("copy");
        await CopyRepositoryAsync(copy);
        string second = feed.NewFolder("second");
        (await DotNet.RunAsync(copy, null, [.. PackageFeed.PackArguments, "-o", second])).Succeeded();

        foreach (string file in Directory.EnumerateFiles(feed.Feed))
        {
            using ZipArchive first = ZipFile.OpenRead(file);
            using ZipArchive again = ZipFile.OpenRead(Path.Combine(second, Path.GetFileName(file)));
            Assert.Equal(Names(first), Names(again));

            // The .psmdcp holds the time of packing.
            Assert.All(Names(first).Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal)), name =>
                Assert.True(Read(first.GetEntry(name)!).AsSpan().SequenceEqual(Read(again.GetEntry(name)!)), $"{name} of {Path.GetFileName(file)} differs"));
        }
    }

    private static string[] Names(ZipArchive package) => [.. package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];

    /// <summary>Copies what belongs to the repository, with what a build asks Git for: the commit.</summary>
    private static async Task CopyRepositoryAsync(string folder)
    {
        string git = Path.Combine(PackageFeed.Repository, ".git");
        ProcessResult listing = (await DotNet.StartAsync("git", PackageFeed.Repository, null, "ls-files", "-co", "--exclude-standard", ".")).Succeeded();
        IEnumerable<string> files = listing.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        files = File.Exists(git) ? files.Append(".git") : files.Concat(Directory.EnumerateFiles(git, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PackageFeed.Repository, file))
            .Where(file => !file.StartsWith(Path.Combine(".git", "objects"), StringComparison.Ordinal)));
        foreach (string file in files.Where(file => File.Exists(Path.Combine(PackageFeed.Repository, file))))
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(PackageFeed.Repository, file), target);
        }

        if (Directory.Exists(git))
        {
            // Git takes a folder for a repository when it has this.
            Directory.CreateDirectory(Path.Combine(folder, ".git", "objects"));
        }
    }

    private static bool IsInEveryCompiler(string name) =>
        name is "netstandard" or "System.Collections.Immutable" or "System.Composition.AttributedModel"
        || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static (AssemblyIdentity Identity, AssemblyIdentity[] References) ReadAssembly(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        MetadataReader reader = file.GetMetadataReader();
        AssemblyDefinition definition = reader.GetAssemblyDefinition();
        return (
            new AssemblyIdentity(reader.GetString(definition.Name), definition.Version),
            [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference)
                .Select(reference => new AssemblyIdentity(reader.GetString(reference.Name), reference.Version))]);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"));

    private static XDocument Nuspec(ZipArchive package)
    {
        using Stream stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }

    private static IEnumerable<XElement> Dependencies(ZipArchive package) =>
        Nuspec(package).Descendants().Where(element => element.Name.LocalName == "dependency");

    private sealed record AssemblyIdentity(string Name, Version Version);
}
