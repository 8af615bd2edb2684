using static ClerkGen.Testing.Hostile.Bombs;

namespace ClerkGen.Testing.Hostile;

/// <summary>Documents with many components of each kind, many small texts, and the options that <see cref="InputBombs"/> leaves out.</summary>
internal static class ComponentBombs
{
    private const string Answer = """ "responses": { "204": { "description": "OK" } } """;

    // A shared part has one size in small and large bombs, so costs still grow with the size.
    private const int Wide = 60;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Bomb> All { get; } =
    [
        Mapped("many keys over few schemas", static n => Math.Min(n, 900), static (i, schemas) => i % schemas),
        Mapped("all keys for one of many schemas", static n => Math.Min(n, 900), static (_, _) => 0),
        One("mapping to schemas that do not exist", n => $$"""{ "oneOf": [{{Reference(0)}}], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, static i => $$""" "v{{i}}": "#/components/schemas/None{{i}}" """)}} } } }"""),
        One("variants that differ in the last constant", n => $$"""{ "oneOf": [{{Join(n, i => $$"""{ "type": "object", "required": ["a"], "properties": { {{Join(Wide, k => $$""" "c{{k}}": { "const": "{{(i == n - 1 ? 0 : i)}}" }""")}}, "a": { "type": "string" } } }""")}}] }"""),
        One("enum of numbers", n => $$"""{ "type": "integer", "enum": [{{Join(n, static i => $"{i}")}}] }"""),
        One("enum of all kinds", n => $$"""{ "enum": [{{Join(n, static i => (i % 3) switch { 0 => $"\"v{i}\"", 1 => $"{i}", _ => $"{i}.5" })}}] }"""),
        One("enum with names and descriptions", n => $$"""{ "type": "string", "enum": [{{Join(n, static i => $"\"v{i}\"")}}], "x-enum-varnames": [{{Join(n, static i => $"\"Name{i}\"")}}], "x-enum-descriptions": [{{Join(n, static i => $"\"Text {i}.\"")}}] }"""),
        One("constants that are alternatives", n => $$"""{ "oneOf": [{{Join(n, static i => $$"""{ "const": "v{{i}}", "title": "T{{i}}", "description": "D" }""")}}] }"""),
        One("defaults", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "array", "items": { "type": "string" }, "default": ["a", "b{{i}}"] }""")}} } }"""),
        One("long default", n => $$"""{ "type": "object", "properties": { "a": { "type": "string", "default": "{{Repeat("word ", n * 4)}}" } } }"""),
        One("examples of members", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string", "example": "e{{i}}", "examples": ["a", "b"] }""")}} } }"""),
        One("patterns of members", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string", "pattern": "^([a-z]+)+{{i}}$" }""")}} } }"""),
        One("descriptions of members", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string", "description": "See [the page](https://example.com/{{i}}) and `p{{i}}`.\\n\\n- one\\n- two" }""")}} } }"""),
        One("extensions of members", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string", "x-a{{i}}": { "b": [1, 2] } }""")}} } }"""),
        One("dependent schemas", n => $$"""{ "type": "object", "properties": { "a": { "type": "string" } }, "dependentSchemas": { {{Join(n, static i => $$""" "p{{i}}": { "properties": { "q{{i}}": { "type": "string" } } }""")}} } }"""),
        One("required members that no schema describes", n => $$"""{ "type": "object", "required": [{{Join(n, static i => $"\"r{i}\"")}}], "properties": { "a": { "type": "string" } } }"""),
        One("fixed items of lists", n => $$"""{ "type": "array", "prefixItems": [{{Join(n, static i => $$"""{ "type": "object", "properties": { "p{{i}}": { "type": "string" } } }""")}}] }"""),
        Paths("components of parameters", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "parameters": [{ "$ref": "#/components/parameters/P{{i}}" }], {{Answer}} } }"""), n => $$""" "parameters": { {{Join(n, static i => $$""" "P{{i}}": { "name": "q{{i}}", "in": "query", "schema": { "type": "string" } }""")}} }"""),
        Paths("components of responses", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "responses": { "200": { "$ref": "#/components/responses/R{{i}}" } } } }"""), n => $$""" "responses": { {{Join(n, static i => $$""" "R{{i}}": { "description": "d", "content": { "application/json": { "schema": { "type": "string" } } } }""")}} }"""),
        Paths("components of bodies", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "post": { "operationId": "a{{i}}", "requestBody": { "$ref": "#/components/requestBodies/B{{i}}" }, {{Answer}} } }"""), n => $$""" "requestBodies": { {{Join(n, static i => $$""" "B{{i}}": { "content": { "application/json": { "schema": { "type": "string" } } } }""")}} }"""),
        Paths("components of headers", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "responses": { "200": { "description": "d", "headers": { {{Join(n, static i => $$""" "X-H{{i}}": { "$ref": "#/components/headers/H{{i}}" }""")}} } } } } }""", n => $$""" "headers": { {{Join(n, static i => $$""" "H{{i}}": { "schema": { "type": "string" } }""")}} }"""),
        Paths("components of links", n => Operation("/a", "a"), n => $$""" "links": { {{Join(n, static i => $$""" "L{{i}}": { "operationId": "a" }""")}} }"""),
        Paths("components of callbacks", n => Operation("/a", "a"), n => $$""" "callbacks": { {{Join(n, static i => $$""" "C{{i}}": { "{$request.body#/u}": { "post": { {{Answer}} } } }""")}} }"""),
        Paths("components of path items", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "$ref": "#/components/pathItems/I{{i}}" }"""), n => $$""" "pathItems": { {{Join(n, static i => $$""" "I{{i}}": { "get": { "operationId": "a{{i}}", {{Answer}} } }""")}} }"""),
        Paths("components that nothing uses", n => Operation("/a", "a"), n => $$""" "parameters": { {{Join(n, static i => $$""" "P{{i}}": { "name": "q", "in": "query", "schema": { "type": "string" } }""")}} }, "responses": { {{Join(n, static i => $$""" "R{{i}}": { "description": "d" }""")}} }"""),
        Paths("scopes of schemes", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "security": [{ "k": [{{Join(n, static i => $"\"s{i}\"")}}] }], {{Answer}} } }""", n => $$""" "securitySchemes": { "k": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "https://api.example.com/t", "scopes": { {{Join(n, static i => $$""" "s{{i}}": "d" """)}} } } } } }"""),
        Paths("schemes of one alternative", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "security": [{ {{Join(n, static i => $$""" "k{{i}}": []""")}} }], {{Answer}} } }""", n => $$""" "securitySchemes": { {{Join(n, static i => $$""" "k{{i}}": { "type": "apiKey", "in": "header", "name": "X-K{{i}}" }""")}} }"""),
        Paths("parameters that all operations require", n => Join(2, k => $$"""{{Quote($"/a{k}")}}: { "get": { "operationId": "a{{k}}", "parameters": [{{Join(n, static i => $$"""{ "name": "q{{i}}", "in": "query", "required": true, "schema": { "type": "string" } }""")}}], {{Answer}} } }""")),
        Paths("members of a deep object in the query", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "parameters": [{ "name": "f", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string" }""")}} } } }], {{Answer}} } }"""),
        new("servers", "bomb.json", n => Head.Replace("""[{ "url": "https://api.example.com" }]""", "[" + Join(n, static i => $$"""{ "url": "https://api{{i}}.example.com", "description": "d" }""") + "]", StringComparison.Ordinal) + $$""" "paths": { {{Operation("/a", "a")}} } }"""),
        new("tags that nothing uses", "bomb.json", n => Head + $$""" "tags": [{{Join(n, static i => $$"""{ "name": "t{{i}}", "description": "d" }""")}}], "paths": { {{Operation("/a", "a", "t0")}} } }"""),
        new("tags within tags", "bomb.json", n => Head.Replace("3.1.0", "3.2.0", StringComparison.Ordinal) + $$""" "tags": [{{Join(n, static i => $$"""{ "name": "t{{i}}", "parent": "t{{i + 1}}" }""")}}], "paths": { {{Operation("/a", "a", "t0")}} } }"""),
        Calls("options that choose the client") with { Option = static n => ("ClientName", "C" + new string('a', n)) },
        Calls("tags by option") with { Option = static n => ("IncludeTags", List(n, static i => $"t{i % 5}")) },
        Calls("tags that are excluded by option") with { Option = static n => ("ExcludeTags", List(n, static i => $"u{i}")) },
        Calls("operations that are excluded by option") with { Option = static n => ("ExcludeOperations", List(n, static i => $"a{i}")) },
        Calls("samples by option") with { Option = static _ => ("Samples", "true") },
        Schemas("samples of schemas by option", static (i, n) => $$"""{ "type": "object", "properties": { "a": { "type": "string" }, "b": {{Reference((i + 1) % n)}} } }""") with { Option = static _ => ("Samples", "true") },
        Schemas("required members by option", static (i, _) => $$"""{ "type": "object", "properties": { "p{{i}}": { "type": "string" } } }""") with { Option = static _ => ("RequiredByDefault", "true") },
        Paths("deprecated operations that are excluded", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "deprecated": true, {{Answer}} } }""")) with { Option = static _ => ("ExcludeDeprecated", "true") },
        Paths("internal operations that are excluded", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "x-internal": true, {{Answer}} } }""")) with { Option = static _ => ("ExcludeInternal", "true") },
        Calls("names that are internal by option") with { Option = static _ => ("Accessibility", "internal") },
        Calls("overlay that replaces a text in each operation") with { Overlay = static _ => "overlay: 1.0.0\nactions:\n- { target: '$.paths.*.get.operationId', update: same }\n" },
        Calls("overlay that appends to a list in each operation") with { Overlay = static _ => "overlay: 1.0.0\nactions:\n- { target: '$.paths.*.get.tags', update: [more] }\n" },
        Calls("overlay that removes by a condition") with { Overlay = static _ => "overlay: 1.0.0\nactions:\n- { target: '$.paths[?@.get.operationId != \"a1\"]', remove: true }\n" },
        Calls("overlay that copies within each operation") with { Overlay = static _ => "overlay: 1.1.0\nactions:\n- { target: '$.paths.*.get', update: { x-a: {} } }\n- { target: '$.paths.*.get.x-a', copy: $.info }\n" },
        Calls("overlay of long texts") with { Overlay = static n => $"overlay: 1.0.0\nactions:\n- {{ target: $.info, update: {{ description: '{Repeat("word ", n * 4)}' }} }}\n" },
    ];

    private static Bomb Mapped(string name, Func<int, int> schemas, Func<int, int, int> schemaOf) => One(name, n => $$"""{ "oneOf": [{{Join(schemas(n), static i => $$"""{ "$ref": "#/components/schemas/V{{i}}" }""")}}], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, i => $$""" "v{{i}}": "#/components/schemas/V{{schemaOf(i, schemas(n))}}" """)}} } } }, {{Join(schemas(n), static i => $$""" "V{{i}}": { "type": "object", "properties": { "k": { "type": "string" }, "p{{i}}": { "type": "string" } } }""")}}, "Z": { "type": "string" } """);

    private static Bomb Calls(string name) => Paths(name, static n => Join(n, static i => Operation($"/a{i}/{{id}}", $"a{i}", $"t{i % 5}")));

    private static string List(int count, Func<int, string> item) => string.Join(";", Enumerable.Range(0, count).Select(item));
}
