using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Tests.Reading;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \n\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_is_one_error(string text)
    {
        ReadDocument document = Documents.Read(text);
        document.AssertOne(ReadDiagnosticKind.NotOpenApi, 1);
        Assert.Null(document.Document);
        Assert.Null(document.Root);
    }

    [Theory]
    [InlineData("just: yaml\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("some text\n")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Something_else_than_OpenAPI_is_one_error(string text)
    {
        ReadDocument document = Documents.Read(text);
        document.AssertOne(ReadDiagnosticKind.NotOpenApi, 1);
        Assert.Null(document.Document);
    }

    [Theory]
    [InlineData("info: {}\nopenapi: 4.0.0\n", 2)]
    [InlineData("swagger: '1.2'\n", 1)]
    [InlineData("openapi: 3.10.0\n", 1)]
    [InlineData("openapi: [3]\n", 1)]
    public void A_version_that_is_not_known_is_one_error_at_its_line(string text, int line) =>
        Documents.Read(text).AssertOne(ReadDiagnosticKind.UnsupportedVersion, line);

    [Theory]
    [InlineData("swagger: 2.0")]
    [InlineData("swagger: '2.0'")]
    [InlineData("openapi: 3.0.3")]
    [InlineData("openapi: 3.1")]
    [InlineData("openapi: '3.2.0'")]
    [InlineData("openapi: 3.1.0-rc1")]
    public void Every_known_version_is_read(string version)
    {
        ReadDocument document = Documents.Read(version + "\ninfo: { title: T, version: 1.10 }\npaths: { /a: { get: { responses: { 200: { description: d } } } } }\n");
        Assert.Empty(document.Diagnostics);
        Assert.Equal("1.10", document.Document!.Info.Version);
        Assert.Equal("d", Assert.Single(Assert.Single(document.Document.Paths).Value.Operations!).Value.Responses!["200"].Description);
    }

    [Fact]
    public void Every_operation_arrives()
    {
        ReadDocument document = Documents.Read("""
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get: {}
                put: {}
                post: {}
                delete: {}
                options: {}
                head: {}
                patch: {}
                trace: {}
                query: {}
                additionalOperations: { COPY: {}, LINK: {} }
            x-webhooks: { old: { post: {} } }
            webhooks: { created: { post: {} } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(
            ["COPY", "DELETE", "GET", "HEAD", "LINK", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"],
            document.Document!.Paths["/a"].Operations!.Keys.Select(method => method.Method).Order(StringComparer.Ordinal));
        Assert.Equal(["created", "old"], document.Document.Webhooks!.Keys);
    }

    [Fact]
    public void Missing_parts_are_never_null()
    {
        ReadDocument document = Documents.Read("openapi: 3.0.0\n");
        Assert.NotNull(document.Document!.Info);
        Assert.NotNull(document.Document.Paths);
        Assert.NotNull(document.Document.Components);
        Assert.All(document.Diagnostics, diagnostic => Assert.Equal(ReadDiagnosticKind.RuleBroken, diagnostic.Kind));
    }

    [Theory]
    [InlineData("x-a: 1\npaths: []\n", 4)]
    [InlineData("servers: { url: /v1 }\npaths: {}\n", 3)]
    [InlineData("paths:\n  /a: 12\n", 4)]
    [InlineData("paths:\n  /a:\n    get: text\n", 5)]
    [InlineData("paths:\n  /a:\n    get:\n      parameters: { name: a }\n", 6)]
    [InlineData("paths:\n  /a:\n    get:\n      parameters:\n        - name: a\n", 7)]
    [InlineData("paths:\n  /a:\n    get:\n      parameters:\n        - name: a\n          in: nowhere\n", 8)]
    [InlineData("paths:\n  //evil.example/a: { get: {} }\n", 4)]
    [InlineData("paths:\n  /a/../b: { get: {} }\n", 4)]
    [InlineData("paths:\n  /a/%2e%2E/b: { get: {} }\n", 4)]
    [InlineData("paths:\n  /a:\n    additionalOperations:\n      'GET IT': {}\n", 6)]
    [InlineData("components:\n  securitySchemes:\n    a: { type: magic }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: []\n", 5)]
    public void A_part_without_the_right_form_is_left_out_and_reported_at_its_line(string text, int line)
    {
        ReadDocument document = Documents.Read(Documents.Head + text);
        document.AssertOne(ReadDiagnosticKind.UnreadablePart, line);
        Assert.NotNull(document.Document);
    }

    [Theory]
    [InlineData("paths: {}\nsevers: []\n", 4)]
    [InlineData("paths:\n  a: {}\n", 4)]
    [InlineData("paths:\n  /a/{b}: {}\n  /a/{c}: {}\n", 5)]
    [InlineData("paths:\n  /a/{b}:\n    parameters:\n      - name: b\n        in: path\n        schema: {}\n", 6)]
    [InlineData("components:\n  schemas:\n    a: { type: quux }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: { description: [] }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: { maxLength: 1.5 }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: { readOnly: maybe }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: { required: true }\n", 5)]
    [InlineData("components:\n  schemas:\n    a: null\n", 5)]
    [InlineData("components:\n  parameters:\n    a: { name: a, in: query }\n", 5)]
    [InlineData("components:\n  callbacks:\n    a: { '': {} }\n", 5)]
    public void A_broken_rule_is_reported_at_its_line_and_has_no_other_effect(string text, int line)
    {
        ReadDocument document = Documents.Read(Documents.Head + text);
        document.AssertOne(ReadDiagnosticKind.RuleBroken, line);
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void The_same_unknown_field_is_reported_once()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths:\n  /a:\n    get: { sumary: a }\n    put: { sumary: b }\n");
        document.AssertOne(ReadDiagnosticKind.RuleBroken, 5);
    }

    [Fact]
    public void A_limit_that_exceeds_its_type_is_ignored()
    {
        ReadDocument document = Documents.Read(
            Documents.Head + "components: { schemas: { a: { type: string, maxLength: 9223372036854775807, minLength: '2', multipleOf: 1e999 } } }\n");
        Assert.Empty(document.Diagnostics);
        Assert.Null(document.Document!.Components!.Schemas!["a"].MaxLength);
        Assert.Equal(2, document.Document.Components.Schemas["a"].MinLength);
    }

    [Fact]
    public void A_part_that_Microsoft_OpenApi_throws_for_is_left_out_and_the_rest_is_read()
    {
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        SourceFile file = new(Documents.File("a.yaml", """
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /good: { get: {} }
              /bad:
                get: { parameters: [{ name: a, in: query, schema: { maxLength: 99999999999 } }] }
            components:
              schemas:
                Good: { type: string }
                Bad: { minLength: many }
            """));
        ObjectNode root = (ObjectNode)YamlTextReader.Read(file, context)!;
        Microsoft.OpenApi.OpenApiDocument? document = new OpenApiModelReader(context).Read(root, out _);
        Assert.Equal(["/good"], document!.Paths.Keys);
        Assert.Equal(["Good"], document.Components!.Schemas!.Keys);
        Assert.Equal(
            [(ReadDiagnosticKind.UnreadablePart, "/paths/~1bad", 4), (ReadDiagnosticKind.UnreadablePart, "/components/schemas/Bad", 9)],
            context.Diagnostics.Select(diagnostic => (diagnostic.Kind, diagnostic.Pointer, diagnostic.Position.Line)));
    }

    [Fact]
    public void Positions_are_those_of_the_original_text()
    {
        const string Text = Documents.Head + "paths:\n  /a b:\n    get:\n      responses:\n        200:\n          description: ok\n      tags: [x, y]\n";
        ReadDocument document = Documents.Read(Text);
        Assert.Equal((3, 2), LineAndColumn(document.Locate("/paths/~1a b")));
        Assert.Equal((3, 2), LineAndColumn(document.Locate("#/paths/~1a%20b")));
        Assert.Equal((6, 8), LineAndColumn(document.Locate("#/paths/~1a b/get/responses/200")));
        Assert.Equal((8, 16), LineAndColumn(document.Locate("/paths/~1a b/get/tags/1")));
        Assert.Equal((8, 6), LineAndColumn(document.Locate("/paths/~1a b/get/tags/7/nothing")));
        Assert.Equal((0, 0), LineAndColumn(document.Locate("/nothing")));
        Assert.Equal("responses".Length, document.Locate("/paths/~1a b/get/responses").Length);
    }

    private static (int Line, int Column) LineAndColumn(Position position) => (position.Line, position.Column);
}
