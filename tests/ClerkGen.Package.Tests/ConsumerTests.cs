namespace ClerkGen.Package.Tests;

public sealed class ConsumerTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Theory]
    [InlineData("Plain", "net10.0", "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData(
        "Documented",
        "net10.0",
        "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors><GenerateDocumentationFile>true</GenerateDocumentationFile>"
        + "<NoWarn>$(NoWarn);CS1591</NoWarn><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>")]
    [InlineData("CSharp12", "net10.0", "<OutputType>Exe</OutputType><LangVersion>12</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData(
        "Bare",
        "net10.0",
        "<OutputType>Exe</OutputType><ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    public async Task Console_calls_an_operation(string name, string framework, string properties)
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder(name))
            .Project(properties, Programs.ConsoleDocument, framework)
            .Source("Program.cs", Programs.Console);

        ProcessResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains(Programs.ConsoleOutput, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Net8_target_builds_without_a_warning()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Net8"))
            .Project("<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Programs.ConsoleDocument, "net8.0")
            .Source("Program.cs", Programs.Console);

        (await consumer.DotNetAsync("build")).Succeeded();
    }

    [Fact]
    public async Task Consumers_of_a_library_get_the_runtime_and_not_the_generator()
    {
        string solution = feed.NewFolder("Layered");
        new Consumer(feed, Path.Combine(solution, "Library"))
            .Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Programs.ConsoleDocument)
            .Source("Gateway.cs", """
                using Clerk.Backend;

                namespace Library;

                public static class Gateway
                {
                    public static ClerkClient Open(string secretKey) => new(secretKey);
                }
                """);
        (await DotNet.RunAsync(Path.Combine(solution, "Library"), feed.Cache, "pack", "-o", Path.Combine(solution, "packed"))).Succeeded();

        await DemandNoGeneratorAsync(solution, "Application", """<ProjectReference Include="../Library/Library.csproj" />""");
        await DemandNoGeneratorAsync(solution, "Customer", """<PackageReference Include="Library" Version="1.0.0" />""");
    }

    private async Task DemandNoGeneratorAsync(string solution, string name, string reference)
    {
        string folder = Path.Combine(solution, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>../packed</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            using ClerkGen;

            ApiClient clerk = Library.Gateway.Open("sk_test_consumer");
            Console.WriteLine(clerk.GetType().Assembly.GetName().Name);
            Console.WriteLine(System.Reflection.Assembly.GetExecutingAssembly().GetTypes().Any(type => type.Namespace == "Clerk.Backend"));
            """);

        ProcessResult run = (await DotNet.RunAsync(folder, feed.Cache, "run")).Succeeded();

        Assert.Contains("Library\nFalse", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Web_application_resolves_the_client()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Web"))
            .Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Programs.ConsoleDocument, sdk: "Microsoft.NET.Sdk.Web")
            .Source("Program.cs", """
                using Clerk.Backend;

                var builder = WebApplication.CreateSlimBuilder(args);
                builder.Services.AddClerkClient(options => options.SecretKey = "sk_test_consumer");
                WebApplication application = builder.Build();
                Console.WriteLine("resolved " + application.Services.GetRequiredService<ClerkClient>().GetType().Name);
                """);

        ProcessResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains("resolved ClerkClient", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_documents_become_several_clients()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Several"))
            .Project(
                "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                """
                <ClerkGenDocument Include="weather.yaml" />
                <ClerkGenDocument Include="second.yaml" Namespace="Acme.Second" ClientName="SecondClient" />
                <ClerkGenDocument Include="weather.yaml" Namespace="Acme.Again" ClientName="AgainClient" Accessibility="internal" />
                """)
            .Source("weather.yaml", Programs.Weather)
            .Source("second.yaml", Programs.Weather)
            .Source("Program.cs", """
                Console.WriteLine(typeof(Several.Weather.WeatherClient) + " " + typeof(Acme.Second.SecondClient) + " " + typeof(Acme.Again.AgainClient));
                Console.WriteLine(typeof(Several.Weather.WeatherClient).IsVisible + " " + typeof(Acme.Again.AgainClient).IsVisible);
                """);

        ProcessResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains("Several.Weather.WeatherClient Acme.Second.SecondClient Acme.Again.AgainClient\nTrue False", run.Output, StringComparison.Ordinal);
    }
}
