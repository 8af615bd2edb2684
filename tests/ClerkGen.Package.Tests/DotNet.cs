using System.Diagnostics;
using System.Text;

namespace ClerkGen.Package.Tests;

/// <summary>What a run of the .NET command line printed and how it ended.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Output">Standard output and error, in the order in which lines arrived.</param>
internal sealed record DotNetResult(int ExitCode, string Output)
{
    /// <summary>This result, after failing the test when the command did not succeed.</summary>
    public DotNetResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"The command ended with {ExitCode}:\n{Output}");
        return this;
    }
}

/// <summary>Runs the .NET command line as a user would, with a package cache of its own.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a command.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="packages">Folder of the package cache, or null for the user's.</param>
    /// <param name="arguments">Arguments of <c>dotnet</c>.</param>
    public static Task<DotNetResult> RunAsync(string folder, string? packages, params string[] arguments) =>
        StartAsync("dotnet", folder, packages, arguments);

    /// <summary>Runs a program.</summary>
    public static async Task<DotNetResult> StartAsync(string program, string folder, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The consumer's build must not see the settings of the test run that started it.
        foreach (string name in start.Environment.Keys.Where(IsBuildState).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
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
            Append(output, $"Killed after {Limit}.");
            return new DotNetResult(-1, output.ToString());
        }

        lock (output)
        {
            return new DotNetResult(process.ExitCode, output.ToString());
        }
    }

    private static bool IsBuildState(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "CI" or "DOTNET_HOST_PATH" or "DOTNET_ROOT";

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
