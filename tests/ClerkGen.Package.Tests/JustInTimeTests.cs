using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace ClerkGen.Package.Tests;

/// <summary>How many methods a compiler that is started anew compiles just in time for the generator.</summary>
public sealed partial class JustInTimeTests(PackageFeed feed, ITestOutputHelper output) : IClassFixture<PackageFeed>
{
    /// <summary>Methods of the generator and of its libraries that the images lack: generic ones over types of others. There were 10.</summary>
    private const int AtMost = 15;

    [Fact]
    public async Task A_compiler_started_anew_has_the_generator_compiled_already()
    {
        Assert.InRange(await CountAsync("Compiled", ""), 0, AtMost);
        Assert.InRange(await CountAsync("JustInTime", "<ClerkGenReadyToRun>false</ClerkGenReadyToRun>"), 1000, 10_000);
    }

    // The runtime writes to a trace when it begins to compile a method, and when it has one: keyword 0x10 of its events, at level 5. A method that
    // is compiled already is in there once. Calls are not counted, so none is compiled again because it is called often.
    private async Task<int> CountAsync(string name, string property)
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder(name)).Project("<OutputType>Exe</OutputType>" + property).Source("Program.cs", Programs.Console);
        (await consumer.DotNetAsync("restore")).Succeeded();
        string traces = Directory.CreateDirectory(Path.Combine(consumer.Folder, "traces")).FullName;
        KeyValuePair<string, string>[] environment =
        [
            new("NUGET_PACKAGES", feed.Cache),
            new("DOTNET_EnableEventPipe", "1"),
            new("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x10:5"),
            new("DOTNET_EventPipeOutputPath", Path.Combine(traces, "{pid}.nettrace")),
            new("DOTNET_TC_CallCounting", "0"),
        ];
        (await ChildProcess.RunAsync(
            "dotnet", consumer.Folder, environment, ["build", "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false"])).Succeeded();

        HashSet<string> loaded = new(StringComparer.Ordinal);
        HashSet<string> methods = new(StringComparer.Ordinal);
        foreach (string trace in Directory.EnumerateFiles(traces))
        {
            // Every byte is a character, so that strings in UTF-16 are found at any offset.
            string text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(trace));
            methods.UnionWith(Method().Matches(text).Select(static match => match.Value).Where(method => !loaded.Add(method)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {methods.Count} methods"));
        return methods.Count;
    }

    // Type, name and signature of a method in an event, each a string in UTF-16 that ends with a zero.
    [GeneratedRegex(@"(?<=\0\0)(C\0l\0e\0r\0k\0G\0e\0n\0\.\0G\0e\0n\0e\0r\0a\0t\0o\0r\0|Y\0a\0m\0l\0D\0o\0t\0N\0e\0t\0|M\0i\0c\0r\0o\0s\0o\0f\0t\0\.\0O\0p\0e\0n\0A\0p\0i\0)([^\0]\0)*\0\0([^\0]\0)+\0\0([^\0]\0)+\0\0")]
    private static partial Regex Method();
}
