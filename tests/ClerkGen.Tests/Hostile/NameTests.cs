using System.Reflection;
using System.Text.Json.Nodes;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Hostile;

/// <summary>Names that mean something else to C#, to .NET or to what is emitted, in every place that becomes a name and around every construct.</summary>
public sealed class NameTests
{
    // Namespaces and types that emitted code refers to, types that C# does not take bare, members that C# makes itself or refuses, keywords.
    private static readonly string[] Names =
    [
        "System", "Task", "String", "Object", "Environment", "Microsoft", "Console", "Exception", "CancellationToken", "HttpClient", "Uri", "Json", "Clerk", "ClerkGen", "Guid", "Stream", "Type", "Enum", "List",
        "Nullable", "DateTimeOffset", "IAsyncEnumerable", "JsonElement", "ApiFile", "ApiException", "RequestOptions", "file", "required", "scoped", "extension", "record", "field", "value", "class", "await", "nint", "var",
        "Clone", "EqualityContract", "PrintMembers", "Deconstruct", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "value__", "X", "get_X", "set_X", "op_Implicit", "Value", "Item",
        "JsonReading", "JsonWriting", "ApiResults", "ParameterStyle", "Obsolete", "body", "parameters", "options", "cancellationToken", "request", "client", "reader", "writer", "TryGet", "Async", "All", "a\u200db", "ab", "caf\u00e9", "cafe\u0301", "_", "1",
    ];

