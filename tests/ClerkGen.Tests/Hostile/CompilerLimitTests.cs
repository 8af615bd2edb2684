using System.Globalization;
using System.Text;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Hostile;

/// <summary>
/// Documents at the limits of the compiler and of assemblies: the heap of strings, names, locals, switches, nested expressions and types,
/// attributes. What is emitted for them compiles down to the assembly, which finds faults that binding does not.
/// </summary>
public sealed class CompilerLimitTests
{
    private const string Head = """{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], """;
    private const string Answer = """ "responses": { "204": { "description": "OK" } } """;

    private static readonly Dictionary<string, Func<string>> Documents = new()
    {
        // The most characters of literals that one client has, nearly.
        ["heap of strings, by paths"] = static () => Paths(Join(780, static i => Operation($"/{Text(7_900)}{i}", $"a{i}"))),
        ["heap of strings, by names of parameters"] = static () => Paths(Join(600, static i => $$"""
            "/a{{i}}": { "get": { "operationId": "a{{i}}", "parameters": [{ "name": "{{Text(7_800)}}{{i}}", "in": "query", "schema": { "type": "string" } }], {{Answer}} } }
            """)),
        ["heap of strings, by values of enums"] = static () => Schema($$"""{ "type": "string", "enum": [{{Join(2_000, static i => $"\"{i}{Text(2_000)}\"")}}] }"""),
        ["heap of strings, by escapes"] = static () => Paths(Join(50, static i => Operation($"/{new string('\u00e9', 7_000)}{i}", $"a{i}"))),
        ["long identifiers of three bytes each"] = static () => Head + $$"""
            "paths": { "/a": { "get": { "operationId": "{{Hangul(1)}}", "tags": ["{{Hangul(2)}}"], "parameters": [{ "name": "{{Hangul(3)}}", "in": "query", "schema": { "type": "string", "enum": ["{{Hangul(4)}}"] } }], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{Hangul(5)}}" } } } }, "400": { "description": "no", "content": { "application/json": { "schema": { "type": "object", "properties": { "{{Hangul(6)}}": { "type": "object", "properties": { "{{Hangul(7)}}": { "oneOf": [{ "type": "object", "properties": { "{{Hangul(8)}}": {} } }, { "type": "string" }] } } } } } } } } } } } },
            "components": { "schemas": { "{{Hangul(5)}}": { "type": "object", "properties": { "{{Hangul(9)}}": { "type": "string" } } } }, "securitySchemes": { "{{Hangul(10)}}": { "type": "http", "scheme": "bearer" } } } }
            """,
        ["long words without an end"] = static () => Paths(Join(40, static i => Operation($"/a{i}", new string('a', 8_000) + i, new string('b', 8_000) + (i % 3)))),
        ["locals and cases of one method"] = static () => Paths($$"""
            "/a": { "post": { "operationId": "a", "parameters": [{{Join(3_000, static i => $$"""{ "name": "q{{i}}", "in": "{{(i % 2 == 0 ? "query" : "header")}}", "schema": { "type": "integer" } }""")}}], "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { {{Join(1_999, static i => $$""" "p{{i}}": { "type": "array", "items": { "type": "integer" } }""")}} } } } } }, {{Answer}} } }
            """),
        ["parameters of one path"] = static () => Paths(Operation(string.Concat(Enumerable.Range(0, 900).Select(static i => $"/{{p{i}}}")), "a")),
        ["nested types"] = static () => Schema(Nested(38, """{ "type": "object", "required": ["p"], "properties": { "p": """, " } }")),
        ["nested lists and maps"] = static () => Schema(Nested(30, """{ "type": "array", "items": { "type": "object", "additionalProperties": """, " } }")),
        ["nested unions"] = static () => Schema(Nested(24, """{ "oneOf": [{ "type": "string" }, { "type": "object", "required": ["p"], "properties": { "p": """, " } }] }")),
        ["many types of few members"] = static () => Head + $$""" "paths": {}, "components": { "schemas": { {{Join(900, static i => $$""" "S{{i}}": { "type": "string", "enum": ["a{{i}}", "b"] }""")}} } } }""",
        ["many keys of many variants"] = static () => Mapping(keys: 20_000, variants: 300),
        ["texts of attributes and documentation"] = static () => Schema($$"""
            { "type": "object", "deprecated": true, "x-deprecation-reason": "{{Text(60_000)}}", "description": "{{Text(60_000)}}", "properties": { {{Join(40, static i => $$""" "p{{i}}": { "type": "string", "deprecated": true, "description": "Use another: {{Text(20_000)}}" }""")}} } }
            """),
        ["numbers at their ends"] = static () => Schema("""
            { "type": "object", "required": ["a", "b", "c", "d", "e"], "properties": { "a": { "const": 9223372036854775807 }, "b": { "const": -9223372036854775808 }, "c": { "type": "number", "const": 1.7976931348623157e308 }, "d": { "type": "integer", "enum": [9223372036854775807, -9223372036854775808, 0] }, "e": { "type": "number", "const": 5e-324 } } }
            """),
        ["server of many variables"] = static () => Head.Replace("https://api.example.com\" }", $"https://api.example.com/{string.Concat(Enumerable.Range(0, 1_200).Select(static i => $"{{v{i}}}"))}\", \"variables\": {{ {Join(1_200, static i => $$""" "v{{i}}": { "default": "a", "enum": ["a", "b"] }""")} }} }}", StringComparison.Ordinal)
            + $$""" "paths": { {{Operation("/a", "a")}} } }""",
        ["names that collide in every case"] = static () => Schema($$"""{ "type": "object", "properties": { {{Join(400, static i => $"\"{Cased(i)}\": {{ \"type\": \"object\", \"properties\": {{ \"a\": {{}} }} }}")}} } }"""),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_at_a_limit_of_the_compiler_compiles_to_an_assembly(string name)
    {
        var run = DirectRun.Of(Documents[name]());

        Assert.Empty(run.Failures);
        Assert.NotEmpty(run.Files);
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);
        SyntaxTree[] trees = [.. run.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, options, file.Key, Encoding.UTF8))];
        Assert.Empty(GeneratorHarness.Compilation("Limits", trees).Emit(Stream.Null).Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(3));
    }

    // Emitted code that is looked up in a table, and not in a switch whose cost grows with the square of its cases.
    [Fact]
    public void Code_grows_with_the_keys_of_a_mapping_and_not_faster()
    {
        long few = Length(4_000);
        Assert.InRange(Length(16_000), few, 4 * few);

        static long Length(int keys) => DirectRun.Of(Mapping(keys, variants: 50)).Files.Sum(static file => (long)file.Value.Length);
    }

    private static string Paths(string paths) => Head + $$""" "paths": { {{paths}} } }""";

    private static string Schema(string schema) => Head + $$"""
        "paths": { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S" } } } } } } } },
        "components": { "schemas": { "S": {{schema}} } } }
        """;

    private static string Mapping(int keys, int variants) => Head + $$"""
        "paths": {}, "components": { "schemas": { "S": { "oneOf": [{{Join(variants, static i => $$"""{ "$ref": "#/components/schemas/V{{i}}" }""")}}], "discriminator": { "propertyName": "k", "mapping": { {{Join(keys, i => $$""" "key{{i}}": "#/components/schemas/V{{i % variants}}" """)}} } } },
        {{Join(variants, static i => $$""" "V{{i}}": { "type": "object", "properties": { "k": { "type": "string" }, "p{{i}}": { "type": "string" } } }""")}} } } }
        """;

    private static string Operation(string path, string id, string? tag = null) =>
        $$""" "{{path}}": { "get": { "operationId": "{{id}}", {{(tag is null ? "" : $"\"tags\": [\"{tag}\"],")}} {{Answer}} } }""";

    private static string Nested(int levels, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + """{ "type": "string" }""" + string.Concat(Enumerable.Repeat(close, levels));

    // Words, so that lines of documentation break.
    private static string Text(int length) => new StringBuilder().Insert(0, "word-", (length / 5) + 1).ToString(0, length);

    private static string Hangul(int number) => new((char)(0xAC00 + number), 400);

    private static string Cased(int number) => string.Concat(Enumerable.Range(0, 9).Select(bit => (number >> bit & 1) == 0 ? 'a' : 'A'));

    private static string Join(int count, Func<int, string> item) =>
        string.Join(",\n", Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{item(i)}")));
}
