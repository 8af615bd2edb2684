using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Tests.Reading;

public sealed class ReferenceTests
{
    private const string Schema = Documents.Head + "components:\n  schemas:\n    A:\n      type: object\n      properties:\n        p:\n          ";

    [Fact]
    public void References_lead_to_components_of_other_files()
    {
        ReadDocument document = Documents.Read(
            Documents.Head + """
            paths:
              /pets: { $ref: 'paths/pets.yaml' }
            components:
              schemas:
                Pet: { $ref: ../schemas/pet.json }
            """,
            ("api/paths/pets.yaml", """
            get:
              parameters: [{ $ref: '../../shared.yaml#/parameters/limit' }]
              responses:
                200: { description: ok, content: { application/json: { schema: { $ref: '../openapi.yaml#/components/schemas/Pet' } } } }
                404: { $ref: '../../shared.yaml#/responses/missing' }
            """),
            ("schemas/pet.json", """{ "type": "object", "properties": { "tag": { "$ref": "./tag.yaml" }, "parent": { "$ref": "#" } } }"""),
            ("schemas/tag.yaml", "type: string\n"),
            ("shared.yaml", """
            parameters: { limit: { name: limit, in: query, schema: { type: integer } } }
            responses: { missing: { description: missing } }
            """));
        Assert.Empty(document.Diagnostics);
        Assert.Equal(["Pet", "tag"], document.Document!.Components!.Schemas!.Keys);
        Assert.Equal("""{"tag":{"$ref":"#/components/schemas/tag"},"parent":{"$ref":"#/components/schemas/Pet"}}""", document.At("/components/schemas/Pet/properties"));
        OpenApiOperation operation = document.Document.Paths["/pets"].Operations![HttpMethod.Get];
        Assert.Equal("limit", Assert.Single(operation.Parameters!).Name);
        Assert.Equal("missing", operation.Responses!["404"].Description);
        Position position = document.Locate("/components/schemas/Pet/properties/tag");
        Assert.Equal(("schemas/pet.json", 0), (position.Path, position.Line));
    }

    [Fact]
    public void A_file_is_found_by_its_text_with_any_slashes()
    {
        ReadDocument document = Documents.ReadAs(
            @"C:\work\api\openapi.yaml", Schema + "$ref: '..\\schemas/./x/../B%20C.yaml'\n", (@"C:\work\schemas\B C.yaml", "type: string"));
        Assert.Empty(document.Diagnostics);
        Assert.Equal("\"#/components/schemas/B C\"", document.At("/components/schemas/A/properties/p/$ref"));
    }

