using ClerkGen.Generator.Emit.Text;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Emit;

/// <summary>Emitted files name types as a person would, and mean the same types in every project.</summary>
public sealed class SimpleNameTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              tags: [Pets]
              parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: since, in: query, schema: { type: string, format: date-time } }
              responses:
                "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                "404": { description: none, content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string }, id: { type: string, format: uuid }, kind: { type: string, enum: [a, b] }, any: {} } }
            Problem: { type: object, properties: { title: { type: string } } }
        """;

    // Every name is a schema, and a property of all others that is of another type.
    private static readonly string[] Names =
    [
        "Task", "Stream", "List", "String", "CancellationToken", "Uri", "System", "ClerkGen", "ApiFile", "Guid", "JsonReading", "JsonWriting", "LazyElement",
        "ApiResults", "Obsolete", "ObsoleteAttribute", "GeneratedCode", "IReadOnlyList", "ReadJson", "ErrorTables", "SecuritySchemes", "Object", "Func",
    ];

    [Fact]
    public void Types_are_named_without_their_namespace()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document, "document.yaml", ("Namespace", "Shop")));

        Assert.Empty(run.CompilerDiagnostics);
        string group = run.Files["Shop.PetsOperations.g.cs"];
        Assert.Contains("public virtual Task<Pet> GetAsync(string id, GetPetParameters? parameters = null, RequestOptions? options = null, CancellationToken cancellationToken = default)", group, StringComparison.Ordinal);
        Assert.Contains("\nusing System.Threading.Tasks;\n", group, StringComparison.Ordinal);
        Assert.Contains("<exception cref=\"ProblemException\">", group, StringComparison.Ordinal);
        Assert.DoesNotContain("global::", string.Concat(run.Files.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Consumer.Api { class Task; class DateTimeOffset; class JsonReading; class GeneratedCode; class EditorBrowsableAttribute; }")]
    [InlineData("namespace Consumer.Api.Task { class A; } namespace Consumer.Api.System { class A; } namespace Consumer.Api.ClerkGen { class A; }")]
    [InlineData("global using Task = System.String; global using Guid = System.Int32; global using Pet = System.String;")]
    [InlineData("class Task; class Guid; class Pet; class JsonElement; class ApiFile;")]
    [InlineData("namespace ClerkGen { class Task; class Guid; } namespace System.Text.Json { class CancellationToken; }")]
    [InlineData("namespace Consumer.Api { partial class Pet { class Guid; class JsonReading; static string LazyElement => \"\"; } }")]
    [InlineData("namespace Consumer.Api { class Outer { public class Guid; public class JsonElement; } interface IOuter; partial class Pet : IOuter { static string JsonWriting => \"\"; } }")]
    [InlineData("#pragma warning disable CS1591\nnamespace Consumer.Api { public class Own { protected class Guid; protected static string JsonWriting => \"\"; } partial class Pet : Own; partial class PetsOperations { class Task; class Pet; } }")]
    public void Names_of_the_project_change_no_meaning(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document) with { Sources = [source] });

        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void Schemas_may_be_called_like_every_type_that_files_use()
    {
        string schemas = string.Concat(Names.Select((name, index) =>
            $"    {name}: {{ type: object, properties: {{ at: {{ type: string, format: date-time }}, any: {{}}, "
            + string.Join(", ", Names.Select((other, to) => $"{other}: {{ $ref: '#/components/schemas/{Names[(to + index) % Names.Length]}' }}")) + " } }\n"));
        string paths = string.Concat(Names.Select(static name =>
            $"  /{name}:\n    post: {{ operationId: {name}, tags: [{name}], requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }} }}, "
            + $"responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: array, items: {{ $ref: '#/components/schemas/{name}' }} }} }} }} }}, "
            + $"'400': {{ description: no, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }} }} }} }}\n"));
        string document = "openapi: 3.0.3\ninfo: { title: Names, version: '1' }\nservers: [{ url: https://names.example }]\npaths:\n" + paths
            + "components:\n  schemas:\n" + schemas + "    Either: { oneOf: [" + string.Join(", ", Names.Select(static name => $"{{ $ref: '#/components/schemas/{name}' }}")) + "] }\n";
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document) with
        {
            Sources = ["namespace Consumer.Api { class ValueTask; } namespace Consumer.Api.Utf8JsonWriter { class A; }"],
        });

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void No_two_namespaces_that_files_use_have_a_type_of_one_name()
    {
        HashSet<string> names = [.. SimpleNames.All];
        HashSet<string> namespaces = [.. SimpleNames.Namespaces];
        IEnumerable<Type> types = AppDomain.CurrentDomain.GetAssemblies()
            .Where(static assembly => !assembly.IsDynamic && assembly.GetName().Name is { } name && (name.StartsWith("System", StringComparison.Ordinal) || name == "ClerkGen.Runtime"))
            .Append(typeof(ApiClient).Assembly)
            .SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested && namespaces.Contains(type.Namespace ?? ""));
        Dictionary<string, HashSet<string>> places = types
            .GroupBy(static type => type.Name.Split('`')[0], StringComparer.Ordinal)
            .Where(group => names.Contains(group.Key))
            .ToDictionary(static group => group.Key, static group => group.Select(static type => type.Namespace!).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

        Assert.True(places.Count > 100, $"Only {places.Count} names were found.");
        Assert.Empty(places.Where(static place => place.Value.Count > 1).Select(static place => $"{place.Key}: {string.Join(", ", place.Value)}"));
    }
}
