using System.Globalization;
using System.Text;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Testing.Hostile;

/// <summary>A document that tries to keep the compiler busy, to fill its memory or to end its stack.</summary>
/// <param name="Name">Its kind.</param>
/// <param name="Path">Its path, whose extension says what it is.</param>
/// <param name="Create">Writes it, in a size of choice.</param>
public sealed record Bomb(string Name, string Path, Func<int, string> Create)
{
    /// <summary>An overlay for it, in a size of choice; null for none.</summary>
    public Func<int, string>? Overlay { get; init; }

    /// <summary>Metadata of its item, in a size of choice; null for none.</summary>
    public Func<int, (string Name, string Value)>? Option { get; init; }

    /// <summary>C# of the project, in a size of choice; null for none.</summary>
    public Func<int, string>? Source { get; init; }

    /// <summary>All that the generator is handed.</summary>
    public GeneratorInput Input(int size) => Source is null ? WithoutSource(size) : WithoutSource(size) with { Sources = [Source(size)] };

    private GeneratorInput WithoutSource(int size)
    {
        List<(string, string)> metadata = [];
        if (Option is not null)
        {
            metadata.Add(Option(size));
        }

        if (Overlay is null)
        {
            return GeneratorInput.Of(Create(size), Path, [.. metadata]);
        }

        metadata.Add(("Overlay", "overlay.yaml"));
        GeneratorInput input = GeneratorInput.Of(Create(size), Path, [.. metadata]);
        return input with { Files = [.. input.Files, new GeneratorFile("overlay.yaml", Overlay(size), null)] };
    }
}

/// <summary>Documents that are small or legal, and costly to anybody who is careless.</summary>
public static class Bombs
{
    internal const string Head = """{ "openapi": "3.1.0", "info": { "title": "Bomb", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], """;
    internal const string User = """ "paths": { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S0" } } } } } } } }, """;

