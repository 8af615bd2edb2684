using System.Runtime.InteropServices;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Size and start-up of a program that makes one call: native code with the whole client and with what it uses, beside hand-written classes with
/// System.Text.Json's source generation, and the same program under the just-in-time compiler. Native code is for .NET 9, which the package
/// feeds that this project builds from have everything for.
/// </summary>
internal static class NativeComparison
{
    private const int StartsPerRound = 5;

    private const string Limit = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        internal static class Program
        {
            private static async Task Main(string[] args)
            {
                using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
                http.DefaultRequestHeaders.Authorization = new("Bearer", "sk_test_1");
                using HttpResponseMessage response = await http.GetAsync("/organizations/org_1/invitations/inv_1", HttpCompletionOption.ResponseHeadersRead);
                response.EnsureSuccessStatusCode();
                await using System.IO.Stream stream = await response.Content.ReadAsStreamAsync();
                Console.WriteLine((await JsonSerializer.DeserializeAsync(stream, LimitContext.Default.Invitation))!.Id);
            }
        }

        internal sealed class Invitation
        {
            public required string Object { get; set; }
            public required string Id { get; set; }
            public required string EmailAddress { get; set; }
            public required string Role { get; set; }
            public required string RoleName { get; set; }
            public string? OrganizationId { get; set; }
            public string? InviterId { get; set; }
            public string? Status { get; set; }
            public required JsonElement PublicMetadata { get; set; }
            public JsonElement PrivateMetadata { get; set; }
            public string? Url { get; set; }
            public long? ExpiresAt { get; set; }
            public required long CreatedAt { get; set; }
            public required long UpdatedAt { get; set; }
        }

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
        [JsonSerializable(typeof(Invitation))]
        internal sealed partial class LimitContext : JsonSerializerContext;
        """;

    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        using var temporary = new TemporaryFolder();
        using LoopbackServer server = await LoopbackServer.StartAsync();
        const string Native = "<TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>";
        const string Small = Native + "<UseSystemResourceKeys>true</UseSystemResourceKeys><OptimizationPreference>Size</OptimizationPreference>";
        const string Whole = "<ClerkGenEmit>All</ClerkGenEmit>";
        const string Uncompressed = "<ClerkGenDecompression>false</ClerkGenDecompression>";
        (string Name, string Properties, bool HasClient, string Source, bool IsNative)[] programs =
        [
            ("native, HttpClient + System.Text.Json source generation", Native, false, Limit, true),
            ("native, ClerkGen", Native, true, ConsumerProgram.OneCall, true),
            ("native, `ClerkGenEmit=All`", Native + Whole, true, ConsumerProgram.OneCall, true),
            ("native for size, HttpClient + System.Text.Json source generation", Small, false, Limit, true),
            ("native for size, `ClerkGenEmit=All`", Small + Whole, true, ConsumerProgram.OneCall, true),
            ("native for size, `ClerkGenDecompression=false`", Small + Uncompressed, true, ConsumerProgram.OneCall, true),
            ("just in time, HttpClient + System.Text.Json source generation", "", false, Limit, false),
            ("just in time, ClerkGen", "", true, ConsumerProgram.OneCall, false),
        ];
        var paths = new string[programs.Length];
        var warnings = new int[programs.Length];
        for (int i = 0; i < programs.Length; i++)
        {
            string folder = temporary.Create(Report.Text($"Native{i}"));
            ConsumerProgram.Write(folder, programs[i].Properties, programs[i].HasClient ? Compiler.Analyzers : [], programs[i].Source);
            MeasuredResult built = await MeasuredProcess.DotNetAsync(folder, Arguments(programs[i].IsNative));
            warnings[i] = built.Output.Split('\n').Count(static line => line.Contains(": warning ", StringComparison.Ordinal));
            paths[i] = Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer");
        }

        Series[] starts = [.. programs.Select(static program => new Series(program.Name))];
        for (int round = -1; round < options.Rounds; round++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                double milliseconds = 0;
                for (int start = 0; start < StartsPerRound; start++)
                {
                    milliseconds += 1000 * (await MeasuredProcess.RunAsync(paths[i], null, server.Address.ToString())).Seconds / StartsPerRound;
                }

                if (round >= 0)
                {
                    starts[i].Add(milliseconds);
                }
            }
        }

        report.Head("a program that makes one call", "file, bytes", "start to exit, ms (min – max)", "warnings");
        for (int i = 0; i < programs.Length; i++)
        {
            report.Row(
                programs[i].Name,
                programs[i].IsNative ? Report.Text($"{new FileInfo(paths[i]).Length:N0}") : "",
                starts[i].Show(1),
                Report.Text($"{warnings[i]}"));
        }

        report.Line();
        report.Line("*For size*: `OptimizationPreference=Size` and `UseSystemResourceKeys=true`, as in samples/NativeAot.");
        report.Line();
    }

    private static List<string> Arguments(bool isNative)
    {
        List<string> arguments = ["publish", "-nologo", "-c", "Release", "-o", "published"];
        if (isNative)
        {
            arguments.AddRange(["-r", RuntimeInformation.RuntimeIdentifier]);
            bool hasClang = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(static folder => File.Exists(Path.Combine(folder, "clang")));
            if (!hasClang && !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS())
            {
                arguments.Add("-p:CppCompilerAndLinker=gcc");
            }
        }

        return arguments;
    }
}
