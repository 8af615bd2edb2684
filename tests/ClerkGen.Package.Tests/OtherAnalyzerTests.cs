namespace ClerkGen.Package.Tests;

/// <summary>Analyzers of one compilation bring their dependencies along; same names in other versions must not get in each other's way.</summary>
[Collection(SharedPackages.Name)]
public sealed class OtherAnalyzerTests(PackageFeed feed)
{
    [Fact]
    public async Task Another_analyzer_may_bring_other_versions_of_the_same_dependencies()
    {
        string folder = feed.NewFolder("Beside");
        string yaml = WriteProject(folder, "Yaml", "<AssemblyName>YamlDotNet</AssemblyName><AssemblyVersion>99.0.0.0</AssemblyVersion>", "");
        File.WriteAllText(Path.Combine(yaml, "OnlyHere.cs"), """
            namespace YamlDotNet;

            public static class OnlyHere
            {
                public static string Version => typeof(OnlyHere).Assembly.GetName().Version.ToString();
            }
            """);
        string other = WriteProject(folder, "Other", "<CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>", """
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
            <PackageReference Include="System.Text.Json" Version="9.0.0" />
            <ProjectReference Include="../Yaml/Yaml.csproj" />
            """);
        File.WriteAllText(Path.Combine(other, "OtherGenerator.cs"), """
            using Microsoft.CodeAnalysis;

            [Generator(LanguageNames.CSharp)]
            public sealed class OtherGenerator : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
                {
                    var json = System.Text.Json.Nodes.JsonNode.Parse("{ \"version\": \"" + YamlDotNet.OnlyHere.Version + "\" }");
                    output.AddSource("Other.g.cs", "internal static class Other { public const string Version = \"" + (string)json["version"] + "\"; }");
                });
            }
            """);
        (await DotNet.RunAsync(other, feed.Cache, "build")).Succeeded();

        string built = Path.Combine(other, "bin", "Debug", "netstandard2.0");
        Consumer consumer = new Consumer(feed, Path.Combine(folder, "Consumer"))
            .Project(
                "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                $"""
                <ClerkGenDocument Include="weather.yaml" />
                <Analyzer Include="{built}/Other.dll" />
                <Analyzer Include="{built}/YamlDotNet.dll" />
                <Analyzer Include="{built}/System.*.dll" />
                """)
            .Source("weather.yaml", Programs.Weather)
            .Source("Program.cs", "Console.WriteLine(Other.Version + \" \" + typeof(Consumer.Weather.WeatherClient));");

        DotNetResult run = (await consumer.DotNetAsync("run")).Succeeded();

        Assert.Contains("99.0.0.0 Consumer.Weather.WeatherClient", run.Output, StringComparison.Ordinal);
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
