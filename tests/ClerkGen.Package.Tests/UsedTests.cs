namespace ClerkGen.Package.Tests;

/// <summary>Builds of programs emit what is used; those of libraries, and editors, emit everything.</summary>
public sealed class UsedTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Properties = "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
        + "<CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private const string Items = """<Compile Remove="emitted/**" />""";

    [Fact]
    public async Task A_program_with_only_used_operations_prints_the_same()
    {
        Consumer consumer = Program("Used", "<OutputType>Exe</OutputType>");

        ProcessResult used = (await consumer.DotNetAsync("run")).Succeeded();
        int emitted = Emitted(consumer).Length;
        ProcessResult all = (await consumer.DotNetAsync("run", "-p:ClerkGenEmit=All")).Succeeded();

        Assert.Contains(Programs.ConsoleOutput, used.Output, StringComparison.Ordinal);
        Assert.Contains(Programs.ConsoleOutput, all.Output, StringComparison.Ordinal);
        Assert.InRange(emitted, 3, 40);
        Assert.True(Emitted(consumer).Length > 400, "Another choice compiles again.");
    }

    [Fact]
    public async Task Tests_of_a_program_are_told_what_it_does_not_use()
    {
        string root = feed.NewFolder("Tested");
        new Consumer(feed, Path.Combine(root, "Shop"))
            .Project("<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .Source("Program.cs", Programs.Console);
        string tests = Path.Combine(root, "Tests");
        Directory.CreateDirectory(tests);
        await File.WriteAllTextAsync(Path.Combine(tests, "Tests.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Shop/Shop.csproj" /></ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(tests, "Tests.cs"), """
            using Clerk.Backend;

            public static class Tests
            {
                public static object Used(ClerkClient clerk) => clerk.OrganizationInvitations.CreateAsync("org_1", null!);
                public static object Unused(ClerkClient clerk) => clerk.OrganizationInvitations.GetAsync("org_1", "inv_1");
                public static object Missing(ClerkClient clerk) => clerk.Users.CountAsync();
                public static object Type() => typeof(Invitation);
                public static Invitation Declared => null;
            }
            """);

        ProcessResult used = await DotNet.RunAsync(tests, feed.Cache, "build", "-nologo", "-clp:NoSummary");
        ProcessResult all = await DotNet.RunAsync(tests, feed.Cache, "build", "-nologo", "-clp:NoSummary", "-p:ClerkGenEmit=All");

        Assert.Equal(
            [
                "Tests.cs(6,85): warning CLERKGEN117: 'OrganizationInvitationsOperations.GetAsync' is not emitted, because program 'Shop' does not use it.",
                "Tests.cs(7,62): warning CLERKGEN117: 'ClerkClient.Users' is not emitted, because program 'Shop' does not use it.",
                "Tests.cs(8,43): warning CLERKGEN117: 'Invitation' is not emitted, because program 'Shop' does not use it.",
                "Tests.cs(9,19): warning CLERKGEN117: 'Invitation' is not emitted, because program 'Shop' does not use it.",
            ],
            used.Lines("CLERKGEN117").Select(static line => line[line.IndexOf("Tests.cs(", StringComparison.Ordinal)..(line.IndexOf("does not use it.", StringComparison.Ordinal) + 16)]).Order(StringComparer.Ordinal));
        all.Succeeded();
        Assert.DoesNotContain("warning", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_gets_the_whole_client()
    {
        Consumer consumer = Program("UsedLibrary", "<ClerkGenEmit>Used</ClerkGenEmit>");

        (await consumer.DotNetAsync("build")).Succeeded();

        Assert.True(Emitted(consumer).Length > 400, "A library's users call what it does not.");
    }

    [Fact]
    public async Task Editor_sees_the_whole_client()
    {
        Consumer consumer = Program("UsedEditor", "<OutputType>Exe</OutputType><ClerkGenEmit>Used</ClerkGenEmit>");
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
