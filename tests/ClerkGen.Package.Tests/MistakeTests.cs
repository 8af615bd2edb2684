namespace ClerkGen.Package.Tests;

/// <summary>Mistakes of the first hour, made with the packed package: each is told once, with the way out.</summary>
public sealed class MistakeTests(PackageFeed feed) : IClassFixture<PackageFeed>
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

        string warning = Assert.Single(build.Lines("warning "));
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
                    <ClerkGenDocument Include="tabs.yaml" Namespace="D" />
                    <ClerkGenDocument Include="own.yaml" Namespace="E" Exclude_Tags="Alerts" />
                """)
            .Source("weather.yaml", Programs.Weather)
            .Source("other.yaml", Programs.Weather)
            .Source("part.yaml", "type: object\n")
            .Source("tabs.yaml", "openapi: 3.1.0\ninfo:\n\ttitle: Tabs\n")
            .Source("own.yaml", Programs.Weather)
            .Source("Own.cs", "namespace E;\n\npublic class Forecast;\n");

        ProcessResult build = await consumer.DotNetAsync("build", "-nologo", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        string[] told = [.. build.Output.Split('\n')
            .Where(static line => line.Contains("CLERKGEN", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(" (https://", StringComparison.Ordinal)].Replace(consumer.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Own.cs(3,14): error CLERKGEN106: 'Forecast' is emitted as a class, and the project declares the class 'Forecast' too. "
                + "Write 'partial class Forecast' to add to the emitted type, or give one of the two another name or namespace.",
                "Typos.csproj(10,46): warning CLERKGEN103: Metadata 'StrongId' has no effect, because ClerkGen does not know it; did you mean 'StrongIds'?",
                "Typos.csproj(14,6): warning CLERKGEN103: Item 'ClerkGenDocuments' has no effect, because ClerkGen does not know it; did you mean 'ClerkGenDocument'?",
                "Typos.csproj(16,56): warning CLERKGEN103: Metadata 'Exclude_Tags' has no effect, because ClerkGen does not know it; did you mean 'ExcludeTags'?",
                "Typos.csproj(6,6): warning CLERKGEN103: Property 'ClerkGenEmitt' has no effect, because ClerkGen does not know it; did you mean 'ClerkGenEmit'?",
                "moved.yaml(1,1): error CLERKGEN064: The file of the document does not exist or cannot be read; its path is relative to the project",
                "other.yaml(1,1): error CLERKGEN065: Overlay 'nowhere.yaml' of the document does not exist or cannot be read; its path is relative to the project",
                "part.yaml(1,1): error CLERKGEN002: This is not an OpenAPI document: it has neither a field 'openapi' nor 'swagger'. "
                + "If other documents refer to it, make it an AdditionalFiles item instead of a ClerkGenDocument.",
                "tabs.yaml(3,1): error CLERKGEN001: This is not YAML. While scanning a mapping, found invalid tab as indentation.",
                "weather.yaml(1,1): warning CLERKGEN052: 'Forecasts,Alerts' in 'IncludeTags' matches nothing in the document; separate patterns by ';'",
            ],
            told);
    }

    [Fact]
    public async Task Each_project_that_cannot_have_a_client_gets_one_error()
    {
        string root = feed.NewFolder("Wrong");
        string[] frameworks = ["net472", "netstandard2.0", "netcoreapp3.1", "net6.0"];
        (string Name, string Extension, string Framework, string Items)[] projects =
        [
            ("FSharp", ".fsproj", "net10.0", ""),
            ("VisualBasic", ".vbproj", "net10.0", ""),
            .. frameworks.Select(static framework => ("On" + framework.Replace(".", "", StringComparison.Ordinal), ".csproj", framework, "")),
            ("Address", ".csproj", "net10.0", """<ClerkGenDocument Include="https://weather.example/openapi.json" />"""),
            ("Overlaid", ".csproj", "net10.0", """<ClerkGenDocument Include="weather.yaml" Overlay="https://weather.example/overlay.yaml" />"""),
        ];
        foreach ((string name, string extension, string framework, string items) in projects)
        {
            Consumer consumer = new Consumer(feed, Path.Combine(root, name)).Project("", items, framework).Source("weather.yaml", Programs.Weather);
            string project = Path.Combine(consumer.Folder, name + ".csproj");
            File.Move(project, Path.ChangeExtension(project, extension), overwrite: true);
        }

        ProcessResult build = await ManyProjects.BuildAsync(feed, root, projects.Select(static project => $"{project.Name}/{project.Name}{project.Extension}"));

        Assert.NotEqual(0, build.ExitCode);
        // .NET itself warns of frameworks that it no longer supports.
        string[] told = [.. build.Findings().Where(static finding => !finding.Text.StartsWith("warning NETSDK1138", StringComparison.Ordinal)).Select(static finding => $"{finding.Project}: {finding.Text}").Order(StringComparer.Ordinal)];
        const string Address = "is an address, and ClerkGen never uses the network: download the file, and name it in the project";
        const string Language = "move the package ClerkGen to a C# class library, and reference that";
        Assert.Equal(
            [
                $"Address: error CLERKGEN107: 'https://weather.example/openapi.json' {Address}",
                $"FSharp: error CLERKGEN101: ClerkGen emits C#, but this project is F#: {Language}",
                .. frameworks.Select(static framework => $"On{framework.Replace(".", "", StringComparison.Ordinal)}: error CLERKGEN102: ClerkGen needs .NET 8 or later, but this project targets "
                    + $"'{framework}': set TargetFramework to net8.0 or later, or move the client to a project that does").Order(StringComparer.Ordinal),
                $"Overlaid: error CLERKGEN107: 'https://weather.example/overlay.yaml' {Address}",
                $"VisualBasic: error CLERKGEN101: ClerkGen emits C#, but this project is VB: {Language}",
            ],
            told);
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
        string error = Assert.Single(build.Lines(": error "));
        Assert.Contains(
            "files that ClerkGen emitted are compiled a second time, from 'Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/': delete that folder, or exclude it with "
            + "<Compile Remove=\"Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/**\" />",
            error.Replace('\\', '/'),
            StringComparison.Ordinal);
    }
}
