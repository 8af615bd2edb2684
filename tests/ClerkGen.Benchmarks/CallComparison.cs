using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Clerk.Backend;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Whole calls over loopback, one after the other and 32 at once: the emitted client beside an <see cref="HttpClient"/> with source-generated
/// System.Text.Json, and beside the clients of other generators in processes of their own. The server is another process; CPU and allocations
/// are the client's, of all its threads.
/// </summary>
internal static class CallComparison
{
    private const int Parallel = 32;
    private const int TurnsPerRound = 5;
    private const string Limit = "HttpClient + System.Text.Json source generation";

    /// <summary>Writes one table per answer and number of callers.</summary>
    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        using LoopbackServer server = await LoopbackServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_benchmark");
        var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_benchmark", BaseAddress = server.Address });
        using PeerProcesses peers = await PeerProcesses.StartAsync(report, Payloads.Create(), server.Address);
        foreach (int callers in (int[])[1, Parallel])
        {
            string how = callers == 1 ? "one after the other" : Report.Text($"{callers} at once");
            await CompareAsync(
                report,
                options,
                $"One invitation, {how}",
                callers,
                peers.All,
                "invitation",
                (Limit, async () => await LimitAsync(http, "/organizations/org_1/invitations/inv_1", Limits.LimitContext.Default.OrganizationInvitation)),
                ("ClerkGen", async () => await clerk.OrganizationInvitations.GetAsync("org_1", "inv_1")));
            await CompareAsync(
                report,
                options,
                $"100 users, {how}",
                callers,
                peers.All,
                "users",
                (Limit, async () => await LimitAsync(http, "/users?limit=100", Limits.LimitContext.Default.ListUser)),
                ("ClerkGen", async () => await clerk.Users.ListAsync(new() { Limit = 100 })));
        }
    }

    private static async Task<T?> LimitAsync<T>(HttpClient http, string path, JsonTypeInfo<T> type)
    {
        using HttpResponseMessage response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(stream, type);
    }

    private static async Task CompareAsync(
        Report report, BenchmarkOptions options, string title, int callers, IReadOnlyList<PeerProcess> peers, string work, params (string Name, Func<Task> Call)[] own)
    {
        (string Name, Func<Task<WorkCost>> Measure)[] contestants =
        [
            .. own.Select(contestant => (contestant.Name, (Func<Task<WorkCost>>)(() => WorkCost.MeasureAsync(contestant.Call, callers, options.Slice)))),
            .. peers.Select(peer => (peer.Name, (Func<Task<WorkCost>>)(() => Task.FromResult(peer.Measure(work, options.Slice, callers))))),
        ];
        Series[] cpu = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));
        Series[] bytes = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));
        Series[] rates = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));

        for (int round = -1; round < options.Rounds; round++)
        {
            // In turns within a round: what else the machine does for a while, the server's garbage collection say, meets all of them.
            var measured = new WorkCost[contestants.Length];
            for (int turn = 0; turn < TurnsPerRound * contestants.Length; turn++)
            {
                int index = (turn + (turn / contestants.Length)) % contestants.Length;
                measured[index] += await contestants[index].Measure();
            }

            for (int i = 0; i < contestants.Length && round >= 0; i++)
            {
                cpu[i].Add(measured[i].CpuMicroseconds / measured[i].Runs);
                bytes[i].Add(measured[i].Bytes / measured[i].Runs);
                rates[i].Add(measured[i].Runs / measured[i].Seconds);
            }
        }

        report.Head(title, "calls/s", "client CPU, µs", "ratio (min – max)", "bytes", "ratio (min – max)");
        for (int i = 0; i < contestants.Length; i++)
        {
            report.Row(
                contestants[i].Name,
                Report.Text($"{rates[i].Median:F0}"),
                Report.Text($"{cpu[i].Median:F1}"),
                cpu[i].ShowRatio(cpu[0]),
                Report.Text($"{bytes[i].Median:F0}"),
                bytes[i].ShowRatio(bytes[0]));
        }

        report.Line();
    }
}
