using System.Globalization;

namespace ClerkGen.Package.Tests;

/// <summary>Analyzers of one project bring their dependencies along; same names in other versions must not get in each other's way.</summary>
public sealed class OtherAnalyzerTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Theory]
    [InlineData(1, "6.0.11")]
    [InlineData(99, "9.0.0")]
    public async Task Another_analyzer_may_bring_other_versions_of_the_same_dependencies(int major, string json)
    {
        string folder = feed.NewFolder("Beside" + major.ToString(CultureInfo.InvariantCulture));
        string built = await BuildOtherAsync(folder, major, json);
        string other = $"""
            <Analyzer Include="{built}/Other.dll;{built}/YamlDotNet.dll;{built}/Microsoft.OpenApi.dll;{built}/System.*.dll" />
            """;

        // Before the package's, where the SDK sees two files of one name, in a fresh compiler; and after them, where only the compiler does.
        await DemandBothAsync(folder, "First", major, "<UseSharedCompilation>false</UseSharedCompilation>", other);
        await DemandBothAsync(folder, "Last", major, "", "", $"""
              <Target Name="AddOther" BeforeTargets="CoreCompile">
                <ItemGroup>
                  {other}
                </ItemGroup>
              </Target>
            """);
    }

    private async Task DemandBothAsync(string folder, string name, int major, string properties, string items, string targets = "")
    {
        Consumer consumer = new Consumer(feed, Path.Combine(folder, name))
            .Project(
                "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>" + properties,
                """<ClerkGenDocument Include="weather.yaml" />""" + items,
                targets: targets)
            .Source("weather.yaml", Programs.Weather)
            .Source("Program.cs", $"Console.WriteLine(Other.Versions + \" \" + typeof({name}.Weather.WeatherClient));");

        ProcessResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains($"{major}.0.0.0 {major}.0.0.0 {name}.Weather.WeatherClient", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A generator that prints the versions of the libraries it got, which are not the real ones: nothing but their names is the same.</summary>
    private async Task<string> BuildOtherAsync(string solution, int major, string json)
    {
        string version = $"<AssemblyVersion>{major}.0.0.0</AssemblyVersion>";
        foreach (string library in (string[])["YamlDotNet", "Microsoft.OpenApi"])
        {
            File.WriteAllText(Path.Combine(WriteProject(solution, library, version, ""), "OnlyHere.cs"), $$"""
                namespace {{library}};

                public static class OnlyHere
                {
                    public static string Version => typeof(OnlyHere).Assembly.GetName().Version.ToString();
                }
                """);
        }

        string other = WriteProject(solution, "Other", "<CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>", $"""
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
            <PackageReference Include="System.Text.Json" Version="{json}" />
            <ProjectReference Include="../YamlDotNet/YamlDotNet.csproj" />
            <ProjectReference Include="../Microsoft.OpenApi/Microsoft.OpenApi.csproj" />
            """);
        File.WriteAllText(Path.Combine(other, "OtherGenerator.cs"), """
            using Microsoft.CodeAnalysis;

            [Generator(LanguageNames.CSharp)]
            public sealed class OtherGenerator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
                {
                    string versions = YamlDotNet.OnlyHere.Version + " " + Microsoft.OpenApi.OnlyHere.Version;
                    var json = System.Text.Json.Nodes.JsonNode.Parse("{ \"versions\": \"" + versions + "\" }");
                    output.AddSource("Other.g.cs", "internal static class Other { public const string Versions = \"" + (string)json["versions"] + "\"; }");
                });
            }
            """);
        (await DotNet.RunAsync(other, feed.Cache, "build")).Succeeded();
        return Path.Combine(other, "bin", "Debug", "netstandard2.0");
    }

    private static string WriteProject(string solution, string name, string properties, string items)
    {
        string folder = Path.Combine(solution, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>12</LangVersion>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        return folder;
    }
}
