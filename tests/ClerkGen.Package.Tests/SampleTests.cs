namespace ClerkGen.Package.Tests;

/// <summary>Samples in a test project, beside the project that has the client.</summary>
public sealed class SampleTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Item = """<ClerkGenDocument Include="../Weather/weather.yaml" Namespace="Weather" ClientName="WeatherClient" />""";

    private const string Program = """
        using Weather;

        var stub = new StubTransport { Document = Samples.Document };
        var client = new WeatherClient(new WeatherClientOptions(), stub.CreateHttpClient());
        stub.On(() => client.Forecasts.GetAsync("any")).Returns(Samples.Forecast(forecast => forecast.Celsius = 21)).ReturnsJson("{}");
        Console.WriteLine((await client.Forecasts.GetAsync("Ghent")).Celsius + " of " + typeof(Forecast).Assembly.GetName().Name);
        try
        {
            await client.Forecasts.GetAsync("Ghent");
        }
        catch (StubCheckException exception)
        {
            Console.WriteLine(exception.Message);
        }
        """;

    [Fact]
    public async Task A_test_project_has_samples_of_the_client_that_it_references()
    {
        string solution = feed.NewFolder("Sampled");
        Consumer library = Library(solution);
        Consumer tests = new Consumer(feed, Path.Combine(solution, "Tests"))
            .Project(
                "<OutputType>Exe</OutputType><ClerkGenSamples>true</ClerkGenSamples><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                Item + """<ProjectReference Include="../Weather/Weather.csproj" />""")
            .Source("Program.cs", Program);

        ProcessResult run = (await tests.DotNetAsync("run")).Succeeded();

        Assert.Contains("""
            21 of Weather
            The stub's response of getForecast (GET /forecasts/{city}) differs from the OpenAPI document:
              $: required member 'celsius' is missing (/components/schemas/Forecast/required/0, weather.yaml:20:18)
            """, run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(library.Folder, "*Samples*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_value_that_is_neither_true_nor_false_stops_the_build()
    {
        Consumer library = Library(feed.NewFolder("SampledWrong"));

        ProcessResult build = await library.DotNetAsync("build", "-p:ClerkGenSamples=ture");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CLERKGEN135: 'ClerkGenSamples' is 'ture', which is neither 'true' nor 'false'", build.Output, StringComparison.Ordinal);
    }

    private Consumer Library(string solution) => new Consumer(feed, Path.Combine(solution, "Weather"))
        .Project("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", Item.Replace("../Weather/", "", StringComparison.Ordinal))
        .Source("weather.yaml", Programs.Weather);
}
