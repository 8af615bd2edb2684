using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClerkGen.Testing;

namespace ClerkGen.Tests.Pipeline;

/// <summary>MSBuild in a process of its own that builds one project after the other. Its start takes twenty times as long as a small project.</summary>
public sealed class BuildProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly Process _process = new()
    {
        StartInfo = ChildProcess.StartOf("dotnet", folder: null, [], "exec", typeof(BuildProcess).Assembly.Location),
    };

    private readonly StringBuilder _errors = new();

    /// <summary>Starts MSBuild.</summary>
    public BuildProcess()
    {
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
    }

    /// <summary>Runs MSBuild, as at the command line.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">Arguments of the command line.</param>
    public async Task<ProcessResult> RunAsync(string folder, params string[] arguments)
    {
        long clock = Stopwatch.GetTimestamp();
        using var deadline = new CancellationTokenSource(Limit);
        await _process.StandardInput.WriteLineAsync(string.Join('\t', [folder, .. arguments]).AsMemory(), deadline.Token);
        await _process.StandardInput.FlushAsync(deadline.Token);
        StringBuilder output = new();
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.StartsWith(BuildProgram.End, StringComparison.Ordinal))
            {
                int exitCode = int.Parse(line.AsSpan(BuildProgram.End.Length), CultureInfo.InvariantCulture);
                return new ProcessResult(exitCode, output.ToString(), Stopwatch.GetElapsedTime(clock), PeakBytes: 0);
            }

            output.Append(line).Append('\n');
        }

        throw new InvalidOperationException($"MSBuild ended: {output}{_errors}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
