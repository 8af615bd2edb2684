using System.Net;
using System.Text.Json.Nodes;
using ClerkGen.ServedDocuments.Tests.Shelter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>An application's own OpenAPI document shows emitted types as they travel, whichever framework writes it.</summary>
public sealed class ShownTypesTests
{
    public enum Framework
    {
        /// <summary><c>Microsoft.AspNetCore.OpenApi</c>.</summary>
        OpenApi,

        /// <summary>Swashbuckle, which writes OpenAPI 3.0.</summary>
        SwaggerGen,
    }

    [Theory]
    [InlineData(Framework.OpenApi)]
    [InlineData(Framework.SwaggerGen)]
    public async Task Bodies_are_shown_with_their_names_formats_lists_enums_unions_ids_and_JSON_values(Framework framework)
    {
        JsonNode document = await DocumentAsync(framework, static application =>
        {
            application.MapPost("/residents", static (Resident resident) => new List<Resident> { resident });
            application.MapGet("/rooms", static () => new Dictionary<string, Resident>());
            application.MapGet("/cages", static () => new Cage(null, [], null));
        });

        JsonNode schemas = document["components"]!["schemas"]!;
        bool isOpenApi = framework == Framework.OpenApi;
        AssertJson("""{"$ref":"#/components/schemas/Resident"}""", document["paths"]!["/residents"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]);
        AssertJson("""{"type":"array","items":{"$ref":"#/components/schemas/Resident"}}""", Answer(document, "/residents", "post"));
        AssertJson("""{"$ref":"#/components/schemas/Resident"}""", Answer(document, "/rooms", "get")!["additionalProperties"]);
        AssertJson("""{"type":"array","items":{"$ref":"#/components/schemas/Keeper"}}""", Without(schemas["Cage"]!["properties"]!["keepers"]!, "nullable"));
        AssertJson(
            """
            {
              "type": "object",
              "description": "Not a reference: \"#/components/schemas/Visit\"",
              "required": ["id", "kind_of", "arrived_at", "keeper", "extra"],
              "properties": {
                "id": { "$ref": "#/components/schemas/ResidentId" },
                "kind_of": { "$ref": "#/components/schemas/Species" },
                "arrived_at": { "type": "string", "format": "date-time" },
                "born_on": BORN,
                "weight": { "type": "number", "format": "double" },
                "legs": { "type": "integer", "format": "int32" },
                "friends": { "type": "array", "items": { "$ref": "#/components/schemas/Resident" } },
                "eats": { "type": "array", "items": { "$ref": "#/components/schemas/Species" } },
                "rooms": { "type": "object", "additionalProperties": { "type": "integer", "format": "int64" } },
                "keeper": { "$ref": "#/components/schemas/Keeper" },
                "last_visit": { "anyOf": [{ "$ref": "#/components/schemas/Visit" }, NULL] },
                "class": { "$ref": "#/components/schemas/Level" },
                "extra": {},
                "pets": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }
              }
            }
            """
                .Replace("BORN", isOpenApi ? """{"type":["null","string"],"format":"date"}""" : """{"type":"string","format":"date","nullable":true}""", StringComparison.Ordinal)
                .Replace("NULL", isOpenApi ? """{"type":"null"}""" : """{"enum":[null],"nullable":true}""", StringComparison.Ordinal),
            schemas["Resident"]);
        AssertJson("""{"type":"string"}""", schemas["ResidentId"]);
        AssertJson("""{"type":"string","enum":["cat","dog","guinea-pig"]}""", schemas["Species"]);
        AssertJson("""{"type":"integer","enum":[1,2,3]}""", schemas["Level"]);
        AssertJson("""{"anyOf":[{"$ref":"#/components/schemas/Person"},{"$ref":"#/components/schemas/Team"}]}""", schemas["Keeper"]);
        AssertJson("""{"type":"object","properties":{"filter":{"$ref":"#/components/schemas/Filter"}}}""", schemas["Visit"]);
        Assert.Equal(
            ["Cage", "Filter", "Keeper", "Level", "Person", "Pet", "Resident", "ResidentId", "Species", "Team", "Visit"],
            schemas.AsObject().Select(static schema => schema.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Framework.OpenApi)]
    [InlineData(Framework.SwaggerGen)]
    public async Task Types_are_shown_as_the_project_customises_them(Framework framework)
    {
        JsonNode document = await DocumentAsync(framework, static application => application.MapGet("/collars", static () => new List<Collar>()));

        JsonNode schemas = document["components"]!["schemas"]!;
        AssertJson(
            """
            {
              "type": "object",
              "required": ["number"],
              "properties": {
                "number": { "type": "integer", "format": "int32" },
                "sold_on": { "type": "string", "format": "date-time" },
                "price": { "type": "string" },
                "prices": { "type": "array", "items": { "type": "string" } },
                "wearer": {},
                "color": { "$ref": "#/components/schemas/CollarColor" }
              }
            }
            """,
            schemas["Collar"]);
        AssertJson("""{"type":"string","enum":["red","green"]}""", schemas["CollarColor"]);
        Assert.Null(schemas["Person"]);
    }

    [Theory]
    [InlineData(Framework.OpenApi)]
    [InlineData(Framework.SwaggerGen)]
    public async Task Parameters_of_minimal_APIs_and_controllers_are_shown_with_their_known_values(Framework framework)
    {
        JsonNode document = await DocumentAsync(framework, static application =>
        {
            application.MapGet("/minimal/{id}", static (ResidentId id, Species kind, Species? other, Species[] kinds, [FromHeader] Level level, string word) => word);
            application.MapGet("/query", static ([AsParameters] Search search) => search.Word);
            application.MapControllers();
        });

        const string Species = """{"$ref":"#/components/schemas/Species"}""";
        const string List = """{"type":"array","items":{"$ref":"#/components/schemas/Species"}}""";
        AssertParameters(
            document,
            "/minimal/{id}",
            ("path", "id", """{"$ref":"#/components/schemas/ResidentId"}"""),
            ("query", "kind", Species),
            ("query", "other", Species),
            ("query", "kinds", List),
            ("header", "level", """{"$ref":"#/components/schemas/Level"}"""),
            ("query", "word", """{"type":"string"}"""));
        AssertParameters(document, "/query", ("query", "Kind", Species), ("query", "Other", Species), ("query", "Kinds", List), ("query", "Word", """{"type":"string"}"""));
        AssertParameters(
            document,
            "/controller/{kind}",
            ("path", "kind", Species),
            ("query", "other", Species),
            ("query", "kinds", List),
            ("query", "Inner", Species),
            ("query", "Inners", List),
            ("query", "Word", """{"type":"string"}"""));
        JsonNode schemas = document["components"]!["schemas"]!;
        AssertJson("""{"type":"string","enum":["cat","dog","guinea-pig"]}""", schemas["Species"]);
        AssertJson("""{"type":"integer","enum":[1,2,3]}""", schemas["Level"]);
        AssertJson("""{"type":"string"}""", schemas["ResidentId"]);
    }

    [Fact]
    public async Task A_type_of_the_application_with_the_name_of_an_emitted_one_keeps_its_name()
    {
        JsonNode document = await DocumentAsync(Framework.OpenApi, static application =>
        {
            application.MapGet("/visits", static () => new Visit(1));
            application.MapGet("/residents", static () => new List<Resident>());
        });

        JsonNode schemas = document["components"]!["schemas"]!;
        Assert.NotNull(schemas["Visit"]!["properties"]!["number"]);
        AssertJson("""{"$ref":"#/components/schemas/ShelterClientVisit"}""", schemas["Resident"]!["properties"]!["last_visit"]!["anyOf"]![0]);
        Assert.NotNull(schemas["ShelterClientVisit"]!["properties"]!["filter"]);
    }

    [Fact]
    public async Task Swashbuckles_names_of_schemas_are_used()
    {
        JsonNode document = await DocumentAsync(
            Framework.SwaggerGen,
            static application =>
            {
                application.MapGet("/visits", static () => new Visit(1));
                application.MapGet("/residents", static () => new List<Resident>());
            },
            static type => type.FullName!.Replace('+', '.'));

        JsonNode schemas = document["components"]!["schemas"]!;
        const string Space = "ClerkGen.ServedDocuments.Tests.";
        Assert.NotNull(schemas[Space + "ShownTypesTests.Visit"]!["properties"]!["number"]);
        AssertJson($$"""{"$ref":"#/components/schemas/{{Space}}Shelter.Visit"}""", schemas[Space + "Shelter.Resident"]!["properties"]!["last_visit"]!["anyOf"]![0]);
        Assert.NotNull(schemas[Space + "Shelter.Visit"]!["properties"]!["filter"]);
    }

    [Fact]
    public async Task Swashbuckle_refuses_two_types_with_one_name()
    {
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(static () => DocumentAsync(Framework.SwaggerGen, static application =>
        {
            application.MapGet("/visits", static () => new Visit(1));
            application.MapGet("/residents", static () => new List<Resident>());
        }));

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
    }

    private static async Task<JsonNode> DocumentAsync(Framework framework, Action<WebApplication> map, Func<Type, string>? nameOf = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().ConfigureApplicationPartManager(static parts =>
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Clear();
            parts.ApplicationParts.Add(new Parts());
            parts.FeatureProviders.Add(new OnlySpecies());
        });
        if (framework == Framework.OpenApi)
        {
            builder.Services.AddOpenApi(static options => options.AddShelterClientTypes());
        }
        else
        {
            builder.Services.AddEndpointsApiExplorer();
            builder.Services.AddSwaggerGen(options =>
            {
                options.AddShelterClientTypes();
                if (nameOf is not null)
                {
                    options.CustomSchemaIds(nameOf);
                }
            });
        }

        await using WebApplication application = builder.Build();
        map(application);
        if (framework == Framework.OpenApi)
        {
            application.MapOpenApi();
        }
        else
        {
            application.UseSwagger();
        }

        await application.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        string path = framework == Framework.OpenApi ? "/openapi/v1.json" : "/swagger/v1/swagger.json";
        return JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
    }

