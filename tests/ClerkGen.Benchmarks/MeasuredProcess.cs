using System.Runtime.InteropServices;
using ClerkGen.Testing;

namespace ClerkGen.Benchmarks;

/// <summary>The cost of a process.</summary>
/// <param name="Seconds">From start to exit.</param>
/// <param name="CpuSeconds">Of the process and its children that it waited for; 0 where the system does not report it.</param>
/// <param name="PeakBytes">The most memory that it held at a time, looked at every 50 ms.</param>
/// <param name="Output">Its output.</param>
internal sealed record MeasuredResult(double Seconds, double CpuSeconds, long PeakBytes, string Output);

/// <summary>Runs processes one after the other and measures them.</summary>
internal static partial class MeasuredProcess
{
    private const int Children = -1;

    private static readonly KeyValuePair<string, string>[] Environment = [KeyValuePair.Create("DOTNET_CLI_TELEMETRY_OPTOUT", "1")];

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end in time.</exception>
    public static async Task<MeasuredResult> RunAsync(string program, string? folder, params IReadOnlyCollection<string> arguments)
    {
        double cpu = CpuOfChildren();
        ProcessResult result = await ChildProcess.RunAsync(program, folder, Environment, arguments);
        return result.ExitCode == 0
            ? new MeasuredResult(result.Elapsed.TotalSeconds, CpuOfChildren() - cpu, result.PeakBytes, result.Output)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}");
    }

    /// <summary>Runs <c>dotnet</c>.</summary>
    public static Task<MeasuredResult> DotNetAsync(string? folder, params IReadOnlyCollection<string> arguments) =>
        RunAsync(DotNetInstallation.Host, folder, arguments);

    private static double CpuOfChildren()
    {
        if (!OperatingSystem.IsLinux() || GetResourceUsage(Children, out ResourceUsage usage) != 0)
        {
            return 0;
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    // struct rusage of 64-bit Linux: two times, then fourteen counters that are not looked at.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
