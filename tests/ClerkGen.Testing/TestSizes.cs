using System.Globalization;

namespace ClerkGen.Testing;

/// <summary>
/// How long the tests run that could run for hours. Each has a size for every day and one for the night, which <c>CLERKGEN_NIGHTLY=1</c> chooses; a
/// variable of its own sets one size to any other number.
/// </summary>
public static class TestSizes
{
    private static readonly bool IsNightly = Environment.GetEnvironmentVariable("CLERKGEN_NIGHTLY") == "1";

    /// <summary>Mutated documents (<c>CLERKGEN_FUZZ</c>).</summary>
    public static int MutatedDocuments => Of("CLERKGEN_FUZZ", daily: 800, nightly: 20_000);

    /// <summary>Mutated documents of the command <c>ClerkGen.Corpus --fuzz</c> (<c>CLERKGEN_FUZZ_COMMAND</c>).</summary>
    public static int MutatedDocumentsOfCommand => Of("CLERKGEN_FUZZ_COMMAND", daily: 4_000, nightly: 20_000);

    /// <summary>Naughty strings in each kind of field (<c>CLERKGEN_NAUGHTY</c>); neighbouring kinds take different ones.</summary>
    public static int NaughtyStrings => Of("CLERKGEN_NAUGHTY", daily: 6, nightly: 100);

    /// <summary>Arguments for each operation of another vendor's document (<c>CLERKGEN_CONTRACT_SEEDS</c>).</summary>
    public static int ContractSeeds => Of("CLERKGEN_CONTRACT_SEEDS", daily: 1, nightly: 4);

    /// <summary>Arguments for each operation of Clerk's documents (<c>CLERKGEN_CLERK_SEEDS</c>).</summary>
    public static int ClerkSeeds => Of("CLERKGEN_CLERK_SEEDS", daily: 2, nightly: 4);

    /// <summary>Every which operation a fault happens to (<c>CLERKGEN_FAULT_STEP</c>); neighbouring faults begin at different ones.</summary>
    public static int FaultStep => Of("CLERKGEN_FAULT_STEP", daily: 4, nightly: 1);

    /// <summary>Documents of other vendors whose operations are called: <c>all</c>, or names with commas (<c>CLERKGEN_CONTRACT</c>); null for the usual ones.</summary>
    public static string? ContractDocuments => Environment.GetEnvironmentVariable("CLERKGEN_CONTRACT") is { Length: > 0 } names ? names : IsNightly ? "all" : null;

    /// <summary>Calls that are cancelled in each state of a call (<c>CLERKGEN_CANCELLATIONS</c>).</summary>
    public static int Cancellations => Of("CLERKGEN_CANCELLATIONS", daily: 20, nightly: 200);

    /// <summary>Time that a thousand parallel callers run (<c>CLERKGEN_SOAK_SECONDS</c>).</summary>
    public static TimeSpan Soak => TimeSpan.FromSeconds(Of("CLERKGEN_SOAK_SECONDS", daily: 3, nightly: 60));

    private static int Of(string variable, int daily, int nightly) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : IsNightly ? nightly : daily;
}
