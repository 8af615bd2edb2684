namespace ClerkGen.Package.Tests;

public sealed class IncrementalBuildTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Emitted = "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
        + "<CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath>";

    [Fact]
    public async Task A_build_without_changes_compiles_nothing()
    {
        Consumer consumer = Weather("Unchanged");
        (await consumer.DotNetAsync("build")).Succeeded();
        DateTime compiled = Assembly(consumer);

        (await consumer.DotNetAsync("build")).Succeeded();

        Assert.Equal(compiled, Assembly(consumer));
    }

    [Fact]
    public async Task An_edit_of_the_document_regenerates()
    {
        Consumer consumer = Weather("Edited");
        (await consumer.DotNetAsync("build")).Succeeded();

        consumer.Source("weather.yaml", Programs.Weather.Replace("celsius", "kelvin", StringComparison.Ordinal));
        (await consumer.DotNetAsync("build")).Succeeded();

        string forecast = Directory.EnumerateFiles(consumer.Folder, "*Forecast.g.cs", SearchOption.AllDirectories).Single();
        Assert.Contains("Kelvin", File.ReadAllText(forecast), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_csharp_changes_no_emitted_file()
    {
        Consumer consumer = Weather("Touched");
        (await consumer.DotNetAsync("build")).Succeeded();
        DateTime compiled = Assembly(consumer);
        Dictionary<string, string> emitted = EmittedFiles(consumer);

        consumer.Source("Nothing.cs", "internal static class Something;");
        (await consumer.DotNetAsync("build")).Succeeded();

        Assert.NotEqual(compiled, Assembly(consumer));
        Assert.Equal(emitted, EmittedFiles(consumer));
    }

    [Fact]
    public async Task A_broken_document_is_an_error_at_its_line()
    {
        Consumer consumer = Weather("Broken").Source("weather.yaml", "openapi: 3.1.0\ninfo: [\n");

        ProcessResult build = await consumer.DotNetAsync("build");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"weather\.yaml\(\d+,\d+\): error CLERKGEN\d+", build.Output);
    }

    [Fact]
    public async Task A_design_time_build_emits_the_client()
    {
        Consumer consumer = Weather("DesignTime");
        (await consumer.DotNetAsync("restore")).Succeeded();

        // A build makes this folder; a design-time build alone does not.
        Directory.CreateDirectory(Path.Combine(consumer.Folder, "emitted"));
        (await consumer.DotNetAsync(
            "msbuild",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:BuildingInsideVisualStudio=true",
            "-p:SkipCompilerExecution=false",
            "-p:ProvideCommandLineArgs=true")).Succeeded();

        Assert.NotEmpty(Directory.EnumerateFiles(consumer.Folder, "*WeatherClient*.g.cs", SearchOption.AllDirectories));
    }

    private Consumer Weather(string name) => new Consumer(feed, feed.NewFolder(name))
        .Project(Emitted, """<ClerkGenDocument Include="weather.yaml" /><Compile Remove="emitted/**" />""")
        .Source("weather.yaml", Programs.Weather)
        .Source("Nothing.cs", "internal static class Nothing;");

    private static Dictionary<string, string> EmittedFiles(Consumer consumer) => Directory
        .EnumerateFiles(Path.Combine(consumer.Folder, "emitted"), "*.g.cs", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    private static DateTime Assembly(Consumer consumer) =>
        File.GetLastWriteTimeUtc(Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", Path.GetFileName(consumer.Folder) + ".dll"));
}
