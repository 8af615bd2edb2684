using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A member that may have one value only is sent unasked when the document requires it, and only then.</summary>
public sealed class ConstantTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Constants, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: C }]
        paths:
          /profile:
            patch:
              operationId: patchProfile
              tags: [C]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Profile' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Profile' } } } } }
            put:
              operationId: putProfile
              tags: [C]
              requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Profile' } } } }
              responses: { '204': { description: ok } }
            post:
              operationId: postProfile
              tags: [C]
              requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Profile' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Profile:
              type: object
              required: [version, mode]
              properties:
                name: { type: string }
                version: { type: integer, const: 2 }
                mode: { type: string, enum: [full] }
                archived: { type: boolean, enum: [true] }
                plan: { type: string, enum: [enterprise] }
                level: { type: integer, const: 3, default: 3 }
                maybe: { type: [string, 'null'], enum: [x, null] }
                inner: { type: object, properties: { kind: { const: inner }, size: { type: integer } } }
        """;

    private const string Program = """
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Patch(DocumentClient client) => client.C.PatchProfileAsync(new() { Name = "Ada", Inner = new() { Size = 1 } });

            public static Task PatchAll(DocumentClient client) => client.C.PatchProfileAsync(
                new() { Archived = true, Plan = "enterprise", Level = 3, Inner = new() { Kind = "inner" } });

            public static Task Put(DocumentClient client) => client.C.PutProfileAsync(new() { Name = "Ada" });

            public static Task Post(DocumentClient client) => client.C.PostProfileAsync(new() { Name = "Ada" });

            public static async Task<object?> Read(DocumentClient client)
            {
                Profile profile = await client.C.PatchProfileAsync(new());
                return $"{profile.Level}|{profile.Archived}|{profile.Plan}|{profile.Version}";
            }

            public static async Task Again(DocumentClient client) => await client.C.PatchProfileAsync(await client.C.PatchProfileAsync(new()));
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Patch", """{"name":"Ada","version":2,"mode":"full","inner":{"size":1}}""")]
    [InlineData("PatchAll", """{"version":2,"mode":"full","archived":true,"plan":"enterprise","level":3,"inner":{"kind":"inner"}}""")]
    [InlineData("Put", "name=Ada&version=2&mode=full")]
    [InlineData("Again", """{"version":2,"mode":"full","plan":"enterprise"}""")]
    public async Task An_optional_constant_is_sent_when_it_is_set(string call, string expected)
    {
        var server = new Recorder("""{"version":2,"mode":"full","plan":"enterprise"}""", "application/json", HttpStatusCode.OK);
        await Client.CallAsync(call, server);
        Assert.Equal(expected, server.Body);
    }

    [Fact]
    public async Task Nor_is_it_a_part_of_a_body_unasked()
    {
        var server = new Recorder("", "application/json", HttpStatusCode.NoContent);
        await Client.CallAsync("Post", server);
        Assert.Equal(["name", "version", "mode"], server.Body!.Split("name=\"").Skip(1).Select(static part => part.Split('"')[0]));
    }

    [Theory]
    [InlineData("""{"version":2,"mode":"full","level":"three","archived":"maybe","plan":[]}""", "|||2", 3)]
    [InlineData("""{"version":2,"mode":"full","level":{},"archived":[],"plan":{}}""", "|||2", 3)]
    [InlineData("""{"version":2,"mode":"full","level":"","archived":""}""", "|||2", 2)]
    [InlineData("""{"version":2,"mode":"full","level":4,"archived":false}""", "4|False||2", 2)]
    [InlineData("""{"version":2,"mode":"full","level":"3","archived":true,"plan":"enterprise"}""", "3|True|enterprise|2", 1)]
    [InlineData("""{"version":2,"mode":"full","level":null,"archived":null}""", "|||2", 2)]
    public async Task An_optional_constant_that_is_malformed_in_an_answer_is_null(string answer, string expected, int deviations)
    {
        int reported = 0;
        object? read = await Client.CallAsync("Read", new Recorder(answer, "application/json", HttpStatusCode.OK), onDeviation: _ => reported++);
        Assert.Equal(expected, read);
        Assert.Equal(deviations, reported);
    }

    [Fact]
    public async Task A_malformed_value_is_not_sent_as_a_default()
    {
        var server = new Recorder("""{"version":2,"mode":"full","level":"three","archived":"maybe"}""", "application/json", HttpStatusCode.OK);
        await Client.CallAsync("Again", server);
        Assert.Equal("""{"version":2,"mode":"full"}""", server.Body);
    }
}
