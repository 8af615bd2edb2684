namespace ClerkGen.Package.Tests;

/// <summary><c>ClerkGenEmit=Used</c> in builds of programs, libraries and editors.</summary>
[Collection(SharedPackages.Name)]
public sealed class UsedTests(PackageFeed feed)
{
    private const string Properties = "<ClerkGenEmit>Used</ClerkGenEmit><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
        + "<CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private const string Items = """<Compile Remove="emitted/**" />""";

    [Fact]
    public async Task A_program_with_only_used_operations_prints_the_same()
    {
        Consumer consumer = Program("Used", "<OutputType>Exe</OutputType>");

        ProcessResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains(Programs.ConsoleOutput, run.Output, StringComparison.Ordinal);
        Assert.InRange(Emitted(consumer).Length, 3, 40);
    }

    [Fact]
    public async Task Library_gets_the_whole_client()
    {
        Consumer consumer = Program("UsedLibrary", "");

        (await consumer.DotNetAsync("build")).Succeeded();

        Assert.True(Emitted(consumer).Length > 400, "A library's users call what it does not.");
    }

    [Fact]
    public async Task Editor_sees_the_whole_client()
    {
        Consumer consumer = Program("UsedEditor", "<OutputType>Exe</OutputType>");
        (await consumer.DotNetAsync("restore")).Succeeded();
        Directory.CreateDirectory(Path.Combine(consumer.Folder, "emitted"));

        (await consumer.DotNetAsync(
            "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=false", "-p:ProvideCommandLineArgs=true")).Succeeded();

        Assert.True(Emitted(consumer).Length > 400, "Completion shows what is not written yet.");
    }

    [Fact]
    public async Task An_unknown_value_is_an_error()
    {
        Consumer consumer = Program("UsedWrong", "<OutputType>Exe</OutputType>");

        ProcessResult build = await consumer.DotNetAsync("build", "-p:ClerkGenEmit=Usd");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CLERKGEN067: 'ClerkGenEmit' is 'Usd', which is neither 'All' nor 'Used'", build.Output, StringComparison.Ordinal);
    }

    private Consumer Program(string name, string properties) => new Consumer(feed, feed.NewFolder(name))
        .Project(Properties + properties, Items)
        .Source("Program.cs", Programs.Console);

    private static string[] Emitted(Consumer consumer) =>
        Directory.GetFiles(Path.Combine(consumer.Folder, "emitted"), "*.g.cs", SearchOption.AllDirectories);
}
