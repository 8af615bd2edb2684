using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;

namespace ClerkGen.Benchmarks;

/// <summary>The documents that benchmarks run on.</summary>
internal static class BenchmarkDocuments
{
    private const int LargeOperations = 1100;
    private const string Published = "bapi-2026-05-12.yml";

    /// <summary>Path of the bundled document.</summary>
    public static string BundledPath { get; } = Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml");

    /// <summary>The bundled document.</summary>
    public static string Bundled { get; } = File.ReadAllText(BundledPath);

    /// <summary>Path of Clerk's published document, where somebody keeps it beside the repository; else null.</summary>
    public static string? PublishedPath { get; } = FindPublished();

    /// <summary>A document of the size of GitHub's.</summary>
    public static string Large(BenchmarkOptions options) => LargeDocument.Create(options.IsQuick ? 20 : LargeOperations);

    /// <summary>The documents by name.</summary>
    public static IEnumerable<(string Name, string Text)> All(BenchmarkOptions options)
    {
        yield return ("clerk-backend.yaml", Bundled);
        if (PublishedPath is { } path)
        {
            yield return (Path.GetFileName(path), File.ReadAllText(path));
        }

        yield return ("large.json", Large(options));
    }

    private static string? FindPublished()
    {
        string shared = Environment.GetEnvironmentVariable("CLERKGEN_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string path = Path.Combine(shared, "clerk", Published);
        return File.Exists(path) ? path : null;
    }
}
