namespace ClerkGen.Package.Tests;

/// <summary>Mistakes of the first hour, made with the packed package: each is told once, with the way out.</summary>
[Collection(SharedPackages.Name)]
public sealed class MistakeTests(PackageFeed feed)
{
    [Fact]
    public async Task A_library_and_its_application_with_the_package_have_one_client()
    {
        string solution = feed.NewFolder("Twice");
        new Consumer(feed, Path.Combine(solution, "Library")).Project("", Programs.ConsoleDocument);
        Consumer application = new Consumer(feed, Path.Combine(solution, "Application"))
            .Project("<OutputType>Exe</OutputType>", Programs.ConsoleDocument + """<ProjectReference Include="../Library/Library.csproj" />""")
            .Source("Program.cs", """
                using Clerk.Backend;

                var stub = new StubTransport();
                var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_twice" }, stub.CreateHttpClient());
                Console.WriteLine(clerk.GetType().Assembly.GetName().Name);
                """);

        ProcessResult build = (await application.DotNetAsync("build", "-nologo", "-clp:NoSummary")).Succeeded();

        string warning = Assert.Single(Lines(build, "warning "));
        Assert.Contains(
            "warning CLERKGEN100: The project references 'Library', which has the client of 'Clerk.Backend'. This project uses that client and emits none. "
            + "Remove the document or the package ClerkGen from one of the two projects, or give the document another Namespace.",
            warning,
            StringComparison.Ordinal);
        Assert.Equal("Library", (await application.DotNetAsync("run", "--no-build")).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task Typing_errors_and_missing_files_are_reported_where_they_are()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Typos"))
            .Project("<ClerkGenEmitt>Used</ClerkGenEmitt>", """
                <ClerkGenDocument Include="weather.yaml" StrongId="true" IncludeTags="Forecasts,Alerts" />
                    <ClerkGenDocument Include="moved.yaml" />
                    <ClerkGenDocument Include="part.yaml" Namespace="B" />
                    <ClerkGenDocument Include="other.yaml" Namespace="C" Overlay="nowhere.yaml" />
                    <ClerkGenDocuments Include="weather.yaml" />
                """)
            .Source("weather.yaml", Programs.Weather)
            .Source("other.yaml", Programs.Weather)
            .Source("part.yaml", "type: object\n");

        ProcessResult build = await consumer.DotNetAsync("build", "-nologo", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        string[] told = [.. build.Output.Split('\n')
            .Where(static line => line.Contains("CLERKGEN", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(" (https://", StringComparison.Ordinal)].Replace(consumer.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Typos.csproj(10,46): warning CLERKGEN103: Metadata 'StrongId' has no effect, because ClerkGen does not know it; did you mean 'StrongIds'?",
                "Typos.csproj(14,6): warning CLERKGEN103: Item 'ClerkGenDocuments' has no effect, because ClerkGen does not know it; did you mean 'ClerkGenDocument'?",
                "Typos.csproj(6,6): warning CLERKGEN103: Property 'ClerkGenEmitt' has no effect, because ClerkGen does not know it; did you mean 'ClerkGenEmit'?",
                "moved.yaml(1,1): error CLERKGEN064: The file of the document does not exist or cannot be read; its path is relative to the project",
                "other.yaml(1,1): error CLERKGEN065: Overlay 'nowhere.yaml' of the document does not exist or cannot be read; its path is relative to the project",
                "part.yaml(1,1): error CLERKGEN002: This is not an OpenAPI document: it has neither a field 'openapi' nor 'swagger'. "
                + "If other documents refer to it, make it an AdditionalFiles item instead of a ClerkGenDocument.",
                "weather.yaml(1,1): warning CLERKGEN052: 'Forecasts,Alerts' in 'IncludeTags' matches nothing in the document; separate patterns by ';'",
            ],
            told);
    }

    [Theory]
    [InlineData("FSharp", ".fsproj", "net10.0", "CLERKGEN101")]
    [InlineData("Older", ".csproj", "netstandard2.0", "CLERKGEN102")]
    public async Task A_project_that_cannot_have_a_client_gets_one_error(string name, string extension, string framework, string id)
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder(name)).Project("", "", framework);
        string project = Path.Combine(consumer.Folder, name + ".csproj");
        File.Move(project, Path.ChangeExtension(project, extension));

        ProcessResult build = await consumer.DotNetAsync("build", "-nologo", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        string error = Assert.Single(Lines(build, ": error ", ": warning "));
        Assert.Contains($"error {id}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emitted_files_that_are_compiled_again_are_one_error()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("CheckedIn"))
            .Project(
                "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>",
                """<ClerkGenDocument Include="weather.yaml" />""")
            .Source("weather.yaml", Programs.Weather);
        (await consumer.DotNetAsync("build")).Succeeded();

        ProcessResult build = await consumer.DotNetAsync("build", "-nologo", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        string error = Assert.Single(Lines(build, ": error "));
        Assert.Contains(
            "files that ClerkGen emitted are compiled a second time, from 'Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/': delete that folder, or exclude it with "
            + "<Compile Remove=\"Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/**\" />",
            error.Replace('\\', '/'),
            StringComparison.Ordinal);
    }

    // The summary at the end of a build repeats each line.
    private static IEnumerable<string> Lines(ProcessResult build, params string[] words) => build.Output.Split('\n')
        .Select(static line => line.Trim())
        .Where(line => words.Any(word => line.Contains(word, StringComparison.Ordinal)))
        .Distinct();
}
