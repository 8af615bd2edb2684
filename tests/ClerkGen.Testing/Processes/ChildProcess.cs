using System.Diagnostics;
using System.Text;

namespace ClerkGen.Testing;

/// <summary>The output of a program and its exit code.</summary>
/// <param name="ExitCode">0 when all went well, -1 when it was ended for taking too long.</param>
/// <param name="Output">Standard output and error, in the order in which lines arrived.</param>
/// <param name="Elapsed">From start to exit.</param>
/// <param name="PeakBytes">The most memory that the program held at a time, as of some 50 ms before its end.</param>
public sealed record ProcessResult(int ExitCode, string Output, TimeSpan Elapsed, long PeakBytes);

/// <summary>Runs programs to their end, as a user at a terminal would: not as children of the build or test run that this is.</summary>
public static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="folder">Working folder, or null for this program's.</param>
    /// <param name="arguments">Arguments of the command line.</param>
    public static Task<ProcessResult> DotNetAsync(string? folder, params IReadOnlyCollection<string> arguments) =>
        RunAsync("dotnet", folder, [], arguments);

    /// <summary>Runs a program; one that takes longer than eight minutes is ended.</summary>
    /// <param name="program">Its path, or its name.</param>
    /// <param name="folder">Working folder, or null for this program's.</param>
    /// <param name="environment">Variables beside those of this program.</param>
    /// <param name="arguments">Arguments of the command line.</param>
    public static async Task<ProcessResult> RunAsync(
        string program, string? folder, IReadOnlyCollection<KeyValuePair<string, string>> environment, params IReadOnlyCollection<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(arguments);
        using var process = new Process { StartInfo = StartOf(program, folder, environment, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        long clock = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Limit);
        int exitCode;
        long peak = 0;
        try
        {
            Task exit = process.WaitForExitAsync(deadline.Token);
            while (await Task.WhenAny(exit, Task.Delay(BetweenLooks)).ConfigureAwait(false) != exit)
            {
                peak = PeakOf(process, peak);
            }

            await exit.ConfigureAwait(false);
            exitCode = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Append(output, $"Killed after {Limit}.");
            exitCode = -1;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(clock);
        lock (output)
        {
            return new ProcessResult(exitCode, output.ToString(), elapsed, peak);
        }
    }

    /// <summary>How a program is started that does not belong to the build or test run that this is. All its streams are redirected.</summary>
    /// <param name="program">Its path, or its name.</param>
    /// <param name="folder">Working folder, or null for this program's.</param>
    /// <param name="environment">Variables beside those of this program.</param>
    /// <param name="arguments">Arguments of the command line.</param>
    public static ProcessStartInfo StartOf(
        string program, string? folder, IReadOnlyCollection<KeyValuePair<string, string>> environment, params IReadOnlyCollection<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsBuildState).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (KeyValuePair<string, string> variable in environment)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return start;
    }

    private static long PeakOf(Process process, long known)
    {
        try
        {
            process.Refresh();
            return Math.Max(known, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            // It has ended in the meantime.
            return known;
        }
    }

    private static bool IsBuildState(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "CI" or "DOTNET_GCgen0size" or "DOTNET_HOST_PATH" or "DOTNET_ROOT";

    private static void Append(StringBuilder output, string? line)
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
