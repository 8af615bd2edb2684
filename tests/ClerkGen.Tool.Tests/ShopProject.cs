using ClerkGen.Testing;
using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests;

/// <summary>A restored project outside the repository, with a document, a filter and a partial type that renames a schema; made once.</summary>
public sealed class ShopProject : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The project file.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The project's folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public async Task InitializeAsync()
    {
        string build = System.IO.Path.Combine(Repository.Root, "generator/build");
        _folder.Write("shop/shop.yaml", Of(
            $"{Get("/items", "listItems")}, {Get("/carts", "listCarts", tags: "carts")}, {ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Good'"))}",
            "Good: { type: object, properties: { name: { type: string } } }"));
        _folder.Write("shop/Parts.cs", "using ClerkGen;\n\nnamespace Shop;\n\n[ApiName(\"Good\")]\npublic partial class Article;\n");
        Path = _folder.Write("shop/Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0</TargetFrameworks>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <ClerkGenApiBaseline>true</ClerkGenApiBaseline>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <Import Project="{build}/ClerkGen.props" />
              <ItemGroup>
                <ClerkGenDocument Include="shop.yaml" Namespace="Shop" IncludeTags="items" />
                <Reference Include="{typeof(ApiClient).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{build}/ClerkGen.targets" />
            </Project>
            """);
        ProcessResult restore = await ChildProcess.DotNetAsync(Folder, "restore", Path, "-v:q");
        Assert.True(restore.ExitCode == 0, restore.Output);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
