using static ClerkGen.Testing.Hostile.Bombs;

namespace ClerkGen.Testing.Hostile;

/// <summary>One bomb for each other part of a document, an overlay or an option that can be lengthened.</summary>
internal static class InputBombs
{
    private const string Blocks = "openapi: 3.1.0\ninfo: { title: a, version: '1' }\nservers: [{ url: 'https://api.example.com' }]\n";
    private const string Answer = """ "responses": { "204": { "description": "OK" } } """;

    private const string Generic = """{ "type": "object", "properties": { "items": { "type": "array", "items": { "$dynamicRef": "#T" } } }, "$defs": { "t": { "$dynamicAnchor": "T" } } }""";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Bomb> All { get; } =
    [
        .. ComponentBombs.All,
        new("nested siblings", "bomb.json", n => Head + $$""" "paths": {}, "components": { "schemas": { "S0": {{Repeat("""{ "properties": { "p": """, 50)}}{ "properties": { {{Join(n, i => $$""" "s{{i}}": {{Repeat("""{ "properties": { "p": """, 2)}}{ "type": "string" }{{Repeat(" } }", 2)}}""")}} } }{{Repeat(" } }", 50)}} } } }"""),
        new("anchors that are defined anew", "bomb.yaml", n => Blocks + "paths: {}\ncomponents:\n  schemas:\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"    S{i}: {{ properties: {{ a: &a {{ properties: {{ p{i}: {{}} }} }}, b: *a }} }}\n"))),
        new("anchors of responses", "bomb.yaml", n => Blocks + "paths:\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"  /a{i}: {{ get: {{ responses: {{ '200': &r {{ description: a, content: {{ application/json: {{ schema: {{ properties: {{ p{i}: {{}} }} }} }} }} }}, '201': *r }} }} }}\n"))),
        new("server variables", "bomb.json", n => Head.Replace("https://api.example.com\" }", "https://api.example.com/" + string.Concat(Enumerable.Range(0, n).Select(static i => $"{{v{i}}}")) + "\", \"variables\": { " + Join(n, static i => $$""" "v{{i}}": { "default": "a" }""") + " } }", StringComparison.Ordinal) + $$""" "paths": { {{Operation("/a", "a")}} } }"""),
        new("server variables of one name", "bomb.json", n => Head.Replace("https://api.example.com\" }", "https://api.example.com/" + string.Concat(Enumerable.Range(0, n).Select(static i => $"{{{Same(i)}}}")) + "\", \"variables\": { " + Join(n, static i => $$""" "{{Same(i)}}": { "default": "a" }""") + " } }", StringComparison.Ordinal) + $$""" "paths": { {{Operation("/a", "a")}} } }"""),
        new("values of a server variable", "bomb.json", n => Head.Replace("https://api.example.com\" }", $"https://{{v}}.example.com\", \"variables\": {{ \"v\": {{ \"default\": \"v0\", \"enum\": [{Join(n, static i => $"\"v{i}\"")}] }} }} }}", StringComparison.Ordinal) + $$""" "paths": { {{Operation("/a", "a")}} } }"""),
        Paths("servers of operations", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "servers": [{ "url": "https://b{{i}}.example.com" }], {{Answer}} } }""")),
        Paths("tags of one operation", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "tags": [{{Join(n, static i => $"\"t{i}\"")}}], {{Answer}} } }"""),
        Paths("tags with descriptions", n => Join(n, static i => Operation($"/a{i}", $"a{i}", $"t{i}")) + $$""" }, "tags": [{{Join(n, static i => $$"""{ "name": "t{{i}}", "description": "d" }""")}}], "x-a": { "b": 1"""),
        Paths("errors that differ in each operation", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "tags": ["t{{i % 7}}"], "responses": { "204": { "description": "OK" }, "{{400 + (i % 90)}}": { "description": "no", "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } } } } }""")),
        Paths("results that differ by status", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "responses": { "200": { "description": "a", "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } }, "201": { "description": "a", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } } } } }""")),
        Paths("pages", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "tags": ["t"], "parameters": [{ "name": "offset", "in": "query", "schema": { "type": "integer" } }, { "name": "limit", "in": "query", "schema": { "type": "integer" } }], "responses": { "200": { "description": "a", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } } } } } }""")),
        Paths("path parameters of one name", n => $$"""{{Quote("/a" + string.Concat(Enumerable.Range(0, n).Select(static i => $"/{{{Same(i)}!!!!}}")))}}: { "get": { "operationId": "a", "parameters": [{{Join(n, static i => $$"""{ "name": {{Quote(Same(i) + "!!!!")}}, "in": "path", "required": true, "schema": { "type": "string" } }""")}}], {{Answer}} } }"""),
        Paths("parameters of paths", n => $$"""{{Quote("/a")}}: { "parameters": [{{Join(n, static i => $$"""{ "name": "q{{i}}", "in": "query", "schema": { "type": "string" } }""")}}], "get": { "operationId": "a", {{Answer}} } }"""),
        Paths("parameters that the path lacks", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "parameters": [{{Join(n, static i => $$"""{ "name": "q{{i}}", "in": "path", "required": true, "schema": { "type": "string" } }""")}}], {{Answer}} } }"""),
        Paths("cookies", n => Parameters(n, static i => $"c{i}", "cookie")),
        Paths("schemes that do not exist", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "security": [{ "secretScheme{{i}}": [] }], {{Answer}} } }"""), n => $$""" "securitySchemes": { {{Join(n, static i => $$""" "secretSchema{{i}}": { "type": "http", "scheme": "bearer" }""")}} }"""),
        Paths("schemes that cannot be sent", n => Operation("/a", "a"), n => $$""" "securitySchemes": { {{Join(n, static i => $$""" "s{{i}}": { "type": "http", "scheme": "none" }""")}} }"""),
        Paths("links", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "responses": { "200": { "description": "a", "links": { {{Join(n, static i => $$""" "l{{i}}": { "operationId": "a" }""")}} } } } } }"""),
        Paths("response headers", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "responses": { "200": { "description": "a", "headers": { {{Join(n, static i => $$""" "X-H{{i}}": { "schema": { "type": "string" } }""")}} } } } } }"""),
        Paths("examples", n => Operation("/a", "a"), n => $$""" "examples": { {{Join(n, static i => $$""" "e{{i}}": { "value": { "a": [1, 2, 3] } }""")}} }"""),
        Paths("keys that cannot be read", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", {{Join(n, static i => $"\"unknown{i}\": 1")}}, {{Answer}} } }"""),
        Paths("encodings of parts", n => $$"""{{Quote("/a")}}: { "post": { "operationId": "a", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string" }""")}} } }, "encoding": { {{Join(n, static i => $$""" "p{{i}}": { "contentType": "text/plain" }""")}} } } } }, {{Answer}} } }"""),
        Paths("fields of a form", n => $$"""{{Quote("/a")}}: { "post": { "operationId": "a", "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string" }""")}} } } } } }, {{Answer}} } }"""),
        new("webhooks", "bomb.json", n => Head + $$""" "paths": {}, "webhooks": { {{Join(n, static i => $$""" "w{{i}}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } }, "responses": { "200": { "description": "OK" } } } }""")}} } }"""),
        new("unknown fields of the root", "bomb.json", n => Head + $$""" {{Join(n, static i => $"\"unknown{i}\": 1")}}, "paths": { {{Operation("/a", "a")}} } }"""),
        new("extensions", "bomb.json", n => Head + $$""" {{Join(n, static i => $"\"x-{i}\": [1, {{ \"a\": {i} }}]")}}, "paths": { {{Operation("/a", "a")}} } }"""),
        Schemas("anchors of JSON Schema", static (i, n) => $$"""{ "$anchor": "a{{i}}", "type": "object", "properties": { "p": { "$ref": "#a{{(i + 1) % n}}" }, "q": { "$ref": "#none{{i}}" } } }"""),
        Schemas("identifiers of JSON Schema", static (i, n) => $$"""{ "$id": "https://example.com/s{{i}}", "type": "object", "properties": { "p": { "$ref": "https://example.com/s{{(i + 1) % n}}" } } }"""),
        Schemas("names of one component", static (i, n) => $$"""{ "type": "object", "title": "Same", "x-clerkgen-name": "Same", "properties": { "p{{i}}": { "type": "object", "title": "Same", "properties": { "q{{i}}": { "type": "string" } } } } }"""),
        Schemas("patterns and formats", static (i, n) => $$"""{ "type": "object", "patternProperties": { "^a{{i}}": {} }, "properties": { "a": { "type": "string", "format": "f{{i}}", "pattern": "(a+)+{{i}}" } } }"""),
        Paths("long paths", n => Join(n, static i => Operation("/" + Repeat("segment/", 240) + i, null))),
        Schemas("arguments of one generic schema", static (i, n) => i == 0 ? Generic : $$"""{ "$ref": "#/components/schemas/S0", "$defs": { "t": { "$dynamicAnchor": "T", "type": "object", "properties": { "p{{i}}": {} } } } }"""),
        Schemas("arguments of arguments", static (i, n) => i == 0 ? Generic : $$"""{ "type": "object", "properties": { "a": { "$ref": "#/components/schemas/S0", "$defs": { "t": { "$dynamicAnchor": "T", "$ref": "#/components/schemas/S{{(i + 1) % n}}" } } } } }"""),
        Schemas("ever larger arguments", static (i, n) => $$"""{ "type": "object", "properties": { "v": { "$dynamicRef": "#T{{i}}" }, "a": { "$ref": "#/components/schemas/S{{(i + 1) % n}}", "$defs": { "t": { "$dynamicAnchor": "T{{(i + 1) % n}}", "type": "array", "items": { "$dynamicRef": "#T{{i}}" } } } } } }"""),
        Schemas("chain of recursive anchors", static (i, n) => $$"""{ "$dynamicAnchor": "node", "allOf": [{ "$ref": "#/components/schemas/S{{Math.Min(i + 1, n - 1)}}" }], "properties": { "p{{i}}": { "$dynamicRef": "#node" } } }"""),
        Schemas("definitions inside", static (i, n) => $$"""{ "$defs": { "d{{i}}": { "type": "object", "properties": { "p{{i}}": {} } } }, "type": "object", "properties": { "p": { "$ref": "#/components/schemas/S{{i}}/$defs/d{{i}}" } } }"""),
        One("constants of one enum in many places", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "string", "enum": ["a", "b"] }""")}} } }"""),
        One("objects that differ in many places", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "type": "object", "properties": { "a": { "type": "string" }, "b{{i}}": { "type": "integer" } } }""")}} } }"""),
        One("unions in many places", n => $$"""{ "type": "object", "properties": { {{Join(n, static i => $$""" "p{{i}}": { "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "object", "properties": { "a{{i}}": {} } }] }""")}} } }"""),
        One("mapping to many schemas", n => $$"""{ "oneOf": [{{Join(n, static i => $$"""{ "$ref": "#/components/schemas/V{{i}}" }""")}}], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, static i => $$""" "v{{i}}": "#/components/schemas/V{{i}}" """)}} } } }, {{Join(n, static i => $$""" "V{{i}}": { "type": "object", "properties": { "k": { "type": "string" }, "p{{i}}": { "type": "string" } } }""")}}, "Z": { "type": "string" } """),
        One("long text", n => $$"""{ "type": "object", "description": "{{Repeat("word ", n * 4)}}", "properties": { "a": { "type": "string" } } }"""),
        One("long name", n => $$"""{ "type": "object", "properties": { "{{Repeat("word_", n * 4)}}": { "type": "string" }, "{{Repeat("Word-", n * 4)}}": { "type": "string" } } }"""),
        One("long number", n => $$"""{ "type": "integer", "enum": [1{{Repeat("0", n * 4)}}, 2], "default": 1{{Repeat("0", n * 4)}} }"""),
        new("escapes of JSON", "bomb.json", n => Head + $$""" "x-a": "{{Repeat("\\u0061\\n", n * 4)}}", "paths": { {{Operation("/a", "a")}} } }"""),
        new("keys that stand twice", "bomb.json", n => Head + $$""" "x-a": { {{Join(n, static _ => "\"a\": 1")}} }, "paths": { {{Operation("/a", "a")}} } }"""),
        new("comments of YAML", "bomb.yaml", n => Blocks + Repeat("# a\n", n * 4) + "paths: {}\n"),
        new("block scalars of YAML", "bomb.yaml", n => Blocks + "x-a:\n" + Repeat("  - |\n    a\n\n    b\n", n) + "paths: {}\n"),
        new("folded scalars of YAML", "bomb.yaml", n => Blocks + "x-a: >\n" + Repeat("  a\n", n * 4) + "paths: {}\n"),
        new("tags of YAML", "bomb.yaml", n => Blocks + "x-a:\n" + Repeat("  - !<tag:example.com,2000:a> a\n", n) + "paths: {}\n"),
        new("documents of YAML", "bomb.yaml", n => Blocks + "paths: {}\n" + Repeat("---\na: 1\n", n)),
        new("merge keys", "bomb.yaml", n => Blocks + "x-a: &a { b: 1, c: 2 }\nx-b:\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"  - {{ <<: *a, d{i}: 1 }}\n")) + "paths: {}\n"),
        new("merge key of many", "bomb.yaml", n => Blocks + "x-a: &a { b: 1, c: 2 }\nx-b: { <<: [" + string.Join(", ", Enumerable.Repeat("*a", n)) + "] }\npaths: {}\n"),
        new("aliases of one list", "bomb.yaml", n => Blocks + "x-a: &a [1, 2, 3]\nx-b: [" + string.Join(", ", Enumerable.Repeat("*a", n)) + "]\npaths: {}\n"),
        new("keys of YAML that are no strings", "bomb.yaml", n => Blocks + "x-a:\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"  ? [{i}]\n  : 1\n")) + "paths: {}\n"),
        new("Swagger definitions", "bomb.json", n => $$"""{ "swagger": "2.0", "info": { "title": "a", "version": "1" }, "host": "api.example.com", "schemes": ["https"], "paths": { {{Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "post": { "operationId": "a{{i}}", "consumes": ["application/json"], "parameters": [{ "name": "b", "in": "body", "schema": { "$ref": "#/definitions/D{{i}}" } }], "responses": { "200": { "description": "OK", "schema": { "type": "file" } } } } }""")}} }, "definitions": { {{Join(n, static i => $$""" "D{{i}}": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } }""")}} } }"""),
        new("Swagger forms", "bomb.json", n => $$"""{ "swagger": "2.0", "info": { "title": "a", "version": "1" }, "host": "api.example.com", "schemes": ["https"], "paths": { "/a": { "post": { "operationId": "a", "consumes": ["multipart/form-data"], "parameters": [{{Join(n, static i => $$"""{ "name": "f{{i}}", "in": "formData", "type": "string" }""")}}], "responses": { "200": { "description": "OK" } } } } } }"""),
        new("Swagger media types", "bomb.json", n => $$"""{ "swagger": "2.0", "info": { "title": "a", "version": "1" }, "host": "api.example.com", "schemes": ["https"], "consumes": [{{Join(n, static i => $"\"application/x-{i}\"")}}], "produces": [{{Join(n, static i => $"\"application/y-{i}\"")}}], "paths": { "/a": { "post": { "operationId": "a", "parameters": [{ "name": "b", "in": "body", "schema": { "type": "object" } }], "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } } } } }"""),
        Plain("options that name operations") with { Option = static n => ("IncludeOperations", string.Join(";", Enumerable.Range(0, n).Select(static i => $"a{i}"))) },
        Plain("options that match nothing") with { Option = static n => ("ExcludeOperations", string.Join(";", Enumerable.Range(0, n).Select(static i => $"b{i}"))) },
        Small("options with stars") with { Option = static n => ("IncludeOperations", string.Join(";", Enumerable.Range(0, n).Select(static i => $"*{i}*a*"))) },
        Small("options with a long pattern") with { Option = static n => ("IncludeTags", string.Concat(Enumerable.Repeat("*a", n))) },
        Plain("identifiers by option") with { Option = static _ => ("StrongIds", "true") },
        Small("overlay of many actions") with { Overlay = static n => Actions(n, static i => $"{{ target: $.info, update: {{ x-{i}: 1 }} }}") },
        Small("overlay of many queries that match nothing") with { Overlay = static n => Actions(n, static i => $"{{ target: $.paths.none{i}, remove: true }}") },
        Small("overlay of many flawed actions") with { Overlay = static n => Actions(n, static i => $"{{ target: '$.[{i}', update: 1 }}") },
        Small("overlay that changes one list") with { Overlay = static n => Actions(n, static _ => "{ target: $.tags, update: [{ name: a }] }") },
        Small("overlay of one long query") with { Overlay = static n => Actions(1, _ => $"{{ target: '$.paths{string.Concat(Enumerable.Repeat(".a", n))}', update: {{}} }}") },
        Small("overlay of one long condition") with { Overlay = static n => Actions(1, _ => $"{{ target: '$.paths[?{string.Join(" || ", Enumerable.Range(0, n).Select(static i => $"@.get.operationId == \"b{i}\""))}]', remove: true }}") },
        Small("overlay of one long update") with { Overlay = static n => Actions(1, _ => $"{{ target: $.info, update: {{ {string.Join(", ", Enumerable.Range(0, n).Select(static i => $"x-{i}: {{ a: [1] }}"))} }} }}") },
        Plain("overlay for all of a document") with { Overlay = static _ => Actions(1, static _ => "{ target: '$..*', update: { x-a: { y: 1 } } }") },
        Plain("overlay that removes all of a document") with { Overlay = static _ => Actions(1, static _ => "{ target: $.paths.*, remove: true }") },
        Plain("overlay that copies all of a document") with { Overlay = static _ => "overlay: 1.1.0\nactions:\n- { target: $.info, update: { x-copy: {} } }\n- { target: $.info.x-copy, copy: $.paths }\n" },
        Small("overlay that removes one member each") with { Overlay = static n => Actions(n, static i => $"{{ target: $.paths['/a{i % 5}'].get.x-{i}, remove: true }}") },
        Small("overlay that copies again and again") with { Overlay = static n => "overlay: 1.1.0\nactions:\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"- {{ target: $.info, update: {{ x-{i}: {{}} }} }}\n- {{ target: $.info.x-{i}, copy: $.paths['/a1'] }}\n")) },
        Small("overlay of slices") with { Overlay = static n => Actions(n, static i => $"{{ target: '$.tags[-{i}:{i}:2]', remove: true }}") },
        Small("overlay of descendants") with { Overlay = static n => Actions(n, static i => $"{{ target: $..x-{i}, remove: true }}") },
        Plain("options that choose a name") with { Option = static n => ("Namespace", string.Join(".", Enumerable.Range(0, n).Select(static i => $"A{i}"))) },
        Paths("links between operations", n => Join(n, i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "responses": { "200": { "description": "a", "links": { "next": { "operationId": "a{{(i + 1) % n}}" } } } } } }""")),
        Paths("examples of parameters", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "parameters": [{ "name": "q", "in": "query", "schema": { "type": "string" }, "examples": { {{Join(n, static i => $$""" "e{{i}}": { "value": "v{{i}}" }""")}} } }], {{Answer}} } }"""),
        Paths("media types of responses", n => $$"""{{Quote("/a")}}: { "get": { "operationId": "a", "responses": { "200": { "description": "a", "content": { {{Join(n, static i => $$""" "application/x-{{i}}": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } }""")}} } } } } }"""),
        Paths("statuses of many operations", n => Join(n, static i => $$"""{{Quote($"/a{i}")}}: { "get": { "operationId": "a{{i}}", "responses": { "204": { "description": "OK" }, "{{400 + (i % 100)}}": { "description": "a", "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } } } } }""")),
        Schemas("nested unions", static (i, n) => $$"""{ "anyOf": [{ "oneOf": [{ "type": "string" }, { "anyOf": [{ "type": "integer" }, { "type": "array", "items": { "$ref": "#/components/schemas/S{{(i + 1) % n}}" } }] }] }, { "type": "object", "properties": { "p{{i}}": { "type": "boolean" } } }] }"""),
        Plain("overlay of unknown fields") with { Overlay = static n => Actions(1, static _ => "{ target: $.info, update: {} }") + string.Concat(Enumerable.Range(0, n).Select(static i => $"field{i}: 1\n")) },
    ];

    // All are called alike once they are identifiers.
    private static string Same(int i) => "a" + Signs(i);

    private static Bomb Plain(string name) => Paths(name, static n => Join(n, static i => Operation($"/a{i}/{{id}}", $"a{i}", $"t{i % 5}")));

    private static Bomb Small(string name) => Paths(name, static _ => Join(5, static i => Operation($"/a{i}", $"a{i}")) + """ }, "tags": [], "x-a": { "b": 1""");

    private static string Actions(int count, Func<int, string> action) =>
        "overlay: 1.0.0\nactions:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"- {action(i)}\n"));
}
