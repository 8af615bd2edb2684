using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Hostile;

/// <summary>Documents with one trick each, and what becomes of it.</summary>
public sealed class HostileDocumentTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\nservers: [{ url: 'https://api.example.com' }]\n";
    private const string Get = "    get: { operationId: getA, responses: { '204': { description: OK } } }\n";

    // Name; document; ids of diagnostics that must be reported (none: nothing above information); a piece of C# that must be emitted, or null.
    private static readonly (string Name, string Document, string[] Ids, string? Emitted)[] Documents =
    [
        ("server on plain http", Head.Replace("https:", "http:", StringComparison.Ordinal) + "paths:\n  /a:\n" + Get, ["CLERKGEN049"], "server: null"),
        ("server with a user name", Head.Replace("https://", "https://user:secret@", StringComparison.Ordinal) + "paths:\n  /a:\n" + Get, ["CLERKGEN049"], "server: null"),
        ("server with a query", Head.Replace("example.com", "example.com/?a=b", StringComparison.Ordinal) + "paths:\n  /a:\n" + Get, ["CLERKGEN049"], "server: null"),
        ("server with a fragment", Head.Replace("example.com", "example.com/#a", StringComparison.Ordinal) + "paths:\n  /a:\n" + Get, ["CLERKGEN049"], "server: null"),
        ("server that is a script", Head.Replace("https://api.example.com", "javascript:alert(1)", StringComparison.Ordinal) + "paths:\n  /a:\n" + Get, [], "server: null"),
        ("operation on another host", Head + "paths:\n  /a:\n    servers: [{ url: 'https://evil.example' }]\n" + Get, ["CLERKGEN051"], "https://evil.example"),
        ("path that is a host", Head + "paths:\n  //evil.example/x:\n" + Get + "  /b:\n    get: { responses: { '204': { description: OK } } }\n", ["CLERKGEN011"], "\"/b\""),
        ("path with a dot segment", Head + "paths:\n  /a/../b:\n" + Get + "  /b:\n    get: { responses: { '204': { description: OK } } }\n", ["CLERKGEN011"], "\"/b\""),
        ("path with an encoded dot segment", Head + "paths:\n  /a/%2e%2e/b:\n" + Get + "  /b:\n    get: { responses: { '204': { description: OK } } }\n", ["CLERKGEN011"], "\"/b\""),
        ("path with unbalanced braces", Head + "paths:\n  '/a/{b':\n" + Get + "  /b:\n    get: { responses: { '204': { description: OK } } }\n", ["CLERKGEN040"], "\"/b\""),
        ("path with a format item", Head + "paths:\n  '/a/{0}/{1:x}':\n" + Get, ["CLERKGEN042"], ".Path("),
        ("header called Authorization", Head + Parameter("Authorization", "header"), [], null),
        ("header called Host", Head + Parameter("Host", "header"), ["CLERKGEN043"], null),
        ("header called Cookie", Head + Parameter("Cookie", "header"), ["CLERKGEN043"], null),
        ("header called Transfer-Encoding", Head + Parameter("Transfer-Encoding", "header"), ["CLERKGEN043"], null),
        ("header with a line end", Head + Parameter("X\\r\\nEvil", "header"), ["CLERKGEN043"], null),
        ("cookie with a separator", Head + Parameter("a;b", "cookie"), ["CLERKGEN043"], null),
        ("API key in a header with a line end", Head + "paths:\n  /a:\n" + Get + "components: { securitySchemes: { k: { type: apiKey, in: header, name: \"X\\r\\nEvil\" } } }\nsecurity: [{ k: [] }]\n", ["CLERKGEN048"], null),
        ("media type with a line end", Head + "paths:\n  /a:\n    post: { requestBody: { content: { \"text/plain\\r\\nX: y\": { schema: { type: string } } } }, responses: { '204': { description: OK } } }\n", ["CLERKGEN045"], "\"text/plain\""),
        ("media type that is a range and more", Head + "paths:\n  /a:\n    post: { requestBody: { content: { \"text/*/ class Pwned { } /*\": { schema: { type: string } } } }, responses: { '204': { description: OK } } }\n", ["CLERKGEN045"], "\"text/plain\""),
        ("integer that is code", Head + Schema("type: object, properties: { a: { type: integer, default: '0; class Pwned {}', minimum: 'Pwned' } }"), ["CLERKGEN012"], null),
        ("integer enum that is code", Head + Schema("type: object, properties: { a: { type: integer, enum: [1, '2; class Pwned {}', 3] } }"), ["CLERKGEN026"], "= 3L"),
        ("integer enum out of range", Head + Schema("type: object, properties: { a: { type: integer, enum: [1, 99999999999999999999999999, -9223372036854775808] } }"), ["CLERKGEN026"], "-9223372036854775808L"),
        ("number enum that is not finite", Head + Schema("type: object, properties: { a: { type: number, enum: [1.5, .inf, .nan, 1e400] } }"), ["CLERKGEN026"], "double? A"),
        ("boolean that is text", Head + Schema("type: object, required: ['true'], properties: { 'true': { type: boolean, default: 'no' } }"), [], "bool True"),
        ("pattern that never ends", Head + Schema("type: object, properties: { a: { type: string, pattern: '^(a+)+$' } }"), [], "string? A"),
        ("type that makes types", Head + Schema("type: object, properties: { a: !!python/object:os.system { type: string } }"), ["CLERKGEN007"], "string? A"),
        ("tag that is code", Head + Schema("type: object, properties: { a: !<tag:x,2000:System.Diagnostics.Process> { type: string } }"), ["CLERKGEN007"], "string? A"),
        ("key that stands twice", Head + Schema("type: object, properties: { a: { type: string }, a: { type: integer } }"), ["CLERKGEN005"], "A { get; set; }"),
        ("second document", Head + "paths:\n  /a:\n" + Get + "---\nopenapi: 3.1.0\n", ["CLERKGEN006"], "GetAsync("),
        ("implicit types of YAML 1.1", Head + Schema("type: object, properties: { no: { type: string }, 012: { type: string }, 1:30: { type: string }, yes: { enum: [on, off] } }"), [], "\"012\""),
        ("reference to a file of the machine", Head + Schema("$ref: 'file:///etc/passwd'"), ["CLERKGEN009"], null),
        ("reference above the project", Head + Schema("type: object, properties: { a: { $ref: '../../../../etc/passwd' } }"), ["CLERKGEN009"], null),
        ("reference into itself", Head + Schema("type: object, properties: { a: { $ref: '#/components/schemas/S/properties/a' } }"), ["CLERKGEN010"], null),
        ("reference with a broken pointer", Head + Schema("type: object, properties: { a: { $ref: '#/components/schemas/~2/%zz' } }"), ["CLERKGEN009"], null),
        ("mapping to an address", Head + Schema("oneOf: [{ $ref: '#/components/schemas/T' }, { type: object, properties: { b: { type: string } } }], discriminator: { propertyName: k, mapping: { a: 'https://evil.example/x.json' } }"), ["CLERKGEN009"], null),
        ("operation that throws beside one that does not", Head + "paths:\n  /a/{b:\n" + Get + "  /c:\n    get: { operationId: good, responses: { '204': { description: OK } } }\n", ["CLERKGEN040"], "GoodAsync"),
        ("response that is no response", Head + "paths:\n  /a:\n    get: { operationId: bad, responses: { '200': [1, 2] } }\n  /c:\n    get: { operationId: good, responses: { '204': { description: OK } } }\n", ["CLERKGEN011"], "GoodAsync"),
        ("schema of the wrong kind everywhere", Head + Schema("type: [object, 7, {}], properties: [1], required: 'a', enum: 5, allOf: {}, oneOf: x, items: [[]], additionalProperties: 3, discriminator: 4, format: []"), ["CLERKGEN012"], null),
    ];

    [Fact]
    public void Each_document_ends_as_it_is_written_here()
    {
        GeneratorInput input = new()
        {
            Files =
            [
                .. Documents.Select(static (document, index) => new GeneratorFile(
                    $"D{index:D2}.yaml", document.Document, new Dictionary<string, string> { ["Namespace"] = $"Hostile.D{index:D2}", ["ClientName"] = "C" })),
            ],
        };
        GeneratorRun run = new GeneratorHarness(input).Run();
        List<string> problems = [.. run.DriverDiagnostics.Where(static diagnostic => diagnostic.Id is "CS8785" or "CLERKGEN090").Select(static diagnostic => diagnostic.ToString())];
        problems.AddRange(run.CompilerDiagnostics.Select(static diagnostic => diagnostic.ToString()));
        problems.AddRange(run.Files.Select(EmittedSource.Parse).SelectMany(static source => source.Escapes(NaughtyStrings.Marker)));

        // Patterns are documentation: nothing runs them, here or in the client.
        problems.AddRange(run.Files.Where(static file => file.Value.Contains("RegularExpressions", StringComparison.Ordinal)).Select(static file => file.Key + ": runs a pattern"));
        for (int i = 0; i < Documents.Length; i++)
        {
            (string name, _, string[] ids, string? emitted) = Documents[i];
            string[] reported =
            [
                .. run.Diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == $"D{i:D2}.yaml" && diagnostic.Severity > DiagnosticSeverity.Info)
                    .Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal),
            ];
            string[] files = [.. run.Files.Where(file => file.Key.StartsWith($"Hostile.D{i:D2}.", StringComparison.Ordinal)).Select(static file => file.Value)];
            if (ids.Except(reported).Any() || (ids.Length == 0 && reported.Length > 0))
            {
                problems.Add($"{name}: reports {string.Join(' ', reported)}");
            }

            if (files.Length == 0 || (emitted is not null && !files.Any(file => file.Contains(emitted, StringComparison.Ordinal))))
            {
                problems.Add($"{name}: does not emit {emitted}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void A_server_with_half_a_character_is_refused()
    {
        var run = DirectRun.Of("""{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "servers": [{ "url": "https://api.example.com/\ud83d" }], "paths": { "/a": { "get": { "responses": { "204": { "description": "OK" } } } } } }""");

        Assert.Equal("CLERKGEN049", Assert.Single(run.Diagnostics).Id);
        Assert.Contains(run.Files, static file => file.Value.Contains("server: null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Namespace", "A; class Pwned { }")]
    [InlineData("Namespace", "A\n{ class Pwned { } }")]
    [InlineData("Namespace", "A.{B}")]
    [InlineData("Namespace", "A..B")]
    [InlineData("Namespace", "../A")]
    [InlineData("ClientName", "C { } class Pwned")]
    [InlineData("ClientName", "C\u2028class Pwned { }")]
    [InlineData("ClientName", "1C")]
    [InlineData("ClientName", "C<T>")]
    [InlineData("Accessibility", "public unsafe")]
    [InlineData("ExcludeDeprecated", "true; class Pwned { }")]
    public void Options_that_are_code_are_refused(string option, string value)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Head + "paths:\n  /a:\n" + Get, "document.yaml", (option, value)));

        Assert.Equal("CLERKGEN062", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("../../x\"; class Pwned { } //.yaml")]
    [InlineData("C:\\a\\..\\b\n#error Pwned\n.yaml")]
    [InlineData("\u202egnp.yaml")]
    [InlineData(".yaml")]
    [InlineData("con.yaml")]
    public void Paths_of_documents_do_not_become_code(string path)
    {
        GeneratorInput input = new() { Files = [new GeneratorFile(path, Head + "paths:\n  /a:\n" + Get, new Dictionary<string, string>())] };
        GeneratorRun run = new GeneratorHarness(input).Run();

        Assert.NotEmpty(run.Files);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Empty(run.Files.Select(EmittedSource.Parse).SelectMany(static source => source.Escapes(NaughtyStrings.Marker)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(400)]
    public void Cancellation_ends_a_run_without_another_exception(int milliseconds)
    {
        string document = Bombs.All.Single(static bomb => bomb.Name == "ring of oneOf").Create(2_000);
        using CancellationTokenSource source = new(milliseconds);
        try
        {
            DirectRun run = DirectRun.Of(document, cancellationToken: source.Token);
            Assert.Empty(run.Failures);
        }
        catch (OperationCanceledException exception)
        {
            Assert.Equal(source.Token, exception.CancellationToken);
        }
    }

    private static string Parameter(string name, string place) =>
        "paths:\n  /a:\n    get: { operationId: getA, parameters: [{ name: \"" + name + "\", in: " + place + ", schema: { type: string } }, { name: q, in: query, schema: { type: string } }], responses: { '204': { description: OK } } }\n";

    private static string Schema(string schema) =>
        "paths:\n  /a:\n    get: { operationId: getA, responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } } }\n"
        + "components:\n  schemas:\n    T: { type: object, properties: { t: { type: string } } }\n    S: { " + schema + " }\n";
}
