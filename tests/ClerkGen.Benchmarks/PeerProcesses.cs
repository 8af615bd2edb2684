using System.Diagnostics;
using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>
/// The programs over clients of other generators, and over the next version of System.Text.Json, built for one benchmark. One that cannot be
/// built is left out, and the report says why.
/// </summary>
internal sealed class PeerProcesses : IDisposable
{
    private const string NextSystemTextJson = "11.0.0";

    private readonly TemporaryFolder _folder = new();
    private readonly List<PeerProcess> _all = [];
    private int _projects;

    private PeerProcesses()
    {
    }

    /// <summary>The programs, which are running.</summary>
    public IReadOnlyList<PeerProcess> All => _all;

    /// <summary>Builds and starts the programs.</summary>
    /// <param name="report">Told what is left out.</param>
    /// <param name="payloads">The bodies.</param>
    /// <param name="server">The server that is called; null where only JSON is compared.</param>
    public static async Task<PeerProcesses> StartAsync(Report report, Payloads payloads, Uri? server)
    {
        var started = new PeerProcesses();
        string bodies = started._folder.Create("bodies");
        foreach ((string name, byte[] body) in new[]
        {
            ("users", payloads.UserPage), ("mixed", payloads.MixedUserPage), ("invitation", payloads.Invitation), ("errors", payloads.Errors),
        })
        {
            await File.WriteAllBytesAsync(Path.Combine(bodies, name + ".json"), body);
        }

        if (server is null)
        {
            await started.AddAsync(report, "System.Text.Json " + NextSystemTextJson, bodies, server, async folder =>
            {
                await PeerTools.WriteProjectAsync(folder, [("System.Text.Json", NextSystemTextJson)]);
                Copy("Limits/Models.cs", folder, "Models.cs");
                Copy("Limits/Example.cs", folder, "Example.cs");
                Copy("Peers/SystemTextJson.cs", folder, "Work.cs");
            });
        }

        string tools = started._folder.Create("tools");
        foreach (PeerTools.Peer peer in PeerTools.All)
        {
            await started.AddAsync(report, peer.Name, bodies, server, async folder =>
            {
                await PeerTools.WriteAsync(peer, tools, folder);
                File.Delete(Path.Combine(folder, "Program.cs"));
                Copy("Peers/" + peer.Work, folder, "Work.cs");
            });
        }

        return started;
    }

    public void Dispose()
    {
        _all.ForEach(static peer => peer.Dispose());
        _folder.Dispose();
    }

    private static void Copy(string source, string folder, string name) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, source), Path.Combine(folder, name));

    private async Task AddAsync(Report report, string name, string bodies, Uri? server, Func<string, Task> write)
    {
        string folder = _folder.Create("Peer" + _projects++.ToString(CultureInfo.InvariantCulture));
        try
        {
            await write(folder);
            Copy("Peers/Loop.cs", folder, "Program.cs");
            Copy("WorkCost.cs", folder, "WorkCost.cs");
            await MeasuredProcess.DotNetAsync(folder, "restore");
            if (await PeerTools.CompleteAsync(folder) is > 0 and int count)
            {
                report.Line(Report.Text($"{name}: its client refers to {count} types that it does not have; empty classes stand in for them, and read nothing."));
                report.Line();
            }

            string output = Path.Combine(folder, "out");
            await MeasuredProcess.DotNetAsync(folder, "build", "--no-restore", "-c", "Release", "-nologo", "-v", "q", "-o", output);
            var start = new ProcessStartInfo(DotNetInstallation.Host) { RedirectStandardInput = true, RedirectStandardOutput = true };
            start.ArgumentList.Add(Path.Combine(output, "Consumer.dll"));
            start.ArgumentList.Add(bodies);
            start.ArgumentList.Add(server?.ToString().TrimEnd('/') ?? "http://127.0.0.1");
            _all.Add(new PeerProcess(name, Process.Start(start)!));
        }
        catch (InvalidOperationException exception)
        {
            report.Line($"{name} was not measured: {exception.Message.Split('\n')[0]}");
            report.Line();
        }
    }
}
