using System.IO.Compression;
using System.Runtime.InteropServices;
using ClerkGen.Testing;

namespace ClerkGen.Benchmarks;

/// <summary>The generator as its package gives it to the SDK's compiler: compiled ahead of time where the package has that.</summary>
internal sealed class PackedGenerator : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PackedGenerator()
    {
    }

    /// <summary>The assemblies.</summary>
    public IReadOnlyList<string> Analyzers { get; private set; } = [];

    /// <summary>Packs the generator.</summary>
    public static async Task<PackedGenerator> PackAsync()
    {
        var packed = new PackedGenerator();
        string feed = packed._folder.Create("feed");
        await MeasuredProcess.DotNetAsync(Path.Combine(Repository.Root, "generator"), "pack", "-c", "Release", "-nologo", "-v", "q", "-o", feed);
        string content = packed._folder.Create("content");
        await ZipFile.ExtractToDirectoryAsync(Directory.GetFiles(feed, "*.nupkg").Single(), content);
        string images = Path.Combine(content, "tools", $"net{Environment.Version.ToString(2)}", RuntimeInformation.RuntimeIdentifier);
        packed.Analyzers =
        [
            .. Directory.GetFiles(Path.Combine(content, "analyzers", "dotnet", "cs"), "*.dll")
                .Select(path => Path.Combine(images, Path.GetFileName(path)) is var image && File.Exists(image) ? image : path),
        ];
        return packed;
    }

    public void Dispose() => _folder.Dispose();
}
