using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Clerk.Backend;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Whole calls over loopback: the emitted client beside an <see cref="HttpClient"/> with source-generated System.Text.Json. Server and clients
/// share the process; allocations and CPU are of all threads, the server's share, the same for both, included.
/// </summary>
internal static class CallComparison
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(400);

    /// <summary>Prints one table per answer.</summary>
    public static async Task RunAsync(int rounds)
    {
        var payloads = Payloads.Create();
        await using WebApplication server = await StartAsync(payloads);
        string address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_benchmark");
        var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_benchmark", BaseAddress = new Uri(address) });

        await CompareAsync(
            "One invitation, sequential",
            rounds,
            ("HttpClient + System.Text.Json source generation", async () => await LimitAsync(http, "/organizations/org_1/invitations/inv_1", Limits.LimitContext.Default.OrganizationInvitation)),
            ("ClerkGen", async () => await clerk.OrganizationInvitations.GetAsync("org_1", "inv_1")));
        await CompareAsync(
            "100 users, sequential",
            rounds,
            ("HttpClient + System.Text.Json source generation", async () => await LimitAsync(http, "/users?limit=100", Limits.LimitContext.Default.ListUser)),
            ("ClerkGen", async () => await clerk.Users.ListAsync(new() { Limit = 100 })));
    }

    private static async Task<T?> LimitAsync<T>(HttpClient http, string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using HttpResponseMessage response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(stream, type);
    }

    private static async Task CompareAsync(string title, int rounds, params (string Name, Func<Task> Call)[] contestants)
    {
        var cpu = new double[contestants.Length, rounds];
        var bytes = new double[contestants.Length, rounds];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                (double microseconds, double allocated) = await MeasureAsync(contestants[i].Call);
                if (round >= 0)
                {
                    (cpu[i, round], bytes[i, round]) = (microseconds, allocated);
                }
            }
        }

        Console.WriteLine($"| {title} (server in the same process) | CPU, µs | ratio (min – max of {rounds} rounds) | bytes | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        for (int i = 0; i < contestants.Length; i++)
        {
            double[] own = [.. Enumerable.Range(0, rounds).Select(round => cpu[i, round])];
            double[] ratios = [.. Enumerable.Range(0, rounds).Select(round => cpu[i, round] / cpu[0, round])];
            double[] allocated = [.. Enumerable.Range(0, rounds).Select(round => bytes[i, round])];
            double[] shares = [.. Enumerable.Range(0, rounds).Select(round => bytes[i, round] / bytes[0, round])];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestants[i].Name} | {Rounds.Median(own):F1} | {Rounds.Median(ratios):F2} ({ratios.Min():F2} – {ratios.Max():F2}) | {Rounds.Median(allocated):F0} | {Rounds.Median(shares):F2} |"));
        }

        Console.WriteLine();
    }

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(Func<Task> call)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long start = Stopwatch.GetTimestamp();
        long calls = 0;
        do
        {
            await call();
            calls++;
        }
        while (Stopwatch.GetElapsedTime(start) < Slice);

        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMicroseconds / calls, (double)(GC.GetTotalAllocatedBytes() - allocated) / calls);
    }

    private static async Task<WebApplication> StartAsync(Payloads payloads)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(context =>
        {
            byte[] body = context.Request.Path.StartsWithSegments("/users", StringComparison.Ordinal) ? payloads.UserPage : payloads.Invitation;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await application.StartAsync();
        return application;
    }
}
