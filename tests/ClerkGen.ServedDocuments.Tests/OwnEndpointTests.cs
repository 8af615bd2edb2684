using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ClerkGen.ServedDocuments.Tests.Zoo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.ServedDocuments.Tests;

/// <summary>Emitted types in an application's own endpoints: what its document says of them, and which bodies it accepts.</summary>
public sealed class OwnEndpointTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private WebApplication? _application;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi(static options => options.AddZooClientTypes());
        _application = builder.Build();
        _application.MapPost("/choices", static (Choices choices) => choices);
        _application.MapPost("/times", static (Times times) => times);
        _application.MapGet("/animals", static () => new List<Animal>());
        _application.MapGet("/nested", static () => new Dictionary<string, Nested>());
        _application.MapGet("/own", static () => new Cage(null, [], null));
        _application.MapOpenApi();
        await _application.StartAsync();
        _http.BaseAddress = new Uri(_application.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _application!.DisposeAsync();
    }

    [Fact]
    public async Task The_applications_document_shows_emitted_types_as_they_are_in_JSON()
    {
        JsonNode document = JsonNode.Parse(await _http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        JsonNode schemas = document["components"]!["schemas"]!;

        AssertJson("""{"$ref":"#/components/schemas/Choices"}""", document["paths"]!["/choices"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]);
        AssertJson("""{"type":"array","items":{"$ref":"#/components/schemas/Animal"}}""", Answer(document, "/animals"));
        AssertJson("""{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Nested"}}""", Answer(document, "/nested"));
        AssertJson("""["diet","size","noDiet","maybeSize","diets"]""", schemas["Choices"]!["required"]);
        AssertJson("""{"type":"array","items":{"$ref":"#/components/schemas/Diet"}}""", schemas["Choices"]!["properties"]!["diets"]);
        AssertJson("""["Plants","Meat","Both"]""", schemas["Diet"]!["enum"]);
        AssertJson("""{"type":"string","format":"date-time"}""", schemas["Times"]!["properties"]!["utc"]);
        AssertJson("""{"type":["null","string"],"format":"date"}""", schemas["Times"]!["properties"]!["noDay"]);
        AssertJson("""[{"$ref":"#/components/schemas/AnimalCat"},{"$ref":"#/components/schemas/AnimalDog"}]""", schemas["Animal"]!["anyOf"]);
        AssertJson("""["cat"]""", schemas["AnimalCat"]!["properties"]!["kind"]!["enum"]);
        AssertJson("""[{"$ref":"#/components/schemas/Nested"},{"type":"null"}]""", schemas["Nested"]!["properties"]!["inner"]!["anyOf"]);
        AssertJson("""{"type":"array","items":{"$ref":"#/components/schemas/Animal"}}""", schemas["Cage"]!["properties"]!["animals"]);
    }

    [Theory]
    [InlineData("""{"diet":"Meat","size":1,"noDiet":null,"maybeSize":null,"diets":["Insects"]}""", HttpStatusCode.OK)]
    [InlineData("""{"diet":"Meat","size":1,"noDiet":null,"maybeSize":null}""", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    public async Task A_body_without_a_required_member_is_a_bad_request(string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.PostAsync(new Uri("/choices", UriKind.Relative), content);

        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            AssertJson(body, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
        }
    }

    private static JsonNode? Answer(JsonNode document, string path) =>
        document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"];

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, got {actual?.ToJsonString()}");

    private sealed record Cage(Nested? Keeper, IReadOnlyList<Animal> Animals, Diet? Diet);
}
