using System.Text.Json;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Customising;

/// <summary>A small document that every customisation can be tried on, and what its types make of JSON.</summary>
internal static class ShopDocument
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /users:
            get:
              operationId: listUsers
              tags: [users]
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: offset, in: query, schema: { type: integer } }
                - { name: created_after, in: query, schema: { type: integer, format: int64 } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/UserPage' } } } }
            post:
              operationId: createUser
              tags: [users]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/CreateUser' } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
                '422': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /users/{user_id}:
            get:
              operationId: getUser
              tags: [users]
              parameters: [{ name: user_id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
            delete:
              operationId: deleteUser
              tags: [users]
              parameters: [{ name: user_id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: gone } }
          /users/{user_id}/photo:
            put:
              operationId: setPhoto
              tags: [photos]
              parameters: [{ name: user_id, in: path, required: true, schema: { type: string } }]
              requestBody:
                required: true
                content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Photo' } } }
              responses: { '204': { description: done } }
        components:
          schemas:
            User:
              type: object
              required: [id, created_at]
              properties:
                id: { type: string }
                created_at: { type: integer, format: int64 }
                plan: { $ref: '#/components/schemas/Plan' }
                public_metadata: { type: object, additionalProperties: true }
                tags: { type: array, items: { type: string } }
                owner: { }
            CreateUser:
              type: object
              properties:
                name: { type: string }
                external_id: { type: [string, 'null'] }
                public_metadata: { type: [object, 'null'], additionalProperties: true }
            UserPage:
              type: object
              required: [data, total_count]
              properties:
                data: { type: array, items: { $ref: '#/components/schemas/User' } }
                total_count: { type: integer }
            Plan: { type: string, enum: [free, plan-pro] }
            Problem: { type: object, properties: { message: { type: string }, trace_id: { type: string } } }
            Photo: { type: object, properties: { url: { type: string }, taken_at: { type: integer, format: int64 } } }
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }
            Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
        """;

    /// <summary>The namespace of the emitted client.</summary>
    public const string Namespace = "Shop";

    /// <summary>The document and the user's sources, compiled with the newest language.</summary>
    public static GeneratorInput Input(params string[] sources) =>
        GeneratorInput.Of(Text, "shop.yaml", ("Namespace", Namespace), ("ClientName", "ShopClient")) with { Sources = sources, LanguageVersion = LanguageVersion.Latest };

    /// <summary>Runs the generator over the user's sources; the result must compile without a warning.</summary>
    public static GeneratorRun Customise(params string[] sources)
    {
        GeneratorRun run = GeneratorHarness.Run(Input(sources));
        Assert.DoesNotContain(run.DriverDiagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        AssertCompiles(run);
        return run;
    }

    /// <summary>Nothing is wrong but that the user documents nothing.</summary>
    public static void AssertCompiles(GeneratorRun run) =>
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Id != "CS1591" || !IsUsers(diagnostic.Location));

    private static bool IsUsers(Location location) => location.GetLineSpan().Path.StartsWith("Source", StringComparison.Ordinal);

    /// <summary>Runs the generator over the user's source, and asserts its one diagnostic.</summary>
    /// <param name="source">The source, with the place of the diagnostic in <c>⟦…⟧</c>.</param>
    /// <param name="id">Id of the diagnostic.</param>
    /// <param name="severity">Severity of the diagnostic.</param>
    /// <param name="message">Message of the diagnostic.</param>
    public static GeneratorRun AssertDiagnostic(string source, string id, DiagnosticSeverity severity, string message)
    {
        int start = source.IndexOf('⟦', StringComparison.Ordinal);
        int end = source.IndexOf('⟧', StringComparison.Ordinal) - 1;
        GeneratorRun run = GeneratorHarness.Run(Input(source.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)));
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, severity, message), (diagnostic.Id, diagnostic.Severity, diagnostic.GetMessage()));
        Assert.Equal(("Source0.cs", start, end), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End));
        FileLinePositionSpan lines = diagnostic.Location.GetLineSpan();
        Assert.Equal(source[..start].Count(c => c == '\n'), lines.StartLinePosition.Line);
        return run;
    }

    /// <summary>Reads JSON into an emitted type of the compiled run and writes it again.</summary>
    public static string RoundTrip(this GeneratorRun run, string type, string json)
    {
        object value = run.Read(type, json)!;
        return run.Write(value);
    }

    public static object? Read(this GeneratorRun run, string type, string json) =>
        JsonSerializer.Deserialize(json, run.Type(type), JsonSerializerOptions.Default);

    public static string Write(this GeneratorRun run, object value) => JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Default);

    public static Type Type(this GeneratorRun run, string name) => run.Load().GetType($"{Namespace}.{name}", throwOnError: true)!;

    /// <summary>The result of a static method in the user's sources.</summary>
    public static Task<string> CallAsync(this GeneratorRun run, string type, string method) =>
        (Task<string>)run.Type(type).GetMethod(method)!.Invoke(null, null)!;

    /// <summary>The value of a property of an emitted type.</summary>
    public static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);
}
