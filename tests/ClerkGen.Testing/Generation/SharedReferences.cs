using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Testing.Generation;

/// <summary>References of compilations in tests. All compilations of a process share them, so that each assembly is read once.</summary>
public static class SharedReferences
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Known = new(StringComparer.Ordinal);

    // The host lists the core library twice.
    private static readonly string[] Paths = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Distinct()];

    /// <summary>The framework that runs the tests.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } =
        Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));

    /// <summary>The library that emitted code needs.</summary>
    public static MetadataReference Runtime => Of(Paths.Single(static path => Path.GetFileName(path) == "ClerkGen.Runtime.dll"));

    /// <summary>The assemblies that this program may load and that have a property.</summary>
    /// <param name="condition">The property, by an assembly's path.</param>
    public static IReadOnlyList<MetadataReference> Where(Func<string, bool> condition) => [.. Paths.Where(condition).Select(Of)];

    /// <summary>An assembly that does not change while the tests run.</summary>
    /// <param name="path">Its path.</param>
    public static MetadataReference Of(string path) => Known.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path));
}
