using ClerkGen.Testing;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Which builds emit everything, and which only what a program uses. Runs MSBuild once, and no compiler.</summary>
public sealed class EmitChoiceTests : IDisposable
{
    private const string Build = "BuildingProject=true";
    private const string Editor = "DesignTimeBuild=true";

    private static readonly (string Name, string Properties, string? Choice)[] Cases =
    [
        ("a program", $"{Build};OutputType=Exe", "Used"),
        ("a program with windows", $"{Build};OutputType=WinExe", "Used"),
        ("a program that chooses", $"{Build};OutputType=Exe;ClerkGenEmit=Used", "Used"),
        ("a program that wants all", $"{Build};OutputType=Exe;ClerkGenEmit=All", "All"),
        ("a library", $"{Build};OutputType=Library", "All"),
        ("a library that chooses", $"{Build};OutputType=Library;ClerkGenEmit=Used", "All"),
        ("a program with friends", $"{Build};OutputType=Exe;Friend=Tests", "All"),
        ("a program with friends that chooses", $"{Build};OutputType=Exe;Friend=Tests;ClerkGenEmit=Used", "Used"),
        ("a build in Visual Studio", $"{Build};OutputType=Exe;BuildingInsideVisualStudio=true", "All"),
        ("a build in Rider", $"{Build};OutputType=Exe;BuildingByReSharper=true", "All"),
        ("a build in Visual Studio that chooses", $"{Build};OutputType=Exe;BuildingInsideVisualStudio=true;ClerkGenEmit=Used", "Used"),
        ("an editor's view", $"{Editor};OutputType=Exe", null),
        ("an editor's view of a program that chooses", $"{Editor};OutputType=Exe;ClerkGenEmit=Used", null),
        ("the view of dotnet watch", $"{Editor};DotNetWatchBuild=true;OutputType=Exe", "Used"),
        ("the view of dotnet watch of a program that wants all", $"{Editor};DotNetWatchBuild=true;OutputType=Exe;ClerkGenEmit=All", "All"),
        ("compiling alone", "OutputType=Exe", null),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-choice-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Builds_of_programs_emit_what_is_used()
    {
        string files = Path.Combine(Repository.Root, "generator/build");
        File.WriteAllText(Path.Combine(_folder.FullName, "App.proj"), $"""
            <Project>
              <PropertyGroup><IntermediateOutputPath>obj/$(Case)/</IntermediateOutputPath></PropertyGroup>
              <Import Project="{files}/ClerkGen.props" />
              <ItemGroup>
                <InternalsVisibleTo Include="$(Friend)" Condition="'$(Friend)' != ''" />
                <Page Include="Window.xaml" />
              </ItemGroup>
              <Target Name="CoreCompile">
                <Message Importance="high" Text="case $(Case): @(EditorConfigFiles)." />
                <Message Importance="high" Text="markup of $(Case): @(AdditionalFiles->WithMetadataValue('Extension', '.xaml'))." />
              </Target>
              <Import Project="{files}/ClerkGen.targets" />
            </Project>
            """);
        string calls = string.Concat(Cases.Select(static (item, index) => $"""<MSBuild Projects="App.proj" Targets="CoreCompile" Properties="Case={index};{item.Properties}" />"""));
        File.WriteAllText(Path.Combine(_folder.FullName, "All.proj"), $"<Project><Target Name=\"All\">{calls}</Target></Project>");

        ProcessResult run = await ChildProcess.DotNetAsync(_folder.FullName, "msbuild", "All.proj", "-nologo", "-clp:NoSummary", "-nodeReuse:false");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(
            Cases.Select(static item => (item.Name, item.Choice)),
            Cases.Select((item, index) => (item.Name, Choice(index, run.Output))));
    }

    // What the compiler is given: nothing is the whole client.
    private string? Choice(int index, string output)
    {
        string file = $"obj/{index}/ClerkGen.Emit.globalconfig";
        string path = Path.Combine(_folder.FullName, file);
        bool isGiven = output.Replace('\\', '/').Contains($"case {index}: {file}.", StringComparison.Ordinal);
        Assert.Equal(isGiven, File.Exists(path));
        if (!isGiven)
        {
            return null;
        }

        string[] lines = File.ReadAllLines(path);
        Assert.Equal("is_global = true", lines[0]);
        string choice = Assert.Single(lines[1..]).Replace("build_property.ClerkGenEmit = ", "", StringComparison.Ordinal);
        Assert.Contains($"markup of {index}: {(choice == "Used" ? "Window.xaml" : "")}.", output, StringComparison.Ordinal);
        return choice;
    }
}
