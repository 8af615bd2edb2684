using System.IO.Compression;
using System.Xml.Linq;

namespace ClerkGen.Package.Tests;

[Collection(SharedPackages.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void Two_packages_come_out() => Assert.Equal(
        [$"ClerkGen.{feed.Version}.nupkg", $"ClerkGen.Runtime.{feed.Version}.nupkg"],
        Directory.EnumerateFiles(feed.Feed, "*.nupkg").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Generator_package_is_an_analyzer_with_its_dependencies_and_the_document()
    {
        using ZipArchive package = Open("ClerkGen");
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Contains("analyzers/dotnet/cs/ClerkGen.dll", names);
        Assert.Contains("analyzers/dotnet/cs/ClerkGen.Microsoft.OpenApi.dll", names);
        Assert.Contains("analyzers/dotnet/cs/ClerkGen.YamlDotNet.dll", names);
        Assert.Contains("analyzers/dotnet/cs/System.Text.Json.dll", names);
        Assert.Contains("build/ClerkGen.props", names);
        Assert.Contains("build/ClerkGen.targets", names);
        Assert.Contains("README.md", names);
        Assert.Contains("icon.png", names);
        Assert.Contains(names, name => name.EndsWith("clerk-backend.yaml", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Generator_package_depends_on_the_runtime_and_on_nothing_else()
    {
        using ZipArchive package = Open("ClerkGen");

        XElement dependency = Assert.Single(Dependencies(package).DistinctBy(element => (string?)element.Attribute("id")));
        Assert.Equal("ClerkGen.Runtime", (string?)dependency.Attribute("id"));
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

        Assert.Empty(Dependencies(package));
    }

    [Fact]
    public void Both_packages_come_with_symbols()
    {
        Assert.True(File.Exists(Path.Combine(feed.Feed, $"ClerkGen.Runtime.{feed.Version}.snupkg")));
        using ZipArchive package = Open("ClerkGen");
        Assert.True(
            File.Exists(Path.Combine(feed.Feed, $"ClerkGen.{feed.Version}.snupkg"))
            || package.Entries.Any(entry => entry.FullName == "analyzers/dotnet/cs/ClerkGen.pdb"));
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{feed.Version}.nupkg"));

    private static IEnumerable<XElement> Dependencies(ZipArchive package)
    {
        using Stream stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "dependency")];
    }
}