    [Fact]
    public void Names_with_another_meaning_compile_in_every_place_and_around_every_construct()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document(Names, shuffle: null), "document.json"));

        Assert.DoesNotContain(run.DriverDiagnostics, static diagnostic => diagnostic.Id is "CS8785" or "CLERKGEN090");
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Empty(run.Files.Select(EmittedSource.Parse).SelectMany(static source => source.Escapes(marker: null)));

        // Nothing is lost: one descriptor for each operation, with the id that the document gives it.
        string all = string.Concat(run.Files.Select(static file => file.Value));
        Assert.All(Names.Where(static name => name.All(char.IsAscii)), name => Assert.Contains($"\"list {name}\"", all, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System")]
    [InlineData("Task")]
    [InlineData("String")]
    [InlineData("Object")]
    [InlineData("value__")]
    [InlineData("file")]
    [InlineData("CG")]
    public void A_name_alone_compiles_as_the_whole_document(string name)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document([name], shuffle: null), "document.json", ("ClientName", "Client")));

        Assert.Empty(run.CompilerDiagnostics);
        Assert.NotEmpty(run.Files);
    }

    // C# gives no type the name of one of its members (CS0542). The members are read from the emitted code.
    [Fact]
    public void A_type_of_any_kind_can_have_the_name_of_a_member_of_emitted_types()
    {
        (string Kind, string Schema)[] kinds =
        [
            ("Object", """{ "type": "object", "required": ["a"], "properties": { "a": { "type": ["string", "null"] }, "b": { "type": ["integer", "null"] } }, "additionalProperties": { "type": "integer" } }"""),
            ("Text", """{ "type": "string", "enum": ["a", "b"] }"""),
            ("Integer", """{ "type": "integer", "enum": [1, 2] }"""),
            ("Number", """{ "type": "number", "enum": [1.5, 2] }"""),
            ("Union", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }"""),
            ("Discriminated", """{ "oneOf": [{ "$ref": "#/components/schemas/A1" }, { "$ref": "#/components/schemas/A2" }], "discriminator": { "propertyName": "k" } }"""),
        ];
        string[] members = [.. MembersOf(GeneratorHarness.Run(Input(["Some thing"])).Files.Values)];

        GeneratorRun run = GeneratorHarness.Run(Input(members));

        Assert.Superset(new HashSet<string>(["Value", "Values", "Format", "IsKnown", "Known", "ReadJson", "ToString", "Variants"]), new HashSet<string>(members));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal("The type is named 'FormatUnion' because 'Format' is taken. Choose a name with 'x-clerkgen-name'.",
            run.Diagnostics.First(static diagnostic => diagnostic.GetMessage().Contains("'Format'", StringComparison.Ordinal)).GetMessage());

        GeneratorInput Input(string[] names) => new()
        {
            Files =
            [
                .. kinds.Select(kind => new GeneratorFile(
                    kind.Kind + ".json",
                    DocumentOf(kind.Schema, names),
                    new Dictionary<string, string> { ["Namespace"] = kind.Kind + "s", ["ClientName"] = "Client" })),
            ],
        };

        static string DocumentOf(string schema, string[] names)
        {
            string schemas = string.Concat(names.Select(name => $"{JsonValue.Create(name).ToJsonString()}: {schema}, "));
            string uses = string.Join(", ", names.Select((name, index) => $$""" "p{{index}}": { "$ref": "#/components/schemas/{{name}}" }"""));
            string body = """{ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Every" } } } }""";
            return $$"""
                { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
                  "paths": { "/all": { "post": { "operationId": "all", "tags": ["all"], "requestBody": {{body}}, "responses": { "200": { "description": "All", {{body[1..^1]}} } } } } },
                  "components": { "schemas": { {{schemas}}
                    "A1": { "type": "object", "required": ["k"], "properties": { "k": { "const": "1" } } }, "A2": { "type": "object", "required": ["k"], "properties": { "k": { "const": "2" } } },
                    "Every": { "type": "object", "properties": { {{uses}} } } } } }
                """;
        }
    }

    [Fact]
    public void A_group_and_its_methods_can_have_the_name_of_any_member_of_a_client()
    {
        string[] emitted = [.. MembersOf(GeneratorHarness.Run(GeneratorInput.Of(DocumentOf(["Some thing"]), "document.json")).Files.Values)];
        string[] inherited =
        [
            .. typeof(ApiClient).GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(static member => member.Name),
            .. typeof(ApiOperationGroup).GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(static member => member.Name),
        ];
        string[] names = [.. emitted.Concat(inherited).Where(static name => name.All(char.IsAsciiLetterOrDigit)).Distinct().Order(StringComparer.Ordinal), "DocumentClient"];

        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(DocumentOf(names), "document.json"));

        Assert.Superset(new HashSet<string>(["Description", "OnSending", "OnSendingAsync", "ToString"]), new HashSet<string>(names));
        Assert.Empty(run.CompilerDiagnostics);

        static string DocumentOf(string[] names)
        {
            string paths = string.Join(", ", names.Select(static (name, index) => $$"""
                "/p{{index}}": { "get": { "operationId": "{{name}}", "tags": ["{{name}}"], "parameters": [{ "name": "{{name}}", "in": "query", "schema": { "type": "string" } }], "responses": { "204": { "description": "None" } } },
                  "put": { "operationId": "{{name}}Operations", "x-clerkgen-name": "{{name}}", "tags": ["all"], "responses": { "204": { "description": "None" } } } }
                """));
            return $$"""{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], "paths": { {{paths}} } }""";
        }
    }

    [Fact]
    public void The_order_of_paths_components_and_tags_changes_no_byte()
    {
        var expected = DirectRun.Of(Document(Names, shuffle: null));
        for (int seed = 1; seed <= 3; seed++)
        {
            var shuffled = DirectRun.Of(Document(Names, new Random(seed)));
            Assert.Equal(expected.Files.Select(static file => file.Key), shuffled.Files.Select(static file => file.Key));
            Assert.All(expected.Files.Zip(shuffled.Files), static pair => Assert.Equal(pair.First.Value, pair.Second.Value));
        }
    }

    private static IOrderedEnumerable<string> MembersOf(IEnumerable<string> files) => files
        .SelectMany(static text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
        .SelectMany(static type => type.Members)
        .SelectMany(static member => member switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Identifier.Text),
            PropertyDeclarationSyntax property => [property.Identifier.Text],
            MethodDeclarationSyntax method => [method.Identifier.Text],
            TypeDeclarationSyntax type => [type.Identifier.Text],
            _ => [],
        })
        .Distinct()
        .Order(StringComparer.Ordinal);

    // For each name: a class, an enum, a union and a list; operations with all kinds of parameters, pages, files, events, and an error.
    private static string Document(string[] names, Random? shuffle)
    {
        List<KeyValuePair<string, JsonNode?>> paths = [];
        List<KeyValuePair<string, JsonNode?>> schemas = [];
        List<JsonNode> tags = [];
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            string other = names[(i + 1) % names.Length];
            string word = JsonValue.Create(name).ToJsonString();
            string reference = $$"""{ "$ref": "#/components/schemas/{{JsonValue.Create(name).ToJsonString().Trim('"')}}" }""";
            string otherReference = $$"""{ "$ref": "#/components/schemas/{{JsonValue.Create(other).ToJsonString().Trim('"')}}" }""";
            string parameters = $$"""
                [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 50 } },
                 { "name": "offset", "in": "query", "schema": { "type": "integer" } }, { "name": {{word}}, "in": "query", "schema": { "type": "string", "enum": [{{word}}, "b"] } },
                 { "name": "X-{{i}}", "x-clerkgen-name": {{word}}, "in": "header", "schema": { "type": "string" } }]
                """;
            tags.Add(JsonNode.Parse($$"""{ "name": {{word}}, "description": {{word}} }""")!);
            paths.Add(new($"/p{i}/{{id}}", JsonNode.Parse($$"""
                { "get": { "operationId": "list {{word.Trim('"')}}", "tags": [{{word}}], "x-clerkgen-name": {{word}}, "parameters": {{parameters}},
                    "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "type": "array", "items": {{reference}} } } } },
                      "404": { "description": "No", "content": { "application/json": { "schema": {{otherReference}} } } } } },
                  "post": { "operationId": {{word}}, "tags": [{{word}}], "parameters": [{ "name": "id", "in": "path", "required": true, "x-clerkgen-name": {{word}}, "schema": { "type": "string" } }],
                    "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { {{word}}: { "type": "string", "format": "binary" }, "other": {{reference}} } } } } },
                    "responses": { "200": { "description": "OK", "content": { "text/event-stream": { "schema": {{reference}} } } } } },
                  "put": { "tags": [{{word}}], "operationId": "put {{word.Trim('"')}}", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                    "requestBody": { "required": true, "content": { "application/json": { "schema": {{reference}} } } },
                    "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "oneOf": [{{reference}}, { "type": "string" }] } } } }, "202": { "description": "Later" } } } }
                """)));
            schemas.Add(new(name, JsonNode.Parse($$"""
                { "type": "object", "required": ["x"], "properties": { {{word}}: { "type": "string" }, "x": { "type": "integer" }, "when": { "type": "string", "format": "date-time" },
                    "state": { "type": "string", "enum": [{{word}}, "other", "value__"], "nullable": true }, "either": { "oneOf": [{{otherReference}}, { "type": "boolean" }] },
                    "inner": { "type": "object", "title": {{word}}, "properties": { {{word}}: { "type": "array", "items": {{otherReference}} } } } },
                  "additionalProperties": { "type": "string" } }
                """)));
        }

        if (shuffle is not null)
        {
            Shuffle(shuffle, paths);
            Shuffle(shuffle, schemas);
            Shuffle(shuffle, tags);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "System", ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://api.example.com" }),
            ["tags"] = new JsonArray([.. tags]),
            ["paths"] = new JsonObject(paths),
            ["components"] = new JsonObject { ["schemas"] = new JsonObject(schemas) },
        }.ToJsonString();
    }

    private static void Shuffle<T>(Random random, List<T> items)
    {
        T[] array = [.. items];
        random.Shuffle(array);
        items.Clear();
        items.AddRange(array);
    }
}
