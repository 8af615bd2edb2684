using System.Net;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A stub that checks requests and responses by an OpenAPI document.</summary>
public sealed class StubDocumentTests
{
    private const string Text = """
        {
          "paths": {
            "/pets": {
              "parameters": [{ "name": "X-Trace", "in": "header", "schema": { "type": "string", "maxLength": 5 } }],
              "get": {
                "operationId": "ListPets",
                "parameters": [
                  { "name": "limit", "in": "query", "required": true, "schema": { "type": "integer", "maximum": 100 } },
                  { "name": "status", "in": "query", "schema": { "type": "array", "items": { "enum": ["sold", "new"] } } },
                  { "name": "filter", "in": "query", "style": "deepObject", "schema": { "type": "object" } }
                ],
                "responses": { "2XX": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/PetPage" } } } } }
              },
              "post": {
                "operationId": "CreatePet",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": {
                  "201": { "$ref": "#/components/responses/Pet" },
                  "422": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Errors" } } } }
                }
              }
            },
            "/pets/{pet_id}": {
              "get": {
                "operationId": "GetPet",
                "parameters": [{ "name": "pet_id", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^pet_" } }],
                "responses": { "200": { "$ref": "#/components/responses/Pet" }, "default": { "description": "" } }
              },
              "patch": { "operationId": "UpdatePet", "responses": { "200": { "$ref": "#/components/responses/Pet" } } }
            }
          },
          "components": {
            "responses": { "Pet": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } },
            "schemas": {
              "Pet": {
                "type": "object",
                "required": ["id"],
                "properties": {
                  "id": { "type": "string", "minLength": 2 },
                  "name": { "type": ["string", "null"] },
                  "born": { "type": "string", "format": "date", "readOnly": true },
                  "kind": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }], "discriminator": { "propertyName": "type" } },
                  "mother": { "$ref": "#/components/schemas/Pet" },
                  "extra": { "type": "object", "additionalProperties": { "type": "integer" } },
                  "free": {}
                }
              },
              "Named": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" } } },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Named" }, { "type": "object", "properties": { "lives": { "type": "integer", "maximum": 9 } } }] },
              "Dog": { "allOf": [{ "$ref": "#/components/schemas/Named" }, { "type": "object", "properties": { "barks": { "type": "boolean" } } }] },
              "PetPage": { "type": "object", "properties": { "data": { "type": "array", "maxItems": 2, "items": { "$ref": "#/components/schemas/Pet" } } } },
              "Errors": { "type": "object", "required": ["errors", "described_nowhere"], "properties": { "errors": { "type": "array", "items": { "type": "object" } } } }
            }
          }
        }
        """;

    private static readonly ApiDocument Document = new(Encoding.UTF8.GetBytes(Text));

    [Theory]
    [InlineData("""{"id":"pet_1","name":null,"free":[1],"extra":{"a":1},"born":"2026-01-01"}""")]
    [InlineData("""{"id":"pet_1","kind":{"type":"Cat","lives":9},"mother":{"id":"pet_2"}}""")]
    [InlineData("""{"id":"pet_1","kind":{"type":"Dog","barks":true}}""")]
    public async Task A_response_that_the_document_describes_is_returned(string json) =>
        Assert.Equal("pet_1", (await Client(stub => stub.On("GetPet").ReturnsJson(json)).Pets.GetAsync("pet_1")).Id);

