using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace ClerkGen.Package.Tests;

public sealed class NativeAotTests(PackageFeed feed, ITestOutputHelper output) : IClassFixture<PackageFeed>
{
    [Fact]
    public async Task Native_program_with_the_whole_client_runs_without_a_warning()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Aot"))
            .Project("<OutputType>Exe</OutputType><PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
                + "<InvariantGlobalization>true</InvariantGlobalization><ClerkGenEmit>All</ClerkGenEmit><ClerkGenDecompression>false</ClerkGenDecompression>", framework: "net9.0")
            .Source("Program.cs", Programs.Console);

        ProcessResult publish = (await consumer.DotNetAsync([.. NativeAot.PublishArguments, "-o", "published"])).Succeeded();
        string program = Path.Combine(consumer.Folder, "published", OperatingSystem.IsWindows() ? "Aot.exe" : "Aot");
        (await DotNet.StartAsync(program, consumer.Folder, null)).Succeeded();
        var clock = Stopwatch.StartNew();
        ProcessResult run = (await DotNet.StartAsync(program, consumer.Folder, null)).Succeeded();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{new FileInfo(program).Length:N0} bytes, {clock.Elapsed.TotalMilliseconds:F0} ms from start to exit"));

        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Programs.ConsoleOutput, run.Output, StringComparison.Ordinal);

        // A message of zlib, which nothing else in the program needs.
        Assert.Equal(-1, (await File.ReadAllBytesAsync(program)).AsSpan().IndexOf("incorrect header check"u8));
    }
}
