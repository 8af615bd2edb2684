using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Tests.Reading.Overlays;

public class OverlayTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        tags: [{ name: users }]
        paths:
          /users:
            get:
              operationId: listUsers
              tags: [users]
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: trace, in: header, schema: { type: string }, x-internal: true }
                - { name: debug, in: query, schema: { type: string }, x-internal: true }
              responses: { '200': { description: ok } }
          /admin:
            get: { responses: { '200': { description: ok } } }
        components:
          schemas:
            User:
              type: object
              properties: { id: { type: string }, age: { type: integer } }
        """;

    [Fact]
    public void Updates_are_merged_into_objects()
    {
        ReadDocument document = Apply("""
            - target: $.components.schemas.User
              update:
                description: Somebody.
                properties: { age: { format: int32 }, name: { type: string } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(
            """{"type":"object","properties":{"id":{"type":"string"},"age":{"type":"integer","format":"int32"},"name":{"type":"string"}},"description":"Somebody."}""",
            document.At("/components/schemas/User"));
    }

    [Fact]
    public void Lists_grow_by_a_value_or_by_a_list()
    {
        ReadDocument document = Apply("""
            - { target: $.tags, update: { name: a } }
            - { target: $.tags, update: [{ name: b }, { name: c }] }
            - { target: $, update: { tags: [{ name: d }] } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("""[{"name":"users"},{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]""", document.At("/tags"));
    }

    [Fact]
    public void Plain_values_are_replaced()
    {
        ReadDocument document = Apply("""
            - { target: $.info.title, update: Better }
            - { target: "$.paths['/users'].get.tags[0]", update: people }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("\"Better\"", document.At("/info/title"));
        Assert.Equal("[\"people\"]", document.At("/paths/~1users/get/tags"));
    }

    [Fact]
    public void A_removal_removes_everything_that_it_selects()
    {
        ReadDocument document = Apply("""
            - { target: "$.paths[?@.get.operationId != 'listUsers']", remove: true }
            - { target: "$..parameters[?@.x-internal == true]", remove: true, update: { ignored: true } }
            - { target: "$.components.schemas.User.properties['age', 'age']", remove: true }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("null", document.At("/paths/~1admin"));
        Assert.Equal("""[{"name":"limit","in":"query","schema":{"type":"integer"}}]""", document.At("/paths/~1users/get/parameters"));
        Assert.Equal("""{"id":{"type":"string"}}""", document.At("/components/schemas/User/properties"));
    }

    [Fact]
    public void Actions_see_the_results_of_earlier_actions()
    {
        ReadDocument document = Apply("""
            - { target: "$.paths['/users'].get.responses['200'].description", remove: true }
            - { target: "$.paths['/users'].get.responses['200']", update: { description: Users. } }
            - { target: $.components.schemas, update: { Group: { type: object } } }
            - { target: $.components.schemas.Group, update: { properties: { id: { type: string } } } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("\"Users.\"", document.At("/paths/~1users/get/responses/200/description"));
        Assert.Equal("""{"type":"object","properties":{"id":{"type":"string"}}}""", document.At("/components/schemas/Group"));
    }

    [Fact]
    public void A_copy_is_independent_of_its_source()
    {
        ReadDocument document = Apply("""
            - { target: $.components.schemas, update: { Admin: {}, Guest: {} } }
            - { target: "$.components.schemas['Admin', 'Guest']", copy: $.components.schemas.User }
            - { target: $.components.schemas.Admin.properties.id, update: { format: uuid } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("""{"type":"string"}""", document.At("/components/schemas/User/properties/id"));
        Assert.Equal("""{"type":"string"}""", document.At("/components/schemas/Guest/properties/id"));
        Assert.Equal("""{"type":"string","format":"uuid"}""", document.At("/components/schemas/Admin/properties/id"));
    }

    [Fact]
    public void A_copy_of_a_node_into_itself_terminates()
    {
        ReadDocument document = Apply("""
            - { target: $.components.schemas.User.properties.id, update: { x-all: {} } }
            - { target: $.components.schemas.User.properties.id.x-all, copy: $.components }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("\"object\"", document.At("/components/schemas/User/properties/id/x-all/schemas/User/type"));
        Assert.Equal("{}", document.At("/components/schemas/User/properties/id/x-all/schemas/User/properties/id/x-all"));
    }

    [Fact]
    public void Copies_of_copies_stop_at_a_limit()
    {
        string actions = string.Concat(Enumerable.Range(0, 200).Select(i => $"- {{ target: $.info, update: {{ x-{i}: {{}} }} }}\n- {{ target: $.info.x-{i}, copy: $ }}\n"));
        ReadDocument document = Apply(actions);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Kind == ReadDiagnosticKind.LimitExceeded);
    }

    // Each is some hundred characters, and without a limit would never end or fill the memory.
    [Theory]
    [InlineData(14, "{ target: '$..*', update: { x-a: { y: { z: 1 } } } }")]
    [InlineData(50, "{ target: '$..*', update: { x-a: { y: { z: 1 } } } }")]
    [InlineData(50, "{ target: '$..*', update: [1, 2] }")]
    [InlineData(40, "{ target: $.components, copy: $ }")]
    [InlineData(40, "{ target: '$..*', copy: $.info }")]
    [InlineData(40, "{ target: '$.components..*', update: text }")]
    [InlineData(20, "{ target: '$..[?count($..*) > 0]', update: { x-a: [{}] } }")]
    [InlineData(500, "{ target: $.components.schemas.User, update: { x-a: [1, 2, 3], x-b: { c: [1] } } }")]
    [InlineData(60, "{ target: '$..x-a', remove: true }")]
    [InlineData(50, "{ target: '$..[*]', update: { a: 1 } }")]
    [InlineData(200, "{ target: $, update: { x-a: { b: [1] } } }")]
    [InlineData(30, "{ target: '$..[-1:]', update: [[1]] }")]
    [InlineData(30, "{ target: '$.tags[-9007199254740991:9007199254740991:-1]', remove: true }")]
    [InlineData(30, "{ target: '$.tags[-9223372036854775808:]', remove: true }")]
    [InlineData(40, "{ target: '$..*..*', update: { x-a: 1 } }")]
    [InlineData(40, "{ target: '$.*', copy: $ }")]
    [InlineData(17, "{ target: $.tags, copy: $.tags }")]
    [InlineData(40, "{ target: '$..[?@.type]', update: { x-b: { type: a } } }")]
    [InlineData(40, "{ target: '$..parameters', update: [{ name: a, in: query }] }")]
    [InlineData(300, "{ target: '$..[?search(@.type, \"(s+)+$\")]', update: { x-a: 1 } }")]
    [InlineData(20, "{ target: '$..[?@..type == @..name]', remove: true }")]
    [InlineData(20, "{ target: '$..[0,0,0,0,0,0,0,0]', update: { x-a: {} } }")]
    [InlineData(400, "{ target: '$..[', update: 1 }")]
    public void Repeated_actions_stop_early_with_few_diagnostics(int count, string action)
    {
        WorkBudget budget = new(CancellationToken.None);
        string overlay = Overlay(string.Concat(Enumerable.Repeat("- " + action + "\n", count)));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ReadDocument document = DocumentReader.Read(
            Documents.File("api/openapi.yaml", Document), [], ReadLimits.Default, budget, Documents.File("api/overlay.yaml", overlay));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        Assert.NotNull(document.Document);
        Assert.InRange(document.Diagnostics.Count, 0, 1_000);
        Assert.InRange(budget.Spent, 0, 12_000_000);
        Assert.InRange(allocated, 0, 1L << 30);
    }

    [Fact]
    public void A_failing_action_is_reported_once_for_all_its_targets()
    {
        ReadDocument document = Apply("- { target: $.components.schemas.*.type, update: [1] }\n");
        Assert.Single(document.Diagnostics, static diagnostic => diagnostic.Message.Contains("cannot be merged", StringComparison.Ordinal));
    }

    [Fact]
    public void Removing_all_members_of_large_collections_takes_steps_by_their_number()
    {
        long few = StepsToRemove(1_000);
        Assert.InRange(StepsToRemove(10_000), few, 12 * few);

        static long StepsToRemove(int members)
        {
            string list = string.Join(", ", Enumerable.Range(0, members));
            string mapping = string.Join(", ", Enumerable.Range(0, members).Select(number => $"k{number}: 1"));
            WorkBudget budget = new(CancellationToken.None);
            ReadDocument document = DocumentReader.Read(
                Documents.File("a.yaml", $"{Documents.Head}paths: {{}}\nx-list: [{list}]\nx-map: {{ {mapping} }}\n"),
                [],
                ReadLimits.Default,
                budget,
                Documents.File("o.yaml", Overlay("- { target: '$[\"x-list\", \"x-map\"].*', remove: true }\n")));
            Assert.Equal("[]", document.At("/x-list"));
            Assert.Equal("{}", document.At("/x-map"));
            return budget.Spent;
        }
    }

    [Fact]
    public void Changing_one_place_of_an_aliased_node_leaves_the_others_alone()
    {
        ReadDocument document = Documents.ReadWithOverlay(
            Documents.Head + """
                components:
                  schemas:
                    A: &a { type: object, properties: { x: { type: string } } }
                    B: *a
                    C: { type: array, items: *a }
                """,
            Overlay("- { target: $.components.schemas.B.properties.x, update: { format: uuid } }"));
        Assert.Equal("""{"type":"object","properties":{"x":{"type":"string","format":"uuid"}}}""", document.At("/components/schemas/B"));
        Assert.Equal("""{"type":"object","properties":{"x":{"type":"string"}}}""", document.At("/components/schemas/A"));
        Assert.DoesNotContain("uuid", document.At("/components/schemas/C"));
    }

    [Fact]
    public void A_document_of_an_older_version_is_changed_as_it_is_written()
    {
        ReadDocument document = Documents.ReadWithOverlay(
            """
            swagger: '2.0'
            info: { title: T, version: '1' }
            host: old.example
            schemes: [https]
            paths: {}
            """,
            Overlay("- { target: $.host, update: new.example }"));
        Assert.Equal("https://new.example", document.Document!.Servers![0].Url?.TrimEnd('/'));
    }

    [Fact]
    public void Added_nodes_are_located_in_the_overlay()
    {
        ReadDocument document = Apply("- { target: $.components.schemas.User.properties, update: { group: { $ref: '#/components/schemas/Nowhere' } } }");
        ReadDiagnostic diagnostic = document.AssertOne(ReadDiagnosticKind.UnresolvedReference, 4);
        Assert.Equal("api/overlay.yaml", diagnostic.Position.Path);
    }

    [Theory]
    [InlineData("$.paths['/user'].get", "Nothing in the document matches '$.paths['/user'].get'. '$.paths' does. Did you mean '/users' instead of '/user'?")]
    [InlineData("$.paths['/elsewhere']", "Nothing in the document matches '$.paths['/elsewhere']'. '$.paths' does.")]
    [InlineData("$.component", "Nothing in the document matches '$.component'. Did you mean 'components' instead of 'component'?")]
    [InlineData("$..parameters[?@.name == 'x']", "Nothing in the document matches '$..parameters[?@.name == 'x']'. '$..parameters' does.")]
    public void An_action_that_matches_nothing_is_a_warning_at_its_target(string target, string message)
    {
        ReadDocument document = Apply($"- target: \"{target}\"\n  remove: true\n- {{ target: $.info.title, update: New }}");
        ReadDiagnostic diagnostic = document.AssertOne(ReadDiagnosticKind.OverlayWithoutTarget, 4);
        Assert.Equal(("api/overlay.yaml", "/actions/0/target", message), (diagnostic.Position.Path, diagnostic.Pointer, diagnostic.Message));
        Assert.Equal((10, target.Length + 2), (diagnostic.Position.Column, diagnostic.Position.Length));
        Assert.Equal("\"New\"", document.At("/info/title"));
    }

    [Theory]
    [InlineData("- { target: $.info.x, copy: $.nowhere }", ReadDiagnosticKind.OverlayWithoutTarget, "Nothing in the document matches '$.info.x'.*")]
    [InlineData("- { target: $.info, copy: $.nowhere }", ReadDiagnosticKind.OverlayWithoutTarget, "Nothing in the document matches '$.nowhere'.")]
    [InlineData("- { target: $.info, copy: $.paths.* }", ReadDiagnosticKind.InvalidOverlay, "'copy' must select one node, not 2.")]
    [InlineData("- { target: $.info, update: [] }", ReadDiagnosticKind.InvalidOverlay, "A list cannot be merged into a mapping. Remove the existing value first.")]
    [InlineData("- { target: $, update: { info: x } }", ReadDiagnosticKind.InvalidOverlay, "A plain value cannot be merged into a mapping. *")]
    [InlineData("- { target: $, remove: true }", ReadDiagnosticKind.InvalidOverlay, "The root of the document cannot be removed.")]
    [InlineData("- { target: info.title, remove: true }", ReadDiagnosticKind.InvalidOverlay, "This is not a JSONPath query. A query must begin with '$', not 'i' (character 1).")]
    [InlineData("- { remove: true }", ReadDiagnosticKind.InvalidOverlay, "'target' of an action must be a string with a JSONPath query.")]
    [InlineData("- { target: $.info, remove: yes please }", ReadDiagnosticKind.InvalidOverlay, "'remove' must be true or false.")]
    [InlineData("- { target: $.info, remove: false }", ReadDiagnosticKind.InvalidOverlay, "The action has neither 'update', 'remove: true' nor 'copy'.")]
    [InlineData("- { target: $.info, update: { x-a: 1 }, descripton: d }", ReadDiagnosticKind.InvalidOverlay, "'descripton' is not a field of an action; did you mean 'description'?")]
    [InlineData("- $.info", ReadDiagnosticKind.InvalidOverlay, "An action must be an object with a field 'target'.")]
    [InlineData("", ReadDiagnosticKind.InvalidOverlay, "The overlay has no list 'actions'.", 3)]
    public void Inapplicable_actions_are_reported_and_the_rest_is_applied(string actions, object kind, string message, int line = 4)
    {
        ReadDocument document = Apply(actions + (actions.Length > 0 ? "\n- { target: $.info, update: { description: still } }" : ""));
        ReadDiagnostic diagnostic = document.AssertOne((ReadDiagnosticKind)kind, line);
        Assert.Equal("api/overlay.yaml", diagnostic.Position.Path);
        Assert.StartsWith(message.TrimEnd('*'), diagnostic.Message);
        Assert.Equal(actions.Length > 0 ? "\"still\"" : "null", document.At("/info/description"));
    }

    [Theory]
    [InlineData("openapi: 3.1.0", "This is not an overlay: it is not an object with a field 'overlay'.")]
    [InlineData("", "This is not an overlay: it is not an object with a field 'overlay'.")]
    [InlineData("overlay: 2.0.0", "Overlay version '2.0.0' is not supported. Versions 1.0 and 1.1 are.")]
    public void A_file_that_is_not_an_overlay_is_an_error_and_the_document_is_read_without_it(string overlay, string message)
    {
        ReadDocument document = Documents.ReadWithOverlay(Document, overlay);
        Assert.Equal(message, document.AssertOne(ReadDiagnosticKind.InvalidOverlay, 1).Message);
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void An_overlay_that_is_not_YAML_is_an_error_at_its_line_and_the_document_is_read_without_it()
    {
        ReadDocument document = Documents.ReadWithOverlay(Document, "overlay: 1.0.0\nactions: [");
        Assert.Contains(document.Diagnostics, diagnostic =>
            diagnostic.Kind == ReadDiagnosticKind.InvalidSyntax && diagnostic.Position.Path == "api/overlay.yaml");
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void The_document_that_an_overlay_extends_is_not_compared()
    {
        ReadDocument document = Documents.ReadWithOverlay(
            Document, "overlay: 1.1.0\nextends: https://elsewhere.example/openapi.json\nx-note: n\nactions: [{ target: $.info.title, update: New }]");
        Assert.Empty(document.Diagnostics);
        Assert.Equal("\"New\"", document.At("/info/title"));
    }

    private static ReadDocument Apply(string actions) => Documents.ReadWithOverlay(Document, Overlay(actions));

    private static string Overlay(string actions) => "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions:\n" + actions;
}
