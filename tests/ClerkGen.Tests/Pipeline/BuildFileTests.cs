using System.Xml.Linq;
using ClerkGen.Generator.Model;
using ClerkGen.Testing;

namespace ClerkGen.Tests.Pipeline;

/// <summary>The effect of the package's build files on a project's items, and their errors. Runs MSBuild, and no compiler.</summary>
public sealed class BuildFileTests(BuildProcess build) : IClassFixture<BuildProcess>, IDisposable
{
    private const string OfLength60 = "Abcdefghij.Abcdefghij.Abcdefghij.Abcdefghij.Abcdefghij.Abcde";
    private const string OfLength80 = OfLength60 + "Abcdefghij.Abcdefghi";
    private const string OfLength300 = OfLength80 + OfLength60 + OfLength60 + OfLength60 + "Abcdefghij.Abcdefghij.Abcdefghij.Abcdefg";

    private static readonly string BuildFiles = Path.Combine(Repository.Root, "generator/build");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-build-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Build_files_pass_on_all_metadata_of_an_item()
    {
        string[] visible = [.. XDocument.Load(Path.Combine(BuildFiles, "ClerkGen.props")).Descendants("CompilerVisibleItemMetadata").Select(static item => (string)item.Attribute("MetadataName")!)];
        string[] copied = [.. XDocument.Load(Path.Combine(BuildFiles, "ClerkGen.targets")).Descendants("_ClerkGenDocument").Elements().Select(static item => item.Name.LocalName)];
        Assert.All(DocumentOptions.MetadataNames, name =>
        {
            Assert.Contains("ClerkGen" + name, visible);
            Assert.Contains("ClerkGen" + name, copied);
        });
    }

