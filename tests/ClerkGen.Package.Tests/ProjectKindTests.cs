namespace ClerkGen.Package.Tests;

/// <summary>Kinds of projects with the packed package, all built by one process: each has its client, and no warning but those that are due.</summary>
public sealed class ProjectKindTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Document = """<ClerkGenDocument Include="../weather.yaml" Namespace="Weather" ClientName="WeatherClient" />""";

    private const string Call = """
        using Weather;

        var stub = new StubTransport();
        stub.On("getForecast").ReturnsJson("{ \"celsius\": 21 }");
        var client = new WeatherClient(new WeatherClientOptions(), stub.CreateHttpClient());
        Console.WriteLine((await client.Forecasts.GetAsync("Ghent")).Celsius);
        """;

    [Fact]
    public async Task Every_kind_of_project_has_its_client()
    {
        string root = feed.NewFolder("Kinds");
        File.WriteAllText(Path.Combine(root, "weather.yaml"), Programs.Weather);
        Kind(root, "Worker", """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />""", sdk: "Microsoft.NET.Sdk.Worker").Source("Program.cs", Call);
        Kind(root, "Razor", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", sdk: "Microsoft.NET.Sdk.Razor");
        Several(root);
        Central(root);
        Props(root);
        Languages(root);
        Documented(root, "Swashbuckle11", """<PackageReference Include="Swashbuckle.AspNetCore.SwaggerGen" Version="11.0.1" />""", "AddSwaggerGen", "GetRequiredService<Swashbuckle.AspNetCore.Swagger.ISwaggerProvider>().GetSwagger(\"v1\")");
        Kind(root, "Native", "", "<PublishAot>true</PublishAot>", "Microsoft.NET.Sdk.Web").Source("Program.cs", """
            WebApplication application = WebApplication.CreateSlimBuilder(args).Build();
            application.MapGet("/", static async (HttpContext context) => await context.Response.WriteAsync("Hello"));
            Console.WriteLine(typeof(Weather.WeatherClient));
            """);

        ProcessResult build = (await ManyProjects.BuildAsync(feed, root, Directory.EnumerateFiles(root, "*.*proj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path)).Where(static path => path != "all.proj"))).Succeeded();

        Assert.Equal(
            [("Native", "CLERKGEN104"), ("PropsApplication", "CLERKGEN100")],
            build.Findings().Select(static finding => (finding.Project, finding.Text.Split(' ', ':')[1])).Order());
        foreach (string name in (string[])["Worker", "Central", "PropsApplication", "VisualBasic", "FSharp", "Swashbuckle11", "Native"])
        {
            string program = Directory.EnumerateFiles(Path.Combine(root, name, "bin"), name + ".dll", SearchOption.AllDirectories).Single();
            ProcessResult run = (await DotNet.RunAsync(root, feed.Cache, "exec", program)).Succeeded();

            Assert.Equal(name switch { "Native" => "Weather.WeatherClient", "Swashbuckle11" => Shown, _ => "21" }, run.Output.Trim());
        }
    }

    private const string Shown = """{"required":["celsius"],"type":"object","properties":{"celsius":{"type":"number","format":"double"}}}""";

    private Consumer Kind(string root, string name, string items, string properties = "", string sdk = "Microsoft.NET.Sdk") =>
        new Consumer(feed, Path.Combine(root, name)).Project(properties, Document + items, sdk: sdk);

    // Two frameworks: both have the client.
    private void Several(string root)
    {
        Consumer consumer = Kind(root, "Several", "").Source("Gateway.cs", "public static class Gateway { public static Weather.WeatherClient Open() => new(new()); }");
        Edit(consumer, "<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
    }

    // Versions of packages in one place.
    private void Central(string root)
    {
        Consumer consumer = Kind(root, "Central", "", "<OutputType>Exe</OutputType>").Source("Program.cs", Call).Source("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="ClerkGen" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);
        Edit(consumer, $""" Version="{feed.Version}" """, " ");
    }

    // The package in a file that all projects share: the application takes the client of its library.
    private void Props(string root)
    {
        foreach (string name in (string[])["PropsLibrary", "PropsApplication"])
        {
            bool isApplication = name == "PropsApplication";
            Consumer consumer = Kind(root, name, isApplication ? """<ProjectReference Include="../PropsLibrary/PropsLibrary.csproj" />""" : "", isApplication ? "<OutputType>Exe</OutputType>" : "")
                .Source("Directory.Build.props", $"""<Project><ItemGroup><PackageReference Include="ClerkGen" Version="{feed.Version}" />{Document}</ItemGroup></Project>""");
            Edit(consumer, $"""<PackageReference Include="ClerkGen" Version="{feed.Version}" />""", "");
            Edit(consumer, Document, "");
            consumer.Source(isApplication ? "Program.cs" : "Empty.cs", isApplication ? Call : "");
        }
    }

    // What CLERKGEN101 advises: the client in a C# library, which other languages reference.
    private void Languages(string root)
    {
        Kind(root, "Shared", "");
        foreach ((string name, string extension, string file, string text) in new[]
        {
            ("VisualBasic", ".vbproj", "Program.vb", """
                Module Program
                    Sub Main()
                        Dim stub = New ClerkGen.StubTransport()
                        stub.On("getForecast").ReturnsJson("{ ""celsius"": 21 }")
                        Dim client = New Weather.WeatherClient(New Weather.WeatherClientOptions(), stub.CreateHttpClient())
                        Console.WriteLine(client.Forecasts.GetAsync("Ghent").Result.Celsius)
                    End Sub
                End Module
                """),
            ("FSharp", ".fsproj", "Program.fs", """
                let stub = new ClerkGen.StubTransport()
                stub.On("getForecast").ReturnsJson("{ \"celsius\": 21 }") |> ignore
                let client = new Weather.WeatherClient(new Weather.WeatherClientOptions(), stub.CreateHttpClient())
                printfn "%g" (client.Forecasts.GetAsync("Ghent").Result.Celsius)
                """),
        })
        {
            string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
            File.WriteAllText(Path.Combine(folder, file), text);
            File.WriteAllText(Path.Combine(folder, name + extension), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup>
                    {(extension == ".fsproj" ? $"""<Compile Include="{file}" />""" : "")}
                    <ProjectReference Include="../Shared/Shared.csproj" />
                  </ItemGroup>
                </Project>
                """);
        }
    }

    // The newest Swashbuckle, which is made for another version of Microsoft.OpenApi than the one that ASP.NET Core takes.
    private void Documented(string root, string name, string items, string add, string document) => Kind(root, name, items, sdk: "Microsoft.NET.Sdk.Web").Source("Program.cs", $$"""
        using Weather;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.{{add}}(options => options.AddWeatherClientTypes());
        WebApplication application = builder.Build();
        application.MapGet("/own", static () => new Forecast { Celsius = 21 });
        application.Urls.Add("http://127.0.0.1:0");
        await application.StartAsync();
        var document = application.Services.{{document}};
        var text = new StringWriter();
        document.Components!.Schemas!["Forecast"].SerializeAsV31(new Microsoft.OpenApi.OpenApiJsonWriter(text, new() { Terse = true }));
        Console.WriteLine(text);
        await application.StopAsync();
        """);

    private static void Edit(Consumer consumer, string old, string replacement)
    {
        string path = Path.Combine(consumer.Folder, Path.GetFileName(consumer.Folder) + ".csproj");
        string text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