    private static JsonNode? Answer(JsonNode document, string path, string method) =>
        document["paths"]![path]![method]!["responses"]!["200"]!["content"]!["application/json"]!["schema"];

    private static JsonNode Without(JsonNode schema, string keyword)
    {
        schema.AsObject().Remove(keyword);
        return schema;
    }

    private static void AssertParameters(JsonNode document, string path, params (string In, string Name, string Schema)[] expected)
    {
        JsonArray parameters = document["paths"]![path]!["get"]!["parameters"]!.AsArray();
        Assert.Equal(expected.Select(static one => one.In + " " + one.Name), parameters.Select(static one => one!["in"] + " " + one["name"]));
        for (int i = 0; i < expected.Length; i++)
        {
            AssertJson(expected[i].Schema, parameters[i]!["schema"]);
        }
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, got {actual?.ToJsonString()}");

    private sealed record Cage(Resident? Tenant, IReadOnlyList<Keeper> Keepers, Species? Kind);

    private sealed record Visit(int Number);

    private sealed record Search(Species Kind, Species? Other, Species[]? Kinds, string Word);

    private sealed class Parts : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => "Species";

        public IEnumerable<System.Reflection.TypeInfo> Types => [];
    }

    private sealed class OnlySpecies : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(SpeciesEndpoints)));
    }

    /// <summary>Not called a controller, so that the other application does not find it.</summary>
    [ApiController]
    [Route("controller")]
    [NonController]
    public sealed class SpeciesEndpoints : ControllerBase
    {
        [HttpGet("{kind}")]
        public string Get(Species kind, [FromQuery] Species? other, [FromQuery] List<Species> kinds, [FromQuery] Bound bound) => $"{kind} {other} {kinds.Count} {bound.Word}";
    }

    public sealed class Bound
    {
        public Species Inner { get; set; }

        public Species[]? Inners { get; set; }

        public string? Word { get; set; }
    }
}
