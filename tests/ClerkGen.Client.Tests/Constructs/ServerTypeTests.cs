using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Types that server frameworks print, at the wire: maps of anything, enums of whole numbers, durations of .NET, empty messages.</summary>
public sealed class ServerTypeTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Servers, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: S }]
        paths:
          /things:
            put:
              operationId: putThing
              tags: [S]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
          /refresh:
            post:
              operationId: refresh
              tags: [S]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/RefreshRequest' } } } }
              responses: { '204': { description: ok } }
          /touch:
            post:
              operationId: touch
              tags: [S]
              requestBody: { content: { application/json: { schema: { type: object, additionalProperties: false } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            RefreshRequest: { type: object, properties: {} }
            Thing:
              type: object
              properties:
                flags: { type: object, additionalProperties: true }
                empty: { type: object, additionalProperties: {} }
                described: { type: object, additionalProperties: { description: Anything. } }
                nullable: { type: object, additionalProperties: { type: ['null', string, number, boolean, object, array] } }
                untold: { type: object }
                counts: { type: object, unevaluatedProperties: { type: integer } }
                record: { $ref: '#/components/schemas/Record' }
                closed: { $ref: '#/components/schemas/Closed' }
                level: { type: integer, format: int32, enum: [0, 1, 2] }
                whole: { type: number, format: double, enum: [10, 20] }
                wide: { type: integer, enum: [1, 2] }
                broken: { type: number, enum: [0.5, 1] }
                span: { type: string, pattern: '^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$' }
            Record: { allOf: [{ type: object, properties: { name: { type: string } } }], unevaluatedProperties: { type: boolean } }
            Closed: { type: object, properties: { name: { type: string } }, unevaluatedProperties: { not: {} } }
        """;

    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Write(DocumentClient client) => client.S.PutThingAsync(new()
            {
                Flags = new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(new[] { 1 }) },
                Counts = new Dictionary<string, long> { ["b"] = 2 },
                Record = new() { Name = "n", AdditionalProperties = { ["c"] = true } },
                Level = ThingLevel.Value1, Whole = 20, Wide = 2L, Broken = 0.5, Span = new TimeSpan(1, 2, 3, 4, 500),
            });

            public static async Task<string> Read(DocumentClient client)
            {
                Thing thing = await client.S.PutThingAsync(new());
                int level = thing.Level!.Value.Value;
                int whole = thing.Whole!.Value.Value;
                long wide = thing.Wide!.Value.Value;
                IReadOnlyDictionary<string, JsonElement> maps = thing.Empty!;
                return string.Join(" ", thing.Flags!["a"], maps["b"], thing.Described!["c"], thing.Nullable!["d"].ValueKind, thing.Untold!.Value.GetProperty("e"),
                    thing.Counts!["f"], thing.Record!.AdditionalProperties["g"], level, whole, wide, thing.Span);
            }

            public static Task Refresh(DocumentClient client) => client.S.RefreshAsync();

            public static Task RefreshWith(DocumentClient client) => client.S.RefreshAsync(JsonSerializer.SerializeToElement(new Dictionary<string, int> { ["a"] = 1 }));

            public static Task Touch(DocumentClient client) => client.S.TouchAsync();
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Fact]
    public async Task Values_are_written()
    {
        Recorder server = await CallAsync("Write");
        Assert.Equal(
            """{"flags":{"a":[1]},"counts":{"b":2},"record":{"name":"n","c":true},"level":1,"whole":20,"wide":2,"broken":0.5,"span":"1.02:03:04.5000000"}""",
            server.Body);
    }

    [Fact]
    public async Task Values_are_read()
    {
        var server = new Recorder(
            """{"flags":{"a":1},"empty":{"b":"x"},"described":{"c":true},"nullable":{"d":null},"untold":{"e":5},"counts":{"f":6},"record":{"g":false},"level":7,"whole":8,"wide":9,"span":"-1.00:00:00.1"}""",
            "application/json",
            HttpStatusCode.OK);
        Assert.Equal("1 x True Null 5 6 False 7 8 9 -1.00:00:00.1000000", await Client.CallAsync("Read", server));
    }

    [Theory]
    [InlineData("Refresh", "{}")]
    [InlineData("RefreshWith", """{"a":1}""")]
    [InlineData("Touch", "")]
    public async Task An_empty_message_need_not_be_given(string call, string expected) => Assert.Equal(expected, (await CallAsync(call)).Body ?? "");

    [Fact]
    public async Task With_RequiredByDefault_received_members_are_not_null_unless_nullable()
    {
        const string Document = """
            openapi: 3.0.3
            info: { title: Servers, version: '1' }
            servers: [{ url: 'https://api.example' }]
            paths:
              /cats:
                get:
                  operationId: getCat
                  tags: [S]
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } } }
                post:
                  operationId: addCat
                  tags: [S]
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewCat' } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                Cat: { type: object, properties: { id: { type: integer, format: int32 }, name: { type: string }, nick: { type: string, nullable: true }, toy: { $ref: '#/components/schemas/Toy' } } }
                Toy: { type: object, properties: { size: { type: integer } } }
                NewCat: { type: object, properties: { name: { type: string }, toy: { $ref: '#/components/schemas/NewToy' } } }
                NewToy: { type: object, properties: { size: { type: integer } } }
            """;
        const string Program = """
            using System.Threading.Tasks;
            using Consumer.Api;

            internal static class Program
            {
                public static async Task<string> Get(DocumentClient client)
                {
                    Cat cat = await client.S.GetCatAsync();
                    int length = cat.Name.Length;
                    int id = cat.Id;
                    long size = cat.Toy.Size;
                    return id + " " + length + " " + (cat.Nick?.Length ?? -1) + " " + size;
                }

                public static Task Add(DocumentClient client) => client.S.AddCatAsync(new() { Toy = new() });
            }
            """;
        var client = new ConstructClient(Document, Program, ("RequiredByDefault", "true"));
        Assert.Empty(client.Run.CompilerDiagnostics);
        var server = new Recorder("""{"id":1,"name":"ab","toy":{"size":3}}""", "application/json", HttpStatusCode.OK);
        Assert.Equal("1 2 -1 3", await client.CallAsync("Get", server));

        await client.CallAsync("Add", server);
        Assert.Equal("""{"toy":{}}""", server.Body);

        var lacking = new Recorder("""{"id":1,"name":"ab"}""", "application/json", HttpStatusCode.OK);
        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(() => client.CallAsync("Get", lacking, "StrictReading=true"));
        Assert.Contains("$.toy", exception.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Recorder> CallAsync(string call)
    {
        var server = new Recorder("{}", "application/json", HttpStatusCode.OK);
        await Client.CallAsync(call, server);
        return server;
    }
}
