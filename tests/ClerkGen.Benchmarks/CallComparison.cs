using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Clerk.Backend;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Whole calls over loopback, one after the other and 32 at once: the emitted client beside an <see cref="HttpClient"/> with source-generated
/// System.Text.Json. The server is another process; CPU and allocations are the client's, of all its threads.
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
        foreach (int callers in (int[])[1, Parallel])
        {
            string how = callers == 1 ? "one after the other" : Report.Text($"{callers} at once");
            await CompareAsync(
                report,
                options,
                $"One invitation, {how}",
                callers,
                (Limit, async () => await LimitAsync(http, "/organizations/org_1/invitations/inv_1", Limits.LimitContext.Default.OrganizationInvitation)),
                ("ClerkGen", async () => await clerk.OrganizationInvitations.GetAsync("org_1", "inv_1")));
            await CompareAsync(
                report,
                options,
                $"100 users, {how}",
                callers,
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
        Report report, BenchmarkOptions options, string title, int callers, params (string Name, Func<Task> Call)[] contestants)
    {
        Series[] cpu = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));
        Series[] bytes = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));
        Series[] rates = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));

        for (int round = -1; round < options.Rounds; round++)
        {
            // In turns within a round: what else the machine does for a while, the server's garbage collection say, meets all of them.
            var measured = new Measured[contestants.Length];
            for (int turn = 0; turn < TurnsPerRound * contestants.Length; turn++)
            {
                int index = (turn + (turn / contestants.Length)) % contestants.Length;
                measured[index] += await MeasureAsync(contestants[index].Call, callers, options.Slice);
            }

            for (int i = 0; i < contestants.Length && round >= 0; i++)
            {
                cpu[i].Add(measured[i].CpuMicroseconds / measured[i].Calls);
                bytes[i].Add(measured[i].Bytes / measured[i].Calls);
                rates[i].Add(measured[i].Calls / measured[i].Seconds);
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

    private static async Task<Measured> MeasureAsync(Func<Task> call, int callers, TimeSpan slice)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        long calls = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            do
            {
                await call();
                Interlocked.Increment(ref calls);
            }
            while (Stopwatch.GetElapsedTime(start) < slice);
        }));

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Measured(
            calls,
            seconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private readonly record struct Measured(double Calls, double Seconds, double CpuMicroseconds, double Bytes)
    {
        public static Measured operator +(Measured left, Measured right) => new(
            left.Calls + right.Calls,
            left.Seconds + right.Seconds,
            left.CpuMicroseconds + right.CpuMicroseconds,
            left.Bytes + right.Bytes);
    }
}
