using System.Text.Json.Nodes;
using Xunit;

namespace ClerkGen.Specs.Tests;

public sealed class BuildTests : IDisposable
{
    private const string Published = """
        openapi: 3.0.3
        info: {title: Pets, version: '2026-01-01'}
        servers: [{url: 'https://example.com'}]
        security: [{key: []}]
        paths:
          /pets:
            post:
              operationId: CreatePet
              summary: Words of theirs.
              x-speakeasy-group: pets
              x-speakeasy-name-override: create
              tags: [Pets]
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name]
                      properties:
                        name: {type: string, description: More words of theirs.}
                        description: {type: string, example: one}
              responses:
                '200': {description: Done, content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
                '404': {description: Gone, content: {application/json: {schema: {$ref: '#/components/schemas/ClerkErrors'}}}}
        components:
          securitySchemes: {key: {type: http, scheme: bearer}}
          schemas:
            ClerkErrors: {type: object}
            pet:
              type: object
              nullable: true
              properties:
                kind: {type: string, enum: [cat, dog]}
                born_at: {type: integer}
                friend: {$ref: '#/components/schemas/pet'}
        """;

    private const string Organisation = """
        names: {pet: Pet}
        inline: []
        schemas: {PetKind: [Pet/kind]}
        parameters: {}
        paging: {}
        responses: {'404': NotFound}
        propertyNames: {Pet/born_at: Birth}
        enumNames: {}
        """;

    private const string Refinements = """
        refinements:
          - {at: '*/body', when: {members: [required]}, set: {required: true}, reason: There is a name.}
          - {at: '**/*_at', set: {format: unix-milliseconds}, reason: A moment.}
        """;

    private const string Words = """
        info: {description: About pets.}
        securitySchemes: {key: A key.}
        tags: {Pets: Pets.}
        groups: {pets: About pets.}
        responses: {NotFound: Not there.}
        operations: {CreatePet: {summary: Creates a pet., returns: The pet.}}
        schemas:
          Pet: {description: A pet., properties: {kind: Its kind., born_at: Its birth., friend: Its friend.}}
          PetKind: {description: A kind., values: {cat: A cat., dog: A dog.}}
          CreatePetRequest: {description: A pet., properties: {name: Its name., description: Its looks.}}
          ClerkErrors: {description: Errors.}
        """;

    private readonly string _path = Directory.CreateTempSubdirectory("specs-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void The_built_document_has_only_our_names_refinements_and_words()
    {
        var remarks = new List<string>();
        (JsonObject document, Prose prose) = Build(Published, Organisation, remarks);

        Assert.Equal([], remarks);
        Assert.Equal([], prose.Missing);
        Assert.Equal([], prose.Unused);
        Assert.DoesNotContain("theirs", document.ToJsonString(), StringComparison.Ordinal);
        JsonNode schemas = document["components"]!["schemas"]!;
        Assert.Equal(["ClerkErrors", "CreatePetRequest", "Pet", "PetKind"], schemas.AsObject().Select(schema => schema.Key));
        Assert.Equal("unix-milliseconds", schemas["Pet"]!["properties"]!["born_at"]!["format"]!.GetValue<string>());
        Assert.Equal("Birth", schemas["Pet"]!["properties"]!["born_at"]!["x-clerkgen-name"]!.GetValue<string>());
        Assert.Null(schemas["Pet"]!["nullable"]);
        Assert.True(schemas["Pet"]!["properties"]!["friend"]!["nullable"]!.GetValue<bool>());
        Assert.Equal("string", schemas["CreatePetRequest"]!["properties"]!["description"]!["type"]!.GetValue<string>());
        JsonNode operation = document["paths"]!["/pets"]!["post"]!;
        Assert.True(operation["requestBody"]!["required"]!.GetValue<bool>());
        Assert.Equal("#/components/responses/NotFound", operation["responses"]!["404"]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public void Added_and_removed_facts_are_reported()
    {
        string newer = Published
            .Replace("born_at: {type: integer}", "colour: {type: string, enum: [red, blue]}", StringComparison.Ordinal)
            .Replace("x-speakeasy-group: pets", "x-other: pets", StringComparison.Ordinal);
        var remarks = new List<string>();

        (_, Prose prose) = Build(newer, Organisation, remarks);

        Assert.Contains("no name for the inline schema at Pet/colour", remarks);
        Assert.Contains("no group for CreatePet", remarks);
        Assert.Contains("organisation.yaml: Pet/born_at matches nothing", remarks);
        Assert.Contains(remarks, remark => remark.StartsWith("refinements.yaml: matches nothing", StringComparison.Ordinal));
        Assert.Contains("schemas/Pet/properties/colour", prose.Missing);
        Assert.Contains("schemas/Pet/properties/born_at", prose.Unused);
    }

    [Fact]
    public void An_undecided_keyword_is_refused()
    {
        string newer = Published.Replace("born_at: {type: integer}", "born_at: {type: integer, novelty: 1}", StringComparison.Ordinal);

        Assert.Contains("novelty", Assert.Throws<SpecsException>(() => Build(newer, Organisation, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_different_parts_with_one_name_are_refused()
    {
        string wrong = Organisation.Replace("[Pet/kind]", "[Pet/kind, Pet/born_at]", StringComparison.Ordinal);

        Assert.Contains("PetKind", Assert.Throws<SpecsException>(() => Build(Published, wrong, [])).Message, StringComparison.Ordinal);
    }

    private (JsonObject Document, Prose Prose) Build(string published, string organisation, List<string> remarks)
    {
        Directory.CreateDirectory(Path.Combine(_path, "prose"));
        File.WriteAllText(Path.Combine(_path, "organisation.yaml"), organisation);
        File.WriteAllText(Path.Combine(_path, "refinements.yaml"), Refinements);
        File.WriteAllText(Path.Combine(_path, "prose", "pets.yaml"), Words);
        var folder = new SpecsFolder(_path);
        Prose prose = folder.ReadProse();
        return (YamlReader.Read(folder.Build(published, prose, remarks), "test"), prose);
    }
}
