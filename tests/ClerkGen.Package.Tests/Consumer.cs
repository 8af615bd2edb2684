namespace ClerkGen.Package.Tests;

/// <summary>A project outside the repository that references the packed package.</summary>
internal sealed class Consumer
{
    private readonly PackageFeed _feed;

    public Consumer(PackageFeed feed, string folder)
    {
        _feed = feed;
        Folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Folder of the project.</summary>
    public string Folder { get; }

    /// <summary>Writes the project file.</summary>
    /// <param name="properties">Content of the property group beside the target framework.</param>
    /// <param name="items">Further item groups' content.</param>
    /// <param name="framework">Target framework.</param>
    /// <param name="sdk">SDK of the project.</param>
    /// <param name="targets">The end of the project file.</param>
    public Consumer Project(
        string properties = "", string items = "", string framework = "net10.0", string sdk = "Microsoft.NET.Sdk", string targets = "")
    {
        File.WriteAllText(Path.Combine(Folder, Path.GetFileName(Folder) + ".csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClerkGen" Version="{_feed.Version}" />
                {items}
              </ItemGroup>
            {targets}
            </Project>
            """);
        return this;
    }

    /// <summary>Writes a file of the project.</summary>
    public Consumer Source(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    /// <summary>Runs the .NET command line in the project's folder.</summary>
    public Task<ProcessResult> DotNetAsync(params string[] arguments) => DotNet.RunAsync(Folder, _feed.Cache, arguments);
}
