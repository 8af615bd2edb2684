using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ClerkGen.Package.Tests.LongestFirst", "ClerkGen.Package.Tests")]

namespace ClerkGen.Package.Tests;

/// <summary>Starts the classes that take longest first, so that none of them is left at the end while a core has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [nameof(CopiedSampleTests), nameof(NativeAotTests), nameof(PackageContentTests), nameof(OtherAnalyzerTests), nameof(ConsumerTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(static collection => Rank(collection.DisplayName)).ThenBy(static collection => collection.DisplayName, StringComparer.Ordinal);

    private static int Rank(string displayName)
    {
        int rank = Array.FindIndex(Longest, name => displayName.EndsWith("." + name, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
