namespace ClerkGen.Package.Tests;

/// <summary>Tools that judge a project's code have nothing to say about what is emitted into it.</summary>
public sealed class QuietTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const string Strict = """
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        """;

    [Fact]
    public async Task All_analyzers_of_NET_and_of_Meziantou_find_nothing()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Quiet"))
            .Project(
                Strict,
                """
                <ClerkGenDocument Include="$(ClerkGenBundledDocument)" Namespace="Clerk.Backend" ClientName="ClerkClient" />
                <PackageReference Include="Meziantou.Analyzer" Version="3.0.340" PrivateAssets="all" />
                <PackageReference Include="Microsoft.Extensions.Http" Version="10.0.14" />
                """);

        (await consumer.DotNetAsync("build")).Succeeded();
    }

    [Fact]
    public async Task Analyzers_check_the_users_part_of_an_emitted_type()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Judged"))
            .Project(
                "<AnalysisLevel>latest-all</AnalysisLevel>",
                """<ClerkGenDocument Include="weather.yaml" Namespace="Weather" ClientName="WeatherClient" />""")
            .Source("weather.yaml", Programs.Weather)
            .Source("Forecast.cs", """
                namespace Weather;

                public sealed partial class Forecast
                {
                    public static bool IsSame(string left, string right) => left.ToUpper() == right.ToUpper();
                }
                """);

        ProcessResult build = (await consumer.DotNetAsync("build")).Succeeded();

        Assert.Contains("CA1304", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_counts_the_users_code_and_no_emitted_code()
    {
        Consumer consumer = new Consumer(feed, feed.NewFolder("Covered"))
            .Project(
                "<IsTestProject>true</IsTestProject><IsPackable>false</IsPackable>",
                """
                <ClerkGenDocument Include="weather.yaml" Namespace="Weather" ClientName="WeatherClient" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <PackageReference Include="coverlet.collector" Version="10.0.1" />
                """)
            .Source("weather.yaml", Programs.Weather)
            .Source("coverage.runsettings", """
                <RunSettings>
                  <DataCollectionRunSettings>
                    <DataCollectors>
                      <DataCollector friendlyName="XPlat code coverage">
                        <Configuration>
                          <Format>cobertura</Format>
                          <IncludeTestAssembly>true</IncludeTestAssembly>
                          <ExcludeByAttribute>GeneratedCodeAttribute</ExcludeByAttribute>
                        </Configuration>
                      </DataCollector>
                    </DataCollectors>
                  </DataCollectionRunSettings>
                </RunSettings>
                """)
            .Source("Tests.cs", """
                using ClerkGen;
                using Weather;
                using Xunit;

                public sealed class Words
                {
                    public static string Of(Forecast forecast) => forecast.Celsius > 20 ? "warm" : "cold";
                }

                public sealed class Tests
                {
                    [Fact]
                    public async Task It_is_warm()
                    {
                        var stub = new StubTransport();
                        stub.On("getForecast").Returns(new Forecast { Celsius = 30 });
                        var client = new WeatherClient(new WeatherClientOptions(), stub.CreateHttpClient());
                        Assert.Equal("warm", Words.Of(await client.Forecasts.GetAsync("Ghent")));
                    }
                }
                """);

        (await consumer.DotNetAsync("test", "--settings", "coverage.runsettings", "--collect", "XPlat Code Coverage")).Succeeded();

        string report = File.ReadAllText(Directory.EnumerateFiles(consumer.Folder, "coverage.cobertura.xml", SearchOption.AllDirectories).Single());
        Assert.Contains("name=\"Words\"", report, StringComparison.Ordinal);
        Assert.DoesNotContain("class name=\"Weather.", report, StringComparison.Ordinal);
        Assert.DoesNotContain(".g.cs", report, StringComparison.Ordinal);
    }
}