    [Theory]
    [InlineData("https://example.com/a.yaml")]
    [InlineData("http://127.0.0.1:1/a.yaml#/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("C:/a.yaml")]
    [InlineData("//server/share/a.yaml")]
    [InlineData("\\\\server\\share\\a.yaml")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("missing.yaml#/a")]
    [InlineData("#/components/schemas/B")]
    [InlineData("#/components/schemas/A/properties/q")]
    [InlineData("#anchor")]
    [InlineData("B")]
    public void An_unresolved_reference_is_reported_at_its_line_and_accepts_any_value(string reference)
    {
        ReadDocument document = Documents.Read(Schema + $"{{ description: d, $ref: '{reference}' }}\n");
        Assert.Equal("/components/schemas/A/properties/p/$ref", document.AssertOne(ReadDiagnosticKind.UnresolvedReference, 9).Pointer);
        Assert.Equal("""{"description":"d"}""", document.At("/components/schemas/A/properties/p"));
        Assert.NotNull(document.Document);
    }

    [Theory]
    [InlineData("#/components/schemas/Invioce", "there is nothing at that place; did you mean 'Invoice'?")]
    [InlineData("other.yaml#/defs/Invioce", "there is nothing at that place; did you mean 'Invoice'?")]
    [InlineData("#/components/schemas/Customer", "there is nothing at that place.")]
    [InlineData("#/nowhere/at/all", "there is nothing at that place.")]
    [InlineData("missing.yaml#/Invoice", "the project has no additional file 'missing.yaml'.")]
    public void The_name_that_was_probably_meant_is_proposed(string reference, string problem)
    {
        ReadDocument document = Documents.Read(
            Schema + $"$ref: '{reference}'\n" + "    Invoice: { type: object }\n", ("api/other.yaml", "defs: { Invoice: { type: object } }"));

        Assert.Equal($"The reference '{reference}' does not resolve: {problem}", document.AssertOne(ReadDiagnosticKind.UnresolvedReference, 9).Message);
    }

    [Fact]
    public void Other_parts_whose_reference_leads_nowhere_are_left_out()
    {
        ReadDocument document = Documents.Read(Documents.Head + """
            paths:
              /gone: { $ref: '#/nowhere' }
              /a:
                post:
                  parameters: [{ $ref: '#/nowhere' }]
                  requestBody: { $ref: '#/nowhere' }
                  responses: { 200: { $ref: '#/nowhere' } }
            """);
        Assert.Equal(4, document.Diagnostics.Count(diagnostic => diagnostic.Kind == ReadDiagnosticKind.UnresolvedReference));
        Assert.Equal("""{"/a":{"post":{"parameters":[],"responses":{"200":{"description":""}}}}}""", document.At("/paths"));
    }

    [Fact]
    public void References_in_a_cycle_are_reported_and_accept_any_value()
    {
        ReadDocument document = Documents.Read(Documents.Head + """
            components:
              schemas:
                A: { $ref: '#/components/schemas/B' }
                B: { $ref: '#/components/schemas/A' }
                C: { $ref: '#/components/schemas/C' }
                D: { properties: { a: { $ref: '#/components/schemas/A' }, d: { $ref: '#/components/schemas/D' } } }
            """);
        Assert.Equal(3, document.Diagnostics.Count(diagnostic => diagnostic.Kind == ReadDiagnosticKind.ReferenceRing && diagnostic.Position.Line <= 6));
        Assert.Equal("{}", document.At("/components/schemas/A"));
        Assert.Equal("\"#/components/schemas/D\"", document.At("/components/schemas/D/properties/d/$ref"));
    }

    [Fact]
    public void A_ring_of_path_items_is_reported_and_left_out()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths:\n  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }\n  /c: { get: {} }\n");
        Assert.Equal(2, document.Diagnostics.Count(diagnostic => diagnostic.Kind == ReadDiagnosticKind.ReferenceRing));
        Assert.Equal(["/c"], document.Document!.Paths.Keys);
    }