    [Fact]
    public async Task A_document_in_two_namespaces_reaches_the_compiler_as_two_files()
    {
        ProcessResult run = await BuildAsync("""<ClerkGenDocument Include="shop.yaml" /><ClerkGenDocument Include="shop.yaml" Namespace="Acme.Again" />""");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(
            $"shop.yaml in ''; {Path.Combine("obj", "ClerkGen", "Acme.Again", "shop.yaml")} in 'Acme.Again'".Replace('\\', '/'),
            run.Output.Replace('\\', '/'),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<AdditionalFiles Include=\"fix.yaml\" />")]
    public async Task An_overlay_reaches_the_compiler_once_with_its_document(string more)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "fix.yaml"), "");

        ProcessResult run = await BuildAsync($"{more}<ClerkGenDocument Include=\"shop.yaml\" Overlay=\"fix.yaml\" /><ClerkGenDocument Include=\"other.yaml\" />");

        Assert.True(run.ExitCode == 0, run.Output);
        string files = Assert.Single(run.Output.Split('\n'), static line => line.Contains("shop.yaml", StringComparison.Ordinal));
        Assert.Equal(
            ["fix.yaml in ''", "other.yaml in ''", "shop.yaml in ''"], files.Split(';', StringSplitOptions.TrimEntries).Where(static file => !file.Contains("App.proj", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Namespace=\" Acme.Api\"", "Namespace", "Acme.Api")]
    [InlineData("Namespace=\"&#xA;  Acme.Api&#xD;&#xA;\"", "Namespace", "Acme.Api")]
    [InlineData("Namespace=\"A;\"", "Namespace", "A%3B")]
    [InlineData("Namespace=\"A;B\"", "Namespace", "A%3BB")]
    [InlineData("Namespace=\"A&#xA;B\"", "Namespace", "A|B")]
    [InlineData("Namespace=\"A#B\"", "Namespace", "A%23B")]
    [InlineData("ClientName=\" ShopClient \"", "ClientName", "ShopClient")]
    [InlineData("Accessibility=\"&#xA;internal&#xA;\"", "Accessibility", "internal")]
    [InlineData("ExcludeDeprecated=\" true \"", "ExcludeDeprecated", "true")]
    [InlineData("StrongIds=\"&#x9;true\"", "StrongIds", "true")]
    [InlineData("Overlay=\" fix.yaml \"", "Overlay", "fix.yaml")]
    [InlineData("IncludeTags=\"&#xA;    Bob's;&#xA;    C#;&#xA;  \"", "IncludeTags", "Bob's||    C%23|")]
    [InlineData("ExcludeOperations=\" a ; b \"", "ExcludeOperations", "a | b")]
    [InlineData("Namespace=\"&#xA0;Acme.Api&#x3000;\"", "Namespace", "Acme.Api")]
    [InlineData("Namespace=\"&#x2028;Acme.Api&#x85;\"", "Namespace", "Acme.Api")]
    [InlineData("Namespace=\"&#x20;&#xD;&#xA;\"", "Namespace", "")]
    [InlineData("Namespace=\"'Acme.Api'\"", "Namespace", "'Acme.Api'")]
    [InlineData("Namespace=\"&quot;Acme&quot;\"", "Namespace", "\"Acme\"")]
    [InlineData("Namespace=\"%41cme\"", "Namespace", "Acme")]
    [InlineData("ClientName=\"&#xA;Shop&#xA;Client\"", "ClientName", "Shop|Client")]
    [InlineData("IncludeOperations=\"get*&#xD;&#xA;list*\"", "IncludeOperations", "get*|list*")]
    [InlineData("ExcludeTags=\"a=b; [c] \"", "ExcludeTags", "a=b| [c]")]
    [InlineData("Samples=\" TRUE&#xA;\"", "Samples", "TRUE")]
    public async Task Metadata_is_trimmed_and_stays_on_one_line(string metadata, string name, string value)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "fix.yaml"), "");

        ProcessResult run = await BuildAsync($"<ClerkGenDocument Include=\"shop.yaml\" {metadata} />", shown: name);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"shop.yaml in '{value}'", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "obj/ClerkGen")));
        Assert.Equal(name == "Overlay", run.Output.Contains("; fix.yaml in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../../X", "X")]
    [InlineData("..", "")]
    [InlineData("/tmp/X", "tmpX")]
    [InlineData("C:\\X", "CX")]
    [InlineData("A..B", "AB")]
    [InlineData("**/*", "")]
    [InlineData(" Acme.Again ", "Acme.Again")]
    [InlineData("A;B", "AB")]
    [InlineData("&#xA;Acme.Again", "Acme.Again")]
    [InlineData("A'B", "AB")]
    [InlineData("&#xA0;Acme.Again&#x3000;", "Acme.Again")]
    [InlineData("\\\\server\\share", "servershare")]
    [InlineData("~/../X", "X")]
    [InlineData("&#x202E;X", "X")]
    [InlineData("%2e%2e%2fX", "X")]
    [InlineData(OfLength300, OfLength80)]
    public async Task A_copy_of_a_document_is_in_our_folder_with_any_namespace(string value, string folder)
    {
        ProcessResult run = await BuildAsync($"<ClerkGenDocument Include=\"shop.yaml\" Namespace=\"Shop\" /><ClerkGenDocument Include=\"shop.yaml\" Namespace=\"{value}\" />");

        Assert.True(run.ExitCode == 0, run.Output);
        string copy = Assert.Single(_folder.GetFiles("shop.yaml", SearchOption.AllDirectories), static file => file.FullName.Contains("ClerkGen", StringComparison.Ordinal)).FullName;
        Assert.Equal(Path.GetFullPath(Path.Combine(_folder.FullName, "obj/ClerkGen", folder, "shop.yaml")), copy);
        Assert.Equal(2, _folder.GetFiles("shop.yaml", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Namespace=\"Acme\"", "Namespace=\"Acme\" IncludeTags=\"Orders\"")]
    [InlineData("Namespace=\"Acme\"", "Namespace=\"acme\"")]
    public async Task A_document_twice_in_one_namespace_is_an_error_of_the_project(string first, string second)
    {
        ProcessResult run = await BuildAsync($"<ClerkGenDocument Include=\"shop.yaml\" {first} /><ClerkGenDocument Include=\"other.yaml\" /><ClerkGenDocument Include=\"shop.yaml\" {second} />");

        AssertError(
            run, "CLERKGEN068", "Several ClerkGenDocument items have the file 'shop.yaml' and the same Namespace. Give each item its own Namespace.");
    }

    [Fact]
    public async Task An_unknown_value_of_ClerkGenEmit_is_an_error_of_the_project() => AssertError(
        await BuildAsync("", "<ClerkGenEmit>Usd</ClerkGenEmit>"), "CLERKGEN067", "'ClerkGenEmit' is 'Usd', which is neither 'All' nor 'Used'");

    [Theory]
    [InlineData("F#")]
    [InlineData("VB")]
    public async Task A_project_in_another_language_is_advised_to_use_a_library(string language) => AssertError(
        await BuildAsync("", $"<Language>{language}</Language>"),
        "CLERKGEN101",
        $"ClerkGen emits C#, but this project is {language}: move the package ClerkGen to a C# class library, and reference that");

    [Theory]
    [InlineData("net472", ".NETFramework", "v4.7.2")]
    [InlineData("netstandard2.0", ".NETStandard", "v2.0")]
    [InlineData("netcoreapp3.1", ".NETCoreApp", "v3.1")]
    [InlineData("net6.0", ".NETCoreApp", "v6.0")]
    [InlineData("net7.0", ".NETCoreApp", "v7.0")]
    public async Task A_project_for_an_older_framework_learns_the_oldest_supported_one(string framework, string identifier, string version) => AssertError(
        await BuildAsync("", $"<TargetFramework>{framework}</TargetFramework><TargetFrameworkIdentifier>{identifier}</TargetFrameworkIdentifier><TargetFrameworkVersion>{version}</TargetFrameworkVersion>"),
        "CLERKGEN102",
        $"ClerkGen needs .NET 8 or later, but this project targets '{framework}': set TargetFramework to net8.0 or later, or move the client to a project that does");

    [Theory]
    [InlineData("net8.0", "v8.0")]
    [InlineData("net10.0-android", "v10.0")]
    public async Task A_project_for_a_supported_framework_gets_no_diagnostic(string framework, string version)
    {
        ProcessResult run = await BuildAsync("", $"<Language>C#</Language><TargetFramework>{framework}</TargetFramework><TargetFrameworkIdentifier>.NETCoreApp</TargetFrameworkIdentifier><TargetFrameworkVersion>{version}</TargetFrameworkVersion>");

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Theory]
    [InlineData("Include=\"https://shop.example/openapi.json\"")]
    [InlineData("Include=\"shop.yaml\" Overlay=\"https://shop.example/openapi.json\"")]
    public async Task An_address_in_place_of_a_file_is_an_error_of_the_project(string item) => AssertError(
        await BuildAsync($"<ClerkGenDocument {item} />"),
        "CLERKGEN107",
        "'https://shop.example/openapi.json' is an address, and ClerkGen never uses the network: download the file, and name it in the project");

    [Theory]
    [InlineData("EnableRequestDelegateGenerator")]
    [InlineData("EnableConfigurationBindingGenerator")]
    public async Task Another_generator_that_looks_at_endpoints_or_options_is_a_warning(string property)
    {
        ProcessResult run = await BuildAsync(
            """<ClerkGenDocument Include="shop.yaml" />""", $"<UsingMicrosoftNETSdkWeb>true</UsingMicrosoftNETSdkWeb><{property}>true</{property}>");

        Assert.True(run.ExitCode == 0, run.Output);
        string warning = Assert.Single(run.Output.Split('\n'), static line => line.Contains("warning", StringComparison.Ordinal));
        Assert.Contains(
            $"App.proj : warning CLERKGEN104: '{property}' is on, and that source generator does not see the client, which is emitted in the same project: "
            + "move the client to a class library, or take HttpContext in endpoints and add CLERKGEN104 to NoWarn",
            warning,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emitted_files_that_are_compiled_again_are_one_error_that_names_their_folder() => AssertError(
        await BuildAsync(
            """<Compile Include="Program.cs;Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/A.g.cs;Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/B.g.cs" />"""),
        "CLERKGEN105",
        "2 files that ClerkGen emitted are compiled a second time, from 'Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/': delete that folder, or exclude it with "
        + "<Compile Remove=\"Generated/ClerkGen/ClerkGen.Generator.ClerkGenerator/**\" />");

    [Fact]
    public async Task The_project_is_handed_over_for_its_spelling()
    {
        ProcessResult run = await BuildAsync("", shown: "Project");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("App.proj in 'true'", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "ClerkGenApi.txt")]
    [InlineData("api.txt", "api.txt")]
    public async Task An_api_baseline_reaches_the_compiler(string value, string name)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), "");

        ProcessResult run = await BuildAsync("", $"<ClerkGenApiBaseline>{value}</ClerkGenApiBaseline>", shown: "ApiBaseline");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"{name} in 'true'", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("")]
    public async Task An_api_baseline_that_is_missing_or_off_does_not(string value)
    {
        if (value != "true")
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "ClerkGenApi.txt"), "");
        }

        ProcessResult run = await BuildAsync("", $"<ClerkGenApiBaseline>{value}</ClerkGenApiBaseline>", shown: "ApiBaseline");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.DoesNotContain("in 'true'", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", """<ClerkGenDocument Include="shop.yaml" />""", "ClerkGenDocument")]
    [InlineData("<IsTestProject>true</IsTestProject><ClerkGenSamples>true</ClerkGenSamples>", "", "ClerkGenSamples")]
    [InlineData("<ClerkGenSamples>true</ClerkGenSamples>", "", null)]
    [InlineData("", "", null)]
    public async Task A_project_that_gets_the_package_through_another_one_is_told_what_has_no_effect(string properties, string item, string? name)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "App.proj"), $"""
            <Project>
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>{item}</ItemGroup>
              <Target Name="CoreCompile" />
              <Import Project="{BuildFiles}/ClerkGen.Transitive.targets" />
            </Project>
            """);

        ProcessResult run = await build.RunAsync(_folder.FullName, "App.proj", "-nologo", "-clp:NoSummary", "-t:CoreCompile", "-nodeReuse:false");

        Assert.True(run.ExitCode == 0, run.Output);
        string[] warnings = [.. run.Output.Split('\n').Where(static line => line.Contains("warning", StringComparison.Ordinal))];
        if (name is null)
        {
            Assert.Empty(warnings);
            return;
        }

        Assert.Contains(
            $"App.proj : warning CLERKGEN119: '{name}' has no effect, because the project gets the package ClerkGen only through another project or package: add the package to this project",
            Assert.Single(warnings),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_error_of_the_build_files_has_a_page_like_the_diagnostics_of_the_generator()
    {
        XDocument[] targets = [XDocument.Load(Path.Combine(BuildFiles, "ClerkGen.targets")), XDocument.Load(Path.Combine(BuildFiles, "ClerkGen.Transitive.targets"))];
        XElement[] errors = [.. targets.SelectMany(static file => file.Descendants("Error").Concat(file.Descendants("Warning")))];
        string[] ids = [.. errors.Select(static error => (string)error.Attribute("Code")!)];

        Assert.Equal(
            DiagnosticPageTests.ErrorsOfTheBuildFiles.Concat(DiagnosticPageTests.WarningsOfTheBuildFiles).Order(StringComparer.Ordinal),
            ids.Order(StringComparer.Ordinal));
        Assert.All(errors, static error => Assert.EndsWith(
            $"/generator/docs/diagnostics/{(string)error.Attribute("Code")!}.md", (string?)error.Attribute("HelpLink"), StringComparison.Ordinal));
        Assert.Empty(ids.Intersect(DiagnosticPageTests.Descriptors.Select(static descriptor => descriptor.Id)));
    }

    private static void AssertError(ProcessResult run, string id, string message)
    {
        Assert.NotEqual(0, run.ExitCode);
        string error = Assert.Single(run.Output.Split('\n'), static line => line.Contains("error", StringComparison.Ordinal));
        Assert.Contains($"App.proj : error {id}: {message}", error, StringComparison.Ordinal);
    }

    private Task<ProcessResult> BuildAsync(string items, string properties = "", string shown = "Namespace")
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "shop.yaml"), "");
        File.WriteAllText(Path.Combine(_folder.FullName, "App.proj"), $"""
            <Project>
              <PropertyGroup><IntermediateOutputPath>obj/</IntermediateOutputPath>{properties}</PropertyGroup>
              <Import Project="{BuildFiles}/ClerkGen.props" />
              <ItemGroup>{items}</ItemGroup>
              <Target Name="GenerateMSBuildEditorConfigFileCore">
                <Message Importance="high" Text="@(AdditionalFiles->'%(Identity) in %27%(ClerkGen{shown})%27', '; ')" />
              </Target>
              <Import Project="{BuildFiles}/ClerkGen.targets" />
            </Project>
            """);
        return build.RunAsync(_folder.FullName, "App.proj", "-nologo", "-clp:NoSummary", "-t:GenerateMSBuildEditorConfigFileCore", "-nodeReuse:false");
    }
}
