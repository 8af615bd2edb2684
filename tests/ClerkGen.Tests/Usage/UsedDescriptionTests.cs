using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Usage;

/// <summary>What an application tells a framework about emitted types, with <c>ClerkGenEmit=Used</c> and versions of the framework.</summary>
public sealed class UsedDescriptionTests : IDisposable
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /users:
            get:
              operationId: listUsers
              tags: [users]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
          /orders:
            get:
              operationId: listOrders
              tags: [orders]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        components:
          schemas:
            User: { type: object, properties: { address: { $ref: '#/components/schemas/Address' } } }
            Address: { type: object, properties: { city: { type: string } } }
            Order: { type: object, properties: { total: { type: integer } } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-description");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Only_types_that_are_emitted_are_described()
    {
        GeneratorRun run = Run("SwaggerGen", "10.0.0.0", "Used", "c.Users.ListAsync(); o.AddDocumentClientTypes()");

        Assert.Equal(["Address", "DocumentClient", "DocumentClientOpenApiExtensions", "User", "UsersOperations"], Types(run));
        string text = run.Files["Consumer.Api.DocumentClientOpenApiExtensions.g.cs"];
        Assert.Contains("[typeof(Address)]", text, StringComparison.Ordinal);
        Assert.Contains("[typeof(User)]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Order", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_does_not_describe_types_has_no_description() =>
        Assert.DoesNotContain("DocumentClientOpenApiExtensions", Types(Run("SwaggerGen", "10.0.0.0", "Used", "c.Users.ListAsync()")));

    [Theory]
    [InlineData("SwaggerGen", "9.0.6.0", false, false)]
    [InlineData("SwaggerGen", "10.0.0.0", false, true)]
    [InlineData("SwaggerGen", "11.0.1.0", false, true)]
    [InlineData("OpenApi", "9.0.0.0", false, false)]
    [InlineData("OpenApi", "10.0.0.0", true, false)]
    public void The_framework_and_its_version_decide(string framework, string version, bool hasTransformers, bool hasFilters)
    {
        GeneratorRun run = Run(framework, version, "All", "");
        string text = run.Files.GetValueOrDefault("Consumer.Api.DocumentClientOpenApiExtensions.g.cs", "");

        Assert.Equal((hasTransformers, hasFilters), (text.Contains("OpenApiOptions options", StringComparison.Ordinal), text.Contains("SwaggerGenOptions options", StringComparison.Ordinal)));
    }

    // An assembly with the framework's name and nothing in it: the text is looked at, not compiled.
    private GeneratorRun Run(string framework, string version, string emit, string calls)
    {
        string name = framework == "SwaggerGen" ? "Swashbuckle.AspNetCore.SwaggerGen" : "Microsoft.AspNetCore.OpenApi";
        string path = Path.Combine(_folder.FullName, name + ".dll");
        var assembly = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(assembly.Emit(path).Success);
        return GeneratorHarness.Run(GeneratorInput.Of(Document) with
        {
            Sources = [$"static class Program {{ static void Call(Consumer.Api.DocumentClient c, dynamic o) {{ {calls}; }} }}"],
            Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = emit },
            References = [path],
        });
    }

    private static IEnumerable<string> Types(GeneratorRun run) =>
        run.Files.Keys.Where(static name => !name.Contains('-', StringComparison.Ordinal)).Select(static name => name["Consumer.Api.".Length..^".g.cs".Length]).Order(StringComparer.Ordinal);
}
