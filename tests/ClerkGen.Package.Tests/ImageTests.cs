using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace ClerkGen.Package.Tests;

/// <summary>The generator's assemblies that are compiled ahead of time.</summary>
public sealed class ImageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Plain = "analyzers/dotnet/cs/";

    private static readonly string[] Machines = ["linux-x64", "osx-arm64", "win-x64"];

    private static readonly string[] Compiled = ["ClerkGen.Microsoft.OpenApi.dll", "ClerkGen.YamlDotNet.dll", "ClerkGen.dll"];

    [Fact]
    public void Images_are_the_packed_assemblies_with_machine_code()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"ClerkGen.{feed.Version}.nupkg"));

        string[] images =
        [
            .. package.Entries
                .Select(entry => entry.FullName)
                .Where(name => name.StartsWith("tools/", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            Machines.SelectMany(machine => Compiled.Select(name => $"tools/net10.0/{machine}/{name}")).Order(StringComparer.Ordinal),
            images.Order(StringComparer.Ordinal));
        foreach (string image in images)
        {
            (Guid identity, bool isCompiled) = Read(package.GetEntry(image)!);
            (Guid plain, bool isPlainCompiled) = Read(package.GetEntry(Plain + Path.GetFileName(image))!);
            Assert.Equal(plain, identity);
            Assert.True(isCompiled, image);
            Assert.False(isPlainCompiled, image);
        }
    }

    [Fact]
    public async Task Compiler_of_the_SDK_loads_the_images_unless_they_are_switched_off_and_emits_the_same()
    {
        string folder = $"/tools/net10.0/{RuntimeInformation.RuntimeIdentifier}/";
        (string[] compiled, Dictionary<string, string> emitted) = await BuildAsync("Images", "");
        (string[] plain, Dictionary<string, string> expected) = await BuildAsync("NoImages", "<ClerkGenReadyToRun>false</ClerkGenReadyToRun>");

        Assert.Equal(Compiled, compiled.Where(path => path.Contains(folder, StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(compiled.Select(Path.GetFileName).Order(StringComparer.Ordinal), plain.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(plain, path => Assert.Contains("/" + Plain, path, StringComparison.Ordinal));
        Assert.NotEmpty(emitted);
        Assert.Equal(expected, emitted);
    }

    private async Task<(string[] Analyzers, Dictionary<string, string> Emitted)> BuildAsync(string name, string property)
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder(name))
            .Project(
                "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>" + property,
                """<ClerkGenDocument Include="weather.yaml" Namespace="Weather" ClientName="WeatherClient" />""",
                targets: """
                    <Target Name="WriteAnalyzers" AfterTargets="CoreCompile">
                      <WriteLinesToFile File="analyzers.txt" Lines="@(Analyzer)" Overwrite="true" />
                    </Target>
                    """)
            .Source("weather.yaml", Programs.Weather);
        (await consumer.DotNetAsync("build")).Succeeded();
        string[] analyzers =
        [
            .. File.ReadLines(Path.Combine(consumer.Folder, "analyzers.txt"))
                .Select(path => path.Replace('\\', '/'))
                .Where(path => path.Contains("/clerkgen/", StringComparison.Ordinal)),
        ];
        Dictionary<string, string> emitted = Directory
            .EnumerateFiles(consumer.Folder, "*.g.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains("ClerkGenerator", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        return (analyzers, emitted);
    }

    private static (Guid Identity, bool IsCompiled) Read(ZipArchiveEntry entry)
    {
        using MemoryStream content = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        content.Position = 0;
        using PEReader reader = new(content);
        MetadataReader metadata = reader.GetMetadataReader();
        return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