    // A shared part has one size in small and large bombs, so costs still grow with the size.
    private const int Wide = 400;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Bomb> All { get; } =
    [
        Schemas("chain of references", (i, n) => i + 1 < n ? Reference(i + 1) : "{}"),
        Schemas("ring of references", (i, n) => Reference((i + 1) % n)),
        Schemas("chain of allOf", (i, n) => $$"""{ "allOf": [{{Reference((i + 1) % n)}}], "properties": { "p{{i}}": { "type": "string" } } }"""),
        Schemas("chain of allOf, inherited twice", (i, n) => i + 1 < n ? $$"""{ "allOf": [{{Reference(i + 1)}}, { "allOf": [{{Reference(i + 1)}}] }], "properties": { "p{{i}}": { "type": "string" } } }""" : """{ "type": "object" }"""),
        Schemas("ring of oneOf", (i, n) => $$"""{ "oneOf": [{{Reference((i + 1) % n)}}, { "type": "object", "properties": { "p{{i}}": { "type": "string" } } }] }"""),
        Schemas("doubling oneOf", (i, n) => i + 1 < n ? $$"""{ "oneOf": [{{Reference(i + 1)}}, { "anyOf": [{{Reference(i + 1)}}, {{Reference(i + 1)}}] }, { "type": "object", "required": ["p{{i}}"], "properties": { "p{{i}}": { "type": "string" } } }] }""" : """{ "type": "string" }"""),
        Schemas("ring of items", (i, n) => $$"""{ "type": "array", "items": {{Reference((i + 1) % n)}} }"""),
        Schemas("ring of additionalProperties", (i, n) => $$"""{ "type": "object", "additionalProperties": {{Reference((i + 1) % n)}} }"""),
        Schemas("ring of properties", (i, n) => $$"""{ "type": "object", "properties": { "next": {{Reference((i + 1) % n)}} } }"""),
        Schemas("ring of negations", (i, n) => $$"""{ "not": {{Reference((i + 1) % n)}}, "type": "object", "properties": { "a": { "type": "string" } } }"""),
        Schemas("discriminators of each other", (i, n) => $$"""{ "oneOf": [{{Reference((i + 1) % n)}}, {{Reference((i + 2) % n)}}], "discriminator": { "propertyName": "kind" } }"""),
        Schemas("everything derived from one base", (i, n) => i == 0 ? """{ "type": "object", "discriminator": { "propertyName": "kind" }, "properties": { "kind": { "type": "string" } } }""" : $$"""{ "allOf": [{{Reference(0)}}, { "properties": { "p{{i}}": { "type": "string" } } }] }"""),
        Schemas("unions of one huge union", (i, n) => i == 0 ? Alternatives(Wide) : $$"""{ "oneOf": [{{Reference(0)}}, { "type": "object", "required": ["q{{i}}"], "properties": { "q{{i}}": { "type": "string" } } }] }"""),
        Schemas("one huge union under other names", (i, n) => i == 0 ? Alternatives(Wide) : $$"""{ "allOf": [{{Reference(0)}}, { "required": ["q{{i}}"] }] }"""),
        Schemas("classes on one huge base", (i, n) => i == 0 ? Properties(Wide) : $$"""{ "allOf": [{{Reference(0)}}, { "properties": { "q{{i}}": { "type": "string" } } }] }"""),
        Schemas("enums that hold one huge enum", (i, n) => i == 0 ? $$"""{ "type": "string", "enum": [{{Join(Wide, k => $"\"v{k}\"")}}] }""" : $$"""{ "anyOf": [{{Reference(0)}}, { "type": "string", "enum": ["w{{i}}"] }] }"""),
        Schemas("one list of lists in many places", (i, n) => i < 95 ? $$"""{ "type": "array", "items": {{(i == 94 ? "{}" : Reference(i + 1))}} }""" : $$"""{ "type": "object", "properties": { "p{{i}}": {{Reference(0)}} } }"""),
        One("huge oneOf", n => $$"""{ "oneOf": [{{Join(n, i => $$"""{ "type": "object", "required": ["k{{i}}"], "properties": { "k{{i}}": { "type": "string" } } }""")}}] }"""),
        One("huge oneOf of constants", n => $$"""{ "oneOf": [{{Join(n, i => $$"""{ "type": "object", "required": ["kind"], "properties": { "kind": { "const": "k{{i}}" } } }""")}}] }"""),
        One("huge allOf", n => $$"""{ "allOf": [{{Join(n, i => $$"""{ "properties": { "k{{i}}": { "type": "string" } } }""")}}] }"""),
        One("huge enum", n => $$"""{ "type": "string", "enum": [{{Join(n, i => $"\"value-{i}\"")}}] }"""),
        One("huge enum of one name", n => $$"""{ "type": "string", "enum": [{{Join(n, i => $"\"a{Signs(i)}\"")}}] }"""),
        One("huge object", n => $$"""{ "type": "object", "properties": { {{Join(n, i => $$""" "property-{{i}}": { "type": "string" }""")}} } }"""),
        One("huge object of one name", n => $$"""{ "type": "object", "properties": { {{Join(n, i => $$""" "a{{Signs(i)}}": { "type": "string" }""")}} } }"""),
        One("huge required", n => $$"""{ "type": "object", "required": [{{Join(n, i => $"\"r{i}\"")}}], "properties": { {{Join(n, i => $$""" "r{{i}}": { "type": "integer" }""")}} } }"""),
        One("inline objects of one name", n => $$"""{ "type": "object", "properties": { {{Join(n, i => $$""" "a{{Signs(i)}}": { "type": "object", "properties": { "q{{i}}": { "type": "string" } } }""")}} } }"""),
        One("huge mapping", n => $$"""{ "oneOf": [{{Reference(0)}}, { "type": "object", "properties": { "a": { "type": "string" } } }], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, i => $$""" "v{{i}}": "#/components/schemas/S0" """)}} } } }"""),
        One("description of brackets", n => $$"""{ "type": "object", "description": "{{Repeat("[", n * 20)}}", "properties": { "a": { "type": "string" } } }"""),
        One("description of links", n => $$"""{ "type": "object", "description": "{{Repeat("[a](", n * 10)}}", "properties": { "a": { "type": "string" } } }"""),
        One("description of backticks", n => $$"""{ "type": "object", "description": "{{Repeat("`a``b```", n * 5)}}", "properties": { "a": { "type": "string" } } }"""),
        One("description of one run of backticks", n => $$"""{ "type": "object", "description": "{{Repeat("`", n * 20)}}", "properties": { "a": { "type": "string" } } }"""),
        One("description of a long item", n => $$"""{ "type": "object", "description": "- a{{Repeat("\\nb", n * 10)}}", "properties": { "a": { "type": "string" } } }"""),
        One("description of asterisks", n => $$"""{ "type": "object", "description": "{{Repeat("*<br>", n * 10)}}", "properties": { "a": { "type": "string" } } }"""),
        Paths("operations with one huge form", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "post": { "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/F" } } } }, "responses": { "204": { "description": "OK" } } } }"""), n => $$""" "schemas": { "F": {{Properties(Wide)}} }"""),
        Paths("multipart body of unions of each other", n => $$"""{{Quote("/a")}}: { "post": { "requestBody": { "content": { "multipart/form-data": { "schema": {{Reference(0)}} } } }, "responses": { "204": { "description": "OK" } } } }""", n => $$""" "schemas": { {{Join(n, i => $$""" {{Quote($"S{i}")}}: { "oneOf": [{{Reference((i + 1) % n)}}, {{Reference((i + 2) % n)}}, { "type": "object", "properties": { "p{{i}}": { "type": "string" }, "same": { "type": "string", "maxLength": {{i}} } } }] }""")}} }"""),
        Paths("operations with one multipart body of huge alternatives", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "post": { "requestBody": { "content": { "multipart/form-data": { "schema": { "$ref": "#/components/schemas/F" } } } }, "responses": { "204": { "description": "OK" } } } }"""), n => $$""" "schemas": { "F": {{Alternatives(Wide)}} }"""),
        Paths("query in a path of many parameters", n => Operation("/a?" + string.Join('&', Enumerable.Range(0, n).Select(static i => $"q{i}={{p{i}}}")), "a")),
        Paths("paths with the same huge parameters", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "$ref": "#/components/pathItems/P" }"""), n => $$""" "pathItems": { "P": { "get": { "parameters": [{{Join(Wide, i => $$"""{ "name": "q{{i}}", "in": "query", "schema": { "type": "string" } }""")}}], "responses": { "204": { "description": "OK" } } } } }"""),
        Paths("operations with the same huge security", n => $$"""{{Join(n, i => $$"""{{Quote($"/a{i}")}}: { "get": { "responses": { "204": { "description": "OK" } } } }""")}} }, "security": [{{Join(Wide, i => $$"""{ "k{{i}}": [] }""")}}], "x": {""", n => $$""" "securitySchemes": { {{Join(Wide, i => $$""" "k{{i}}": { "type": "apiKey", "in": "header", "name": "X-K{{i}}" }""")}} }"""),
        Paths("operation id of many words", n => Operation("/a", Repeat("a-", n * 5))),
        Paths("operation id of one long word", n => Operation("/a", Repeat("a", n * 5))),
        Paths("path of many segments", n => Operation(Repeat("/a", n), "a")),
        Paths("path of many parameters", n => Operation(Repeat("/{a}", n), "a")),
        Paths("operations of one name", n => Join(n, i => Operation($"/a/{Signs(i)}", "same"))),
        Paths("operations without a name", n => Join(n, i => Operation($"/{Signs(i)}", null))),
        Paths("a group for each operation", n => Join(n, i => Operation($"/a{i}", $"b{i}", tag: $"t{i}"))),
        Paths("groups of one name", n => Join(n, i => Operation($"/a{i}", $"b{i}", tag: $"t{Signs(i)}"))),
        Paths("many query parameters", n => Parameters(n, i => $"q{i}", "query")),
        Paths("many headers", n => Parameters(n, i => $"h{i}", "header")),
        Paths("parameters of one name", n => Parameters(n, i => $"a{Signs(i)}", "query")),
        Paths("parameters that stand twice", n => Parameters(n, i => "q", "query")),
        Paths("many media types", n => $$"""{{Quote("/a")}}: { "post": { "operationId": "a", "requestBody": { "content": { {{Join(n, i => $$""" "application/x-{{i}}": { "schema": { "type": "string" } }""")}} } }, "responses": { "204": { "description": "OK" } } } }"""),
        Paths("many statuses", n => $$"""{{Quote("/a")}}: { "post": { "operationId": "a", "responses": { {{Join(Math.Min(n, 500), i => $$""" "{{599 - i}}": { "description": "OK", "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } }""")}} } } }"""),
        Paths("many alternatives of security", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "security": [{{Join(n, i => $$"""{ "k{{i}}": [] }""")}}], "responses": { "204": { "description": "OK" } } } }""", n => $$""" "securitySchemes": { {{Join(n, i => $$""" "k{{i}}": { "type": "apiKey", "in": "header", "name": "X-K{{i}}" }""")}} }"""),
        Paths("schemes of one name", n => Operation("/a", "a"), n => $$""" "securitySchemes": { {{Join(n, i => $$""" "k{{Signs(i)}}": { "type": "apiKey", "in": "header", "name": "X-K{{i}}" }""")}} }"""),
        Paths("many references to nothing", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "responses": { "200": { "$ref": "#/components/responses/None{{i}}" } } } }""")),
        Paths("many callbacks", n => $$"""{{Quote("/a")}}: { "post": { "operationId": "a", "callbacks": { {{Join(n, i => $$""" "c{{i}}": { "{$request.body#/u}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } }, "responses": { "204": { "description": "OK" } } } } }""")}} }, "responses": { "204": { "description": "OK" } } } }"""),
        Paths("ring of path items", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "$ref": "#/paths/~1a{{(i + 1) % n}}" }""")),
        Paths("ring of parameters", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "parameters": [{ "$ref": "#/components/parameters/P0" }], "responses": { "204": { "description": "OK" } } } }""", n => $$""" "parameters": { {{Join(n, i => $$""" "P{{i}}": { "$ref": "#/components/parameters/P{{(i + 1) % n}}" }""")}} }"""),
        Paths("ring of responses", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "responses": { "200": { "$ref": "#/components/responses/R0" } } } }""", n => $$""" "responses": { {{Join(n, i => $$""" "R{{i}}": { "$ref": "#/components/responses/R{{(i + 1) % n}}" }""")}} }"""),
        new("deep schema", "bomb.json", n => Head + User + $$""" "components": { "schemas": { "S0": {{Repeat("""{ "properties": { "p": """, n)}}{}{{Repeat(" } }", n)}} } } }"""),
        new("deep example", "bomb.json", n => Head + User + $$""" "components": { "schemas": { "S0": { "type": "object", "properties": { "a": { "type": "string", "example": {{Repeat("[", n)}}{{Repeat("]", n)}} } } } } } }"""),
        new("deep flow of YAML", "bomb.yaml", n => "openapi: 3.1.0\ninfo: { title: a, version: '1' }\nx-a: " + Repeat("[", n) + Repeat("]", n) + "\npaths: {}\n"),
        new("deep blocks of YAML", "bomb.yaml", n => "openapi: 3.1.0\ninfo: { title: a, version: '1' }\nx-a:\n" + string.Concat(Enumerable.Range(1, Math.Min(n, 2000)).Select(i => new string(' ', i) + "a:\n"))),
        new("doubling aliases", "bomb.yaml", n => Yaml(Math.Min(n, 60), i => $"    S{i}: &l{i} {{ type: object, properties: {{ a: *l{i - 1}, b: *l{i - 1}, c: *l{i - 1} }} }}\n")),
        new("doubling aliases in an example", "bomb.yaml", n => Yaml(Math.Min(n, 60), i => $"    S{i}: {{ type: object, example: &l{i} {{ a: *l{i - 1}, b: *l{i - 1}, c: *l{i - 1} }} }}\n")),
        new("doubling merge keys", "bomb.yaml", n => Yaml(Math.Min(n, 60), i => $"    S{i}: &l{i} {{ <<: [*l{i - 1}, *l{i - 1}], x-a{i}: a }}\n")),
        new("one text in many places", "bomb.yaml", n => "openapi: 3.1.0\ninfo: { title: a, version: '1' }\nx-a: &a \"" + Repeat("word ", 1600) + "\"\npaths: {}\ncomponents:\n  schemas:\n    S0:\n      type: object\n      properties:\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"        p{i}: {{ type: string, description: *a }}\n"))),
        new("many anchors", "bomb.yaml", n => Yaml(n, i => $"    S{i}: &l{i} {{ type: object, properties: {{ a: *l0 }} }}\n")),
        new("anchor that contains itself", "bomb.yaml", n => "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    S0: &a { type: object, properties: { self: *a } }\n"),
        new("ring of merge keys", "bomb.yaml", n => "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\nx-a: &a { <<: &b { <<: *a } }\n"),
        .. InputBombs.All,
        .. DeclarationBombs.All,
    ];

    private static string Alternatives(int count) =>
        $$"""{ "oneOf": [{{Join(count, i => $$"""{ "type": "object", "required": ["k{{i}}"], "properties": { "k{{i}}": { "type": "string" } } }""")}}] }""";

    private static string Properties(int count) => $$"""{ "type": "object", "properties": { {{Join(count, i => $$""" "k{{i}}": { "type": "string" }""")}} } }""";

    internal static Bomb Schemas(string name, Func<int, int, string> schema) => new(
        name, "bomb.json", n => Head + User + $$""" "components": { "schemas": { {{Join(n, i => $"\"S{i}\": {schema(i, n)}")}} } } }""");

    internal static Bomb One(string name, Func<int, string> schema) => new(
        name, "bomb.json", n => Head + User + $$""" "components": { "schemas": { "S0": {{schema(n)}} } } }""");

    internal static Bomb Paths(string name, Func<int, string> paths, Func<int, string>? components = null) => new(
        name, "bomb.json", n => Head + $$""" "paths": { {{paths(n)}} }, "components": { {{components?.Invoke(n)}} } }""");

    internal static string Operation(string path, string? id, string? tag = null) =>
        $$"""{{Quote(path)}}: { "get": { {{(id is null ? "" : "\"operationId\": " + Quote(id) + ",")}} {{(tag is null ? "" : "\"tags\": [" + Quote(tag) + "],")}} "responses": { "204": { "description": "OK" } } } }""";

    internal static string Parameters(int count, Func<int, string> name, string place) =>
        $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "parameters": [{{Join(count, i => $$"""{ "name": {{Quote(name(i))}}, "in": "{{place}}", "schema": { "type": "string" } }""")}}], "responses": { "204": { "description": "OK" } } } }""";

    internal static string Yaml(int count, Func<int, string> line) =>
        "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    S0: &l0 { type: object, x-a0: a }\n" + string.Concat(Enumerable.Range(1, count).Select(line));

    internal static string Reference(int i) => string.Create(CultureInfo.InvariantCulture, $$"""{ "$ref": "#/components/schemas/S{{i}}" }""");

    internal static string Join(int count, Func<int, string> item) => string.Join(",\n", Enumerable.Range(0, count).Select(item));

    internal static string Quote(string text) => '"' + text + '"';

    /// <summary>Signs that no identifier has, others for each number: names with them are alike once they are identifiers.</summary>
    internal static string Signs(int i) => new([(char)(0x2580 + (i / 8100 % 90)), (char)(0x2580 + (i / 90 % 90)), (char)(0x2580 + (i % 90))]);

    internal static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
