using System.Reflection;

namespace ClerkGen.Package.Tests;

/// <summary>
/// The packages of this repository, packed once for all tests into a folder, with an empty package cache beside it: what a consumer restores
/// is what was packed here and nothing else.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "clerkgen-packages", Path.GetRandomFileName());

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    /// <summary>The folder with the packages.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>The package cache of the consumers, empty at first.</summary>
    public string Cache => Path.Combine(_root, "cache");

    /// <summary>The version that was packed.</summary>
    public string Version { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        Directory.CreateDirectory(Cache);
        (await DotNet.RunAsync(Repository, null, "pack", "-c", "Release", "-o", Feed)).Succeeded();
        const string Prefix = "ClerkGen.Runtime.";
        string runtime = Directory.EnumerateFiles(Feed, Prefix + "*.nupkg").Select(Path.GetFileNameWithoutExtension).Single()!;
        Version = runtime[Prefix.Length..];
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>An empty folder outside the repository for a consumer's solution.</summary>
    public string NewFolder(string name)
    {
        string folder = Path.Combine(_root, "consumers", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed-here" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }
}

/// <summary>All package tests share one feed, and run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SharedPackages : ICollectionFixture<PackageFeed>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "Packages";
}
