using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ClerkGen.Benchmarks;

/// <summary>What a process took.</summary>
/// <param name="Seconds">From start to exit.</param>
/// <param name="CpuSeconds">Of it and what it started and waited for; 0 where the system does not tell.</param>
/// <param name="Output">What it printed.</param>
internal sealed record ChildResult(double Seconds, double CpuSeconds, string Output);

/// <summary>Runs processes one after the other and measures them.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end in time.</exception>
    public static async Task<ChildResult> RunAsync(string program, string? folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A build that this program was started by must not leave its state to the builds that are measured.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        double cpu = CpuOfChildren();
        long clock = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {Limit}.");
        }

        double seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        string text;
        lock (output)
        {
            text = output.ToString();
        }

        return process.ExitCode == 0
            ? new ChildResult(seconds, CpuOfChildren() - cpu, text)
            : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{text}");

        void Append(string? line)
        {
            if (line is not null)
            {
                lock (output)
                {
                    output.Append(line).Append('\n');
                }
            }
        }
    }

    /// <summary>Runs <c>dotnet</c>.</summary>
    public static Task<ChildResult> DotNetAsync(string? folder, params IEnumerable<string> arguments) =>
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
