using System.Text.Json.Nodes;
using ClerkGen.ServedDocuments.Tests.Shelter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NJsonSchema;
using NJsonSchema.Generation.TypeMappers;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>The guide's way to show emitted types in NSwag's document, which no part of the client does by itself.</summary>
public sealed class MappedTypesTests
{
    [Fact]
    public async Task NSwag_shows_an_emitted_type_as_the_guide_maps_it()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEndpointsApiExplorer();

        // The guide has these lines.
        builder.Services.AddOpenApiDocument(settings =>
        {
            var mappers = settings.SchemaSettings.TypeMappers;
            mappers.Add(new PrimitiveTypeMapper(typeof(ResidentId), schema => schema.Type = JsonObjectType.String));
            mappers.Add(new ObjectTypeMapper(typeof(Species), new JsonSchema { Type = JsonObjectType.String, Enumeration = { "cat", "dog" } }));
            mappers.Add(new ObjectTypeMapper(typeof(Pet), (generator, resolver) => new JsonSchema
            {
                Type = JsonObjectType.Object,
                Properties =
                {
                    ["pet_name"] = new JsonSchemaProperty { Type = JsonObjectType.String, IsRequired = true },
                    ["kind_of"] = new JsonSchemaProperty { Reference = generator.Generate(typeof(Species), resolver).ActualSchema },
                },
            }));
        });

        await using WebApplication application = builder.Build();
        application.MapPost("/pets", static (Pet pet) => pet.PetName);
        application.MapGet("/residents/{id}", static (ResidentId id) => new List<Species>());
        application.UseOpenApi();
        await application.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        JsonNode document = JsonNode.Parse(await http.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)))!;

        const string Expected = """
            {
              "Species": { "type": "string", "enum": ["cat", "dog"] },
              "Pet": {
                "type": "object",
                "required": ["pet_name"],
                "properties": { "pet_name": { "type": "string" }, "kind_of": { "$ref": "#/components/schemas/Species" } }
              }
            }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), document["components"]!["schemas"]), document.ToJsonString());
        Assert.Equal("string", (string?)document["paths"]!["/residents/{id}"]!["get"]!["parameters"]![0]!["schema"]!["type"]);
    }

    [Fact]
    public void The_guide_has_the_lines_that_are_tested()
    {
        string project = ServedDocument.ProjectFolder;
        string guide = File.ReadAllText(Path.Combine(project, "../../generator/docs/guide/other-generators.md")).ReplaceLineEndings("\n");
        string source = File.ReadAllText(Path.Combine(project, nameof(MappedTypesTests) + ".cs")).ReplaceLineEndings("\n").Replace("\n        ", "\n", StringComparison.Ordinal);
        int start = guide.IndexOf("builder.Services.AddOpenApiDocument", StringComparison.Ordinal);

        string lines = guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];

        Assert.Contains(lines, source, StringComparison.Ordinal);
    }
}
