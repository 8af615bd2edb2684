using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading;

namespace ClerkGen.Tests.Reading;

public sealed class SwaggerUpgradeTests
{
    private const string Text = """
        swagger: '2.0'
        info: { title: T, version: '1' }
        host: api.example.com
        basePath: /v1
        schemes: [http, https]
        consumes: [application/json]
        produces: [application/json, application/xml]
        parameters:
          Limit: { name: limit, in: query, type: integer, format: int32, maximum: 100 }
          Body: { name: body, in: body, required: true, description: the body, schema: { $ref: '#/definitions/Pet' } }
        responses:
          Missing: { description: missing, schema: { $ref: '#/definitions/Error' } }
        securityDefinitions:
          basic: { type: basic }
          key: { type: apiKey, name: X-Key, in: header }
          oauth: { type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example/auth', tokenUrl: 'https://a.example/token', scopes: { read: r } }
        paths:
          /pets:
            parameters: [{ $ref: '#/parameters/Limit' }]
            get:
              parameters:
                - { name: ids, in: query, type: array, items: { type: string }, collectionFormat: multi }
                - { name: tags, in: query, type: array, items: { type: string } }
                - { name: X-List, in: header, type: array, items: { type: string }, collectionFormat: pipes }
              responses:
                200: { description: ok, schema: { type: array, items: { $ref: '#/definitions/Pet' } }, headers: { X-Total: { type: integer, description: total } }, examples: { application/json: [] } }
                404: { $ref: '#/responses/Missing' }
            post:
              parameters: [{ $ref: '#/parameters/Body' }]
              responses: { 201: { description: created } }
          /files:
            post:
              consumes: [multipart/form-data]
              parameters:
                - { name: file, in: formData, type: file, required: true, description: the file }
                - { name: labels, in: formData, type: array, items: { type: string }, collectionFormat: csv }
              produces: [application/octet-stream]
              responses: { 200: { description: ok, schema: { type: file } } }
          /form:
            post:
              parameters: [{ name: a, in: formData, type: string, x-nullable: true }]
              responses: { 200: { description: ok } }
        definitions:
          Pet: { type: object, discriminator: kind, properties: { kind: { type: string }, owner: { $ref: '#/definitions/Pet' } } }
          Error: { type: object }
        """;

    private static readonly ReadDocument Document = Documents.Read(Text);

    [Theory]
    [InlineData("/servers", """[{"url":"https://api.example.com/v1"},{"url":"http://api.example.com/v1"}]""")]
    [InlineData("/paths/~1pets/parameters", """[{"name":"limit","in":"query","schema":{"type":"integer","format":"int32","maximum":100}}]""")]
    [InlineData("/paths/~1pets/get/parameters/0", """{"name":"ids","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("/paths/~1pets/get/parameters/1", """{"name":"tags","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("/paths/~1pets/get/parameters/2", """{"name":"X-List","in":"header","schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("/paths/~1pets/get/responses/200/content/application~1json", """{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}},"example":[]}""")]
    [InlineData("/paths/~1pets/get/responses/200/content/application~1xml", """{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}}}""")]
    [InlineData("/paths/~1pets/get/responses/200/headers/X-Total", """{"description":"total","schema":{"type":"integer"}}""")]
    [InlineData("/paths/~1pets/get/responses/404/content/application~1json/schema", """{"$ref":"#/components/schemas/Error"}""")]
    [InlineData("/paths/~1pets/post/requestBody", """{"description":"the body","required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}""")]
    [InlineData("/paths/~1files/post/requestBody/content", """{"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"format":"binary","type":"string","description":"the file"},"labels":{"type":"array","items":{"type":"string"}}},"required":["file"]},"encoding":{"labels":{"style":"form","explode":false}}}}""")]
    [InlineData("/paths/~1files/post/responses/200/content", """{"application/octet-stream":{"schema":{"format":"binary","type":"string"}}}""")]
    [InlineData("/paths/~1form/post/requestBody/content", """{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":["string","null"],"x-nullable":true}}}}}""")]
    [InlineData("/components/securitySchemes/basic", """{"type":"http","scheme":"basic"}""")]
    [InlineData("/components/securitySchemes/key", """{"type":"apiKey","name":"X-Key","in":"header"}""")]
    [InlineData("/components/securitySchemes/oauth", """{"type":"oauth2","flows":{"authorizationCode":{"authorizationUrl":"https://a.example/auth","tokenUrl":"https://a.example/token","scopes":{"read":"r"}}}}""")]
    [InlineData("/components/schemas/Pet", """{"type":"object","discriminator":{"propertyName":"kind"},"properties":{"kind":{"type":"string"},"owner":{"$ref":"#/components/schemas/Pet"}}}""")]
    public void Parts_of_2_0_are_written_as_those_of_3_2(string pointer, string json) => Assert.Equal(json, Document.At(pointer));

    [Fact]
    public void Only_a_collection_format_that_cannot_be_written_is_reported() => Assert.Empty(Document.Diagnostics);

    [Fact]
    public void Positions_are_those_of_the_original_text()
    {
        Position position = Document.Locate("/components/schemas/Pet/properties/owner");
        Assert.Equal(Text.IndexOf("owner:", StringComparison.Ordinal), position.StartOffset);
        Assert.Equal(Text.IndexOf("key: {", StringComparison.Ordinal), Document.Locate("/components/securitySchemes/key").StartOffset);
    }

    [Theory]
    [InlineData("get: { parameters: [{ name: a, in: query, type: array, items: {}, collectionFormat: tsv }], responses: {} }", nameof(ReadDiagnosticKind.RuleBroken))]
    [InlineData("get: { parameters: [{ $ref: '#/parameters/No' }], responses: {} }", nameof(ReadDiagnosticKind.UnresolvedReference))]
    [InlineData("get: { responses: { 200: { $ref: '#/responses/No' } } }", nameof(ReadDiagnosticKind.UnresolvedReference))]
    [InlineData("get: { responses: { 200: { $ref: '#/paths/~1a/get/responses/200' } } }", nameof(ReadDiagnosticKind.ReferenceRing))]
    [InlineData("post: { parameters: [{ in: formData, type: string }], responses: {} }", nameof(ReadDiagnosticKind.UnreadablePart))]
    public void An_inconvertible_part_is_reported_at_its_line(string operation, string kind)
    {
        ReadDocument document = Documents.Read($"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a:\n    {operation}\n");
        document.AssertOne(Enum.Parse<ReadDiagnosticKind>(kind), 5);
        Assert.Single(document.Document!.Paths["/a"].Operations!);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("basePath: /v2\n", "/v2")]
    [InlineData("host: a.example\n", "https://a.example")]
    [InlineData("host: a.example\nschemes: [ws]\nbasePath: v2\n", "https://a.example/v2")]
    public void Servers_come_from_schemes_host_and_base_path(string fields, string url) =>
        Assert.Equal(url, Assert.Single(Documents.Read($"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\n{fields}paths: {{}}\n").Document!.Servers!).Url);
}