    [Theory]
    [InlineData("""{"id":"pet_1","nickname":"b"}""", "$.nickname", "unknown member", "/components/schemas/Pet")]
    [InlineData("""{"name":"b"}""", "$", "required member 'id' is missing", "/components/schemas/Pet/required/0")]
    [InlineData("""{"id":5}""", "$.id", "number instead of string", "/components/schemas/Pet/properties/id/type")]
    [InlineData("""{"id":"a"}""", "$.id", "1 characters", "/components/schemas/Pet/properties/id/minLength")]
    [InlineData("""{"id":"pet_1","born":"1.1.2026"}""", "$.born", "a text that is no date", "/components/schemas/Pet/properties/born/format")]
    [InlineData("""{"id":"pet_1","mother":{"id":"pet_2","x y":1}}""", "$.mother['x y']", "unknown member", "/components/schemas/Pet")]
    [InlineData("""{"id":"pet_1","extra":{"a":"1"}}""", "$.extra.a", "string instead of integer", "/components/schemas/Pet/properties/extra/additionalProperties/type")]
    [InlineData("""{"id":"pet_1","kind":{"type":"Cat","lives":10}}""", "$.kind.lives", "a number that 'maximum' excludes", "/components/schemas/Cat/allOf/1/properties/lives/maximum")]
    [InlineData("""{"id":"pet_1","kind":{"type":"Cat","barks":true}}""", "$.kind.barks", "unknown member", "/components/schemas/Pet/properties/kind")]
    [InlineData("""{"id":"pet_1","kind":{}}""", "$.kind", "required member 'type' is missing", "/components/schemas/Named/required/0")]
    public async Task A_response_that_differs_from_the_document_fails_the_test(string json, string path, string text, string pointer)
    {
        PetClient client = Client(stub => stub.On("GetPet").ReturnsJson(json));

        StubCheckException error = await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.GetAsync("pet_1"));

