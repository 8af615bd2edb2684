using System.Reflection;

namespace ClerkGen.Package.Tests;

/// <summary>
/// The packages of this repository, packed once for all tests, or as the folder <c>CLERKGEN_PACKAGES</c> holds them. An empty package cache is
/// beside them: what a consumer restores is what was packed and nothing else.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "clerkgen-packages", Path.GetRandomFileName());
    private static readonly Lazy<Task<string>> Packed = new(PackedAsync);

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    /// <summary>Arguments of <c>dotnet</c> that pack. The build of the solution has run the analyzers, and they change nothing that is packed.</summary>
    public static IReadOnlyList<string> PackArguments { get; } = ["pack", "-c", "Release", "-p:RunAnalyzers=false"];

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; private set; } = "";

    /// <summary>The package cache of the consumers, empty at first.</summary>
    public string Cache { get; } = Path.Combine(Root, "cache");

    /// <summary>The version that was packed.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Deletes the packages, their cache and all consumers.</summary>
    public static void Delete()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Feed = await Packed.Value;
        const string Prefix = "ClerkGen.Runtime.";
        string runtime = Directory.EnumerateFiles(Feed, Prefix + "*.nupkg").Select(Path.GetFileNameWithoutExtension).Single()!;
        Version = runtime[Prefix.Length..];
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty folder outside the repository for a consumer's solution.</summary>
    public string NewFolder(string name)
    {
        string folder = Path.Combine(Root, "consumers", name);
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

    private static async Task<string> PackedAsync()
    {
        Directory.CreateDirectory(Path.Combine(Root, "cache"));
        if (Environment.GetEnvironmentVariable("CLERKGEN_PACKAGES") is { Length: > 0 } packed)
        {
            return packed;
        }

        string feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;
        (await DotNet.RunAsync(Repository, null, [.. PackArguments, "-o", feed])).Succeeded();
        return feed;
    }
}
