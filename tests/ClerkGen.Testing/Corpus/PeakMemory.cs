using System.Globalization;

namespace ClerkGen.Testing.Corpus;

/// <summary>The most memory that this process had since a point in time, where the system (Linux) keeps count of it.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Reference = "/proc/self/clear_refs";

    /// <summary>Forgets what was before.</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists(Reference))
        {
            // 5 resets the mark of the resident set (proc_pid_clear_refs(5)).
            File.WriteAllText(Reference, "5");
        }
    }

    /// <summary>The mark, in bytes; 0 where the system keeps none.</summary>
    public static long Read()
    {
        const string Key = "VmHWM:";
        if (!File.Exists(Status))
        {
            return 0;
        }

        string line = File.ReadLines(Status).First(line => line.StartsWith(Key, StringComparison.Ordinal));
        return 1024 * long.Parse(line[Key.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }
}