    [Fact]
    public void A_path_item_that_calls_back_to_itself_terminates()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths:\n  /a:\n    post:\n      callbacks:\n        c:\n          '{$request.body#/url}': { $ref: '#/paths/~1a' }\n");
        Assert.Empty(document.Diagnostics);
        Assert.NotNull(document.Document!.Paths["/a"].Operations![HttpMethod.Post].Callbacks);
    }

    [Theory]
    [InlineData("#/components/schemas/Target/properties/deep/items", "Target_deep_items")]
    [InlineData("#/components/schemas/Alias/properties/deep/items", "Alias_deep_items")]
    [InlineData("#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema", "a_id_get_200")]
    [InlineData("#/x-schemas/Odd", "x-schemas_Odd")]
    [InlineData("#/components/schemas/Target/$defs/Inner", "Target_Inner")]
    [InlineData("#named", "named")]
    [InlineData("https://example.com/schemas/identified", "identified")]
    [InlineData("identified", "identified")]
    [InlineData("https://example.com/schemas/identified#/properties/x", "x")]
    [InlineData("https://example.com/schemas/identified#inner", "inner")]
    [InlineData("https://example.com/openapi#/components/schemas/Target", "Target")]
    public void References_to_odd_places_become_components(string reference, string name)
    {
        ReadDocument document = Documents.Read($$"""
            openapi: 3.2.0
            $self: https://example.com/openapi
            info: { title: T, version: '1' }
            paths:
              '/a/{id}': { get: { responses: { 200: { description: d, content: { application/json: { schema: { type: string } } } } } } }
            x-schemas: { Odd: { type: string } }
            components:
              schemas:
                Use: { properties: { p: { $ref: '{{reference}}' } } }
                Alias: { $ref: '#/components/schemas/Target' }
                Target: { properties: { deep: { type: array, items: { type: string } } }, $defs: { Inner: { type: string } } }
                Named: { type: object, properties: { n: { $anchor: named, type: string } } }
                Identified: { properties: { i: { $id: 'https://example.com/schemas/identified', properties: { x: { $anchor: inner, type: string } } } } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal($"\"#/components/schemas/{name}\"", document.At("/components/schemas/Use/properties/p/$ref"));
        Assert.Contains(name, document.Document!.Components!.Schemas!.Keys);
    }

    [Fact]
    public void A_dynamic_reference_leads_to_its_anchor()
    {
        ReadDocument document = Documents.Read(Documents.Head + "components: { schemas: { Node: { $dynamicAnchor: node, properties: { next: { $dynamicRef: '#node' } } } } }\n");
        Assert.Empty(document.Diagnostics);
        Assert.Equal("""{"next":{"allOf":[{"$ref":"#/components/schemas/Node"}]}}""", document.At("/components/schemas/Node/properties"));
    }

    private const string Generic = """
            Page: { type: object, properties: { items: { type: array, items: { $dynamicRef: '#T' } } }, $defs: { T: { $dynamicAnchor: T, not: {} } } }
            User: { type: object }
            Team: { type: object }
        """;

    [Theory]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } }", "PageOfUser")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Page' }], $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } }", "PageOfUser")]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, type: integer } }", "PageOfInteger")]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, type: array, items: { $ref: '#/components/schemas/User' } } }", "PageOfUserList")]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, title: Cat, type: object, properties: { a: {} } } }", "PageOfCat")]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } } } }", "PageOfPageOfUser")]
    [InlineData("$ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/Page' } }", "PageOfPageOfPage")]
    public void A_generic_schema_is_named_after_its_bindings(string schema, string name)
    {
        ReadDocument document = Documents.Read(Documents.Head + "components:\n  schemas:\n" + Generic + $"\n    Use: {{ type: object, properties: {{ p: {{ {schema} }} }} }}\n");
        Assert.Empty(document.Diagnostics);
        Assert.Contains(name, document.Document!.Components!.Schemas!.Keys);
        Assert.Contains($"\"#/components/schemas/{name}\"", document.At("/components/schemas/Use/properties/p"));
    }

    [Fact]
    public void A_component_that_only_binds_anchors_is_the_instance()
    {
        ReadDocument document = Documents.Read(Documents.Head + "components:\n  schemas:\n" + Generic + """

                UserPage: { description: Users., $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } } }
                TeamPage: { $ref: '#/components/schemas/UserPage', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/Team' } } }
                Use: { $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } }, properties: { q: { $ref: '#/components/schemas/TeamPage' } } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("""{"type":"object","properties":{"items":{"type":"array","items":{"allOf":[{"$ref":"#/components/schemas/User"}]}}},"description":"Users."}""", document.At("/components/schemas/UserPage"));
        Assert.Contains("#/components/schemas/Team\"", document.At("/components/schemas/TeamPage"));
        Assert.Contains("#/components/schemas/UserPage\"", document.At("/components/schemas/Use/allOf"));
    }

    [Theory]
    [InlineData("properties: { p: { $ref: '#/components/schemas/Page' } }", "anchor 'T'", 10)]
    [InlineData("properties: { p: { $ref: '#/components/schemas/Page', $defs: { U: { $dynamicAnchor: U, type: string } } } }", "anchor 'T'", 10)]
    [InlineData("properties: { p: { $dynamicRef: '#U' } }, $defs: { a: { $dynamicAnchor: U, type: string } }", null, 0)]
    public void An_unbound_anchor_is_reported_at_the_reference(string schema, string? message, int line)
    {
        ReadDocument document = Documents.Read(Documents.Head + "components:\n  schemas:\n" + Generic + $$"""

                UserPage: { $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } } }
              parameters:
                Use: { name: q, in: query, schema: { type: object, {{schema}} } }
            """);
        if (message is null)
        {
            Assert.Empty(document.Diagnostics);
            return;
        }

        ReadDiagnostic diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal(ReadDiagnosticKind.DynamicReferenceOpen, diagnostic.Kind);
        Assert.Contains(message, diagnostic.Message);
        Assert.Equal(line, diagnostic.Position.Line + 1);
    }

    [Fact]
    public void A_schema_that_binds_ever_larger_arguments_ends_with_a_report()
    {
        ReadDocument document = Documents.Read(Documents.Head + """
            components:
              schemas:
                Box:
                  type: object
                  properties:
                    value: { $dynamicRef: '#T' }
                    next: { $ref: '#/components/schemas/Box', $defs: { T: { $dynamicAnchor: T, type: array, items: { $dynamicRef: '#T' } } } }
                Use: { $ref: '#/components/schemas/Box', $defs: { T: { $dynamicAnchor: T, type: string } } }
            """);
        Assert.Contains(document.Diagnostics, static diagnostic => diagnostic.Kind == ReadDiagnosticKind.DynamicReferenceOpen && diagnostic.Message.Contains("levels"));
        Assert.InRange(document.Document!.Components!.Schemas!.Count, 3, 20);
    }

    [Fact]
    public void Keys_that_references_would_have_to_escape_are_renamed_without_collisions()
    {
        ReadDocument document = Documents.Read(Documents.Head + """
            components:
              schemas:
                a_b: { type: string }
                a/b: { type: integer }
                'a~b': { type: number }
                ünï cödé: { type: boolean }
                Use: { properties: { one: { $ref: '#/components/schemas/a~1b' }, two: { $ref: '#/components/schemas/a~0b' }, three: { $ref: '#/components/schemas/%C3%BCn%C3%AF%20c%C3%B6d%C3%A9' } } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal(["a_b", "a_b_2", "a_b_3", "ünï cödé", "Use"], document.Document!.Components!.Schemas!.Keys);
        IOpenApiSchema use = document.Document.Components.Schemas["Use"];
        Assert.Equal("a_b_2", ((OpenApiSchemaReference)use.Properties!["one"]).Reference.Id);
        Assert.Equal("ünï cödé", ((OpenApiSchemaReference)use.Properties["three"]).Reference.Id);
        Assert.All(use.Properties.Values, schema => Assert.False(((OpenApiSchemaReference)schema).UnresolvedReference));
    }

    [Fact]
    public void Mappings_of_a_discriminator_become_references()
    {
        ReadDocument document = Documents.Read(
            Documents.Head + """
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }]
                  discriminator:
                    propertyName: kind
                    mapping: { cat: Cat, dog: '#/components/schemas/Dog', bird: bird.yaml, fish: Fish }
                Cat: { type: object }
                Dog: { type: object }
            """,
            ("api/bird.yaml", "type: object"));
        document.AssertOne(ReadDiagnosticKind.UnresolvedReference, 9);
        Assert.Equal(
            """{"cat":"#/components/schemas/Cat","dog":"#/components/schemas/Dog","bird":"#/components/schemas/bird"}""",
            document.At("/components/schemas/Pet/discriminator/mapping"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_in_that_file()
    {
        ReadDocument document = Documents.Read(Schema + "$ref: broken.yaml\n", ("api/broken.yaml", "a: [\n"));
        Assert.Equal(
            [(ReadDiagnosticKind.UnreadablePart, "api/broken.yaml"), (ReadDiagnosticKind.UnresolvedReference, "api/openapi.yaml")],
            document.Diagnostics.Select(diagnostic => (diagnostic.Kind, diagnostic.Position.Path)));
    }

    [Fact]
    public void Schemas_that_aliases_share_are_written_once()
    {
        ReadDocument document = Documents.Read(Documents.Head + """
            components:
              schemas:
                A: { properties: { one: &money { type: object, properties: { amount: { type: integer } } }, two: *money } }
                B: &b { type: object }
                C: { properties: { b: *b } }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("""{"one":{"$ref":"#/components/schemas/money"},"two":{"$ref":"#/components/schemas/money"}}""", document.At("/components/schemas/A/properties"));
        Assert.Equal("\"#/components/schemas/B\"", document.At("/components/schemas/C/properties/b/$ref"));
    }

    [Fact]
    public void A_reference_in_an_example_is_data()
    {
        ReadDocument document = Documents.Read(Documents.Head + "components: { schemas: { A: { example: { $ref: nowhere }, enum: [{ $ref: nowhere }], x-a: { $ref: nowhere } } } }\n");
        Assert.Empty(document.Diagnostics);
    }
}