        StubDifference difference = Assert.Single(error.Differences);
        Assert.Equal((path, text, pointer), (difference.Path, difference.Text, difference.Pointer));
        Assert.Equal($"The stub's response of GetPet (GET /pets/{{pet_id}}) differs from the OpenAPI document:\n  {path}: {text} ({pointer}, line {difference.Line}, column {difference.Column})", error.Message);
    }

    [Fact]
    public async Task A_status_and_a_media_type_that_are_not_documented_fail_the_test()
    {
        PetClient client = Client(stub =>
        {
            stub.On("CreatePet").Fails(HttpStatusCode.Conflict).Answers(static _ => new StubAnswer(HttpStatusCode.Created, "<a/>"u8.ToArray(), "text/xml"));
            stub.On("GetPet").Fails(HttpStatusCode.NotFound);
        });

        StubCheckException status = await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.CreateAsync(new Pet { Id = "pet_1" }));
        StubCheckException mediaType = await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.CreateAsync(new Pet { Id = "pet_1" }));

        Assert.Equal("status: status 409 is not documented (/paths/~1pets/post/responses)", Words(Assert.Single(status.Differences)));
        Assert.Equal("$: media type 'text/xml' is not documented (/components/responses/Pet/content)", Words(Assert.Single(mediaType.Differences)));
        await Assert.ThrowsAsync<ApiException>(() => client.Pets.GetAsync("pet_1"));
    }

    [Fact]
    public async Task The_body_of_a_documented_error_is_checked_too()
    {
        PetClient client = Client(stub => stub.On("CreatePet").ReturnsJson("""{"error":"taken"}""", HttpStatusCode.UnprocessableEntity));

        StubCheckException error = await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.CreateAsync(new Pet { Id = "pet_1" }));

        Assert.Equal(["required member 'errors' is missing", "unknown member"], error.Differences.Select(static difference => difference.Text));
    }

    [Fact]
    public async Task A_request_that_differs_from_the_document_fails_the_test_before_it_is_answered()
    {
        PetClient client = Client(stub =>
        {
            stub.On("ListPets").Throws(new NotSupportedException("Answered."));
            stub.On("CreatePet").Throws(new NotSupportedException("Answered."));
            stub.On("GetPet").Throws(new NotSupportedException("Answered."));
            stub.On("UpdatePet").Throws(new NotSupportedException("Answered."));
        });

        Assert.Equal(
            [
                "limit: a number that 'maximum' excludes (/paths/~1pets/get/parameters/0/schema/maximum)",
                "status[1]: a value that 'enum' does not list (/paths/~1pets/get/parameters/1/schema/items/enum)",
                "query: unknown query parameter (/paths/~1pets/get/parameters)",
                "X-Trace: 6 characters (/paths/~1pets/parameters/0/schema/maxLength)",
            ],
            await Differences(() => client.Pets.ListAsync(new() { Limit = 101, Status = ["new", "gone"], Query = "q", Trace = "abcdef" })));
        Assert.Equal(["limit: required query parameter is missing (/paths/~1pets/get/parameters/0)"], await Differences(() => client.Pets.ListAsync()));
        Assert.Equal(["$.id: 1 characters (/components/schemas/Pet/properties/id/minLength)"], await Differences(() => client.Pets.CreateAsync(new Pet { Id = "a" })));
        Assert.Equal(
            ["pet_id: a text that the pattern does not match (/paths/~1pets~1{pet_id}/get/parameters/0/schema/pattern)"],
            await Differences(() => client.Pets.GetAsync("dog_1")));
        Assert.Equal(
            ["$: a body that the document does not have (/paths/~1pets~1{pet_id}/patch)"],
            await Differences(() => client.Pets.UpdateAsync("pet_1", new Pet { Id = "pet_1" })));
        Assert.Equal(["BanPet: the document has no such operation (/paths)"], await Differences(() => client.Pets.BanAsync("pet_1")));
    }

    [Theory]
    [InlineData("""{"id":5}""", "\"type\": \"string\", \"minLength\": 2")]
    [InlineData("""{"id":"pet_1","born":"1.1.2026"}""", "\"format\": \"date\"")]
    [InlineData("""{"name":"b"}""", "\"id\"],")]
    [InlineData("""{"id":"pet_1","nickname":"b"}""", "\"Pet\": {")]
    public async Task A_difference_has_its_line_and_column_in_the_document(string json, string target)
    {
        const string Indented = """
            {
              "paths": { "/pets/{pet_id}": { "get": { "responses": { "200": { "content": {
                "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } } },
              "components": { "schemas": {
                "Pet": {
                  "type": "object",
                  "required": ["id"],
                  "properties": {
                    "é": { "type": "boolean" }, "id": { "type": "string", "minLength": 2 },
                    "name": { "type": ["string", "null"] }, "born": { "type": "string", "format": "date" }
                  }
                }
              } }
            }
            """;
        string text = Indented.ReplaceLineEndings("\n");
        int offset = text.IndexOf(target, StringComparison.Ordinal);
        using var stub = new StubTransport { Document = new ApiDocument(Encoding.UTF8.GetBytes(text)) };
        stub.On("GetPet").ReturnsJson(json);
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, stub.CreateHttpClient());

        StubDifference difference = Assert.Single((await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.GetAsync("pet_1"))).Differences);

        Assert.True(offset > 0);
        Assert.Equal((null, text[..offset].Count(static c => c == '\n') + 1, offset - text.LastIndexOf('\n', offset)), (difference.File, difference.Line, difference.Column));
        Assert.EndsWith($", line {difference.Line}, column {difference.Column})", difference.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_lines_gives_only_the_pointer()
    {
        const string Minified = """{"paths":{"/pets/{pet_id}":{"get":{"responses":{}}}}}""";
        using var stub = new StubTransport { Document = new ApiDocument(Encoding.UTF8.GetBytes(Minified)) };
        stub.On("GetPet").ReturnsJson("{}");
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, stub.CreateHttpClient());

        StubCheckException error = await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.GetAsync("pet_1"));

        Assert.Equal("status: status 200 is not documented (/paths/~1pets~1{pet_id}/get/responses)", Assert.Single(error.Differences).ToString());
    }

    [Fact]
    public async Task Nothing_is_checked_without_the_document()
    {
        using var stub = new StubTransport { Document = Document };
        stub.On("GetPet").ReturnsJson("""{"id":"a","nickname":"b"}""");
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, stub.CreateHttpClient());
        await Assert.ThrowsAsync<StubCheckException>(() => client.Pets.GetAsync("pet_1"));

        stub.Document = null;

        Assert.Equal("a", (await client.Pets.GetAsync("dog_1")).Id);
    }

    [Fact]
    public async Task A_call_beyond_the_document_is_not_checked()
    {
        using var stub = new StubTransport { Document = Document };
        stub.On("SendAsync").ReturnsJson("{}");
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, stub.CreateHttpClient());

        ApiResponse<Stream> response = await client.SendAsync(HttpMethod.Get, "/other");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await response.Value.DisposeAsync();
    }

    private static async Task<IEnumerable<string>> Differences(Func<Task> call) =>
        (await Assert.ThrowsAsync<StubCheckException>(call)).Differences.Select(Words);

    private static string Words(StubDifference difference) => $"{difference.Path}: {difference.Text} ({difference.Pointer})";

    private static PetClient Client(Action<StubTransport> arrange)
    {
        var stub = new StubTransport { Document = Document };
        arrange(stub);
        return new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, stub.CreateHttpClient());
    }
}
