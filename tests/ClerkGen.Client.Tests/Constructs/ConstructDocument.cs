namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A document that says each thing once which OpenAPI lets a document say, and a consumer's code that calls it.</summary>
internal static class ConstructDocument
{
    /// <summary>Number of properties of <c>Wide</c>: more than two words of a bit mask hold.</summary>
    public const int Width = 140;

    /// <summary>Number of values of the property <c>code</c>.</summary>
    public const int CodeCount = 3000;

    /// <summary>The consumer's code: a method for each call.</summary>
    public const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            private static readonly Point OneTwo = new() { X = 1, Y = 2 };

            public static Task PathStyles(DocumentClient client) => client.T.PathStylesAsync(["a", "b c"], ["d", "e"], ["f", "g"], OneTwo, OneTwo);

            public static Task DelimitedLists(DocumentClient client) => client.T.QueryStylesAsync(new() { Space = ["a", "b c"], Pipe = ["d", "e"] });

            public static Task DelimitedObject(DocumentClient client) => client.T.QueryStylesAsync(new() { PipeObject = OneTwo });

            public static Task DeepObject(DocumentClient client) => client.T.QueryStylesAsync(new() { Deep = OneTwo });

            public static Task ExplodedObject(DocumentClient client) => client.T.QueryStylesAsync(new() { Form = OneTwo });

            public static Task Reserved(DocumentClient client) => client.T.QueryStylesAsync(new() { Path = "/a/b&c?d" });

            public static Task Query(DocumentClient client) => client.T.QueryThingsAsync(OneTwo);

            public static Task Copy(DocumentClient client) => client.T.CopyThingsAsync();

            public static Task GetWithBody(DocumentClient client) => client.T.GetWithBodyAsync(OneTwo);

            public static Task GetWithoutItsBody(DocumentClient client) => client.T.GetWithBodyAsync();

            public static Task DeleteWithBody(DocumentClient client) => client.T.DeleteWithBodyAsync(OneTwo);

            public static Task Parts(DocumentClient client) => client.T.UploadPartsAsync(
                new() { Picture = ApiFile.FromBytes("pixels"u8.ToArray(), "a.png"), Note = "# n", Point = OneTwo });

            public static Task Elsewhere(DocumentClient client) => client.T.GetElsewhereAsync();

            public static Task Secured(DocumentClient client) => client.T.GetSecuredAsync();

            public static async Task<object> Answers(DocumentClient client) => (await client.T.GetAnswersAsync()).Value!;

            public static async Task<List<long?>> Events(DocumentClient client)
            {
                List<long?> all = [];
                await foreach (Point point in client.T.StreamEventsAsync()) all.Add(point.X);
                return all;
            }

            public static async Task<List<long?>> Lines(DocumentClient client)
            {
                List<long?> all = [];
                await foreach (Point point in client.T.StreamLinesAsync()) all.Add(point.X);
                return all;
            }

            public static List<string> Wide(string json)
            {
                List<string> deviations = [];
                var options = new ClerkGen.GeneratedSupport.JsonReadOptions { Listener = deviation => deviations.Add(deviation.Kind + " " + deviation.Path) };
                ClerkGen.GeneratedSupport.ApiJsonBody.Read<Wide, Wide>(System.Text.Encoding.UTF8.GetBytes(json), options);
                return deviations;
            }

            public static (string?, long?, string) Shapes(string json)
            {
                Shapes shapes = JsonSerializer.Deserialize<Shapes>(json)!;
                return (shapes.Code!.ToString(), shapes.Grid![1][0] + shapes.Inner!.Z + shapes.First!.X + shapes.Second!.Y, JsonSerializer.Serialize(shapes));
            }
        }
        """;

    /// <summary>The document.</summary>
    public static string Text { get; } = $$$"""
        openapi: 3.2.0
        info: { title: Constructs, version: '1' }
        servers: [{ url: 'https://api.example/v1' }]
        tags: [{ name: T }]
        paths:
          /styles/{matrixList}/{matrixItems}/{labelList}/{matrixObject}/{labelObject}:
            get:
              operationId: pathStyles
              tags: [T]
              parameters:
                - { name: matrixList, in: path, required: true, style: matrix, schema: { type: array, items: { type: string } } }
                - { name: matrixItems, in: path, required: true, style: matrix, explode: true, schema: { type: array, items: { type: string } } }
                - { name: labelList, in: path, required: true, style: label, explode: true, schema: { type: array, items: { type: string } } }
                - { name: matrixObject, in: path, required: true, style: matrix, explode: true, schema: { $ref: '#/components/schemas/Point' } }
                - { name: labelObject, in: path, required: true, style: label, schema: { $ref: '#/components/schemas/Point' } }
              responses: { '204': { description: ok } }
          /styles:
            get:
              operationId: queryStyles
              tags: [T]
              parameters:
                - { name: space, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } } }
                - { name: pipe, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
                - { name: pipeObject, in: query, style: pipeDelimited, explode: false, schema: { $ref: '#/components/schemas/Point' } }
                - { name: deep, in: query, style: deepObject, explode: true, schema: { $ref: '#/components/schemas/Point' } }
                - { name: form, in: query, explode: true, schema: { $ref: '#/components/schemas/Point' } }
                - { name: path, in: query, allowReserved: true, schema: { type: string } }
              responses: { '204': { description: ok } }
          /search: { $ref: '#/components/pathItems/Search' }
          /things:
            get:
              operationId: getWithBody
              tags: [T]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
              responses: { '204': { description: ok } }
            delete:
              operationId: deleteWithBody
              tags: [T]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
              responses: { '204': { description: ok } }
            post:
              operationId: uploadParts
              tags: [T]
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [picture, note, point]
                      properties:
                        picture: { type: string, format: binary }
                        note: { type: string }
                        point: { $ref: '#/components/schemas/Point' }
                    encoding:
                      picture: { contentType: image/png }
                      note: { contentType: text/markdown }
                      point: { contentType: application/vnd.point+json }
              responses: { '204': { description: ok } }
          /elsewhere:
            servers: [{ url: 'https://{region}.files.example/root', variables: { region: { default: eu, enum: [eu, us] } } }]
            get: { operationId: getElsewhere, tags: [T], responses: { '204': { description: ok } } }
          /secured:
            get:
              operationId: getSecured
              tags: [T]
              security: [{ token: [], tenant: [] }, { session: [] }]
              responses: { '204': { description: ok } }
          /answers:
            get:
              operationId: getAnswers
              tags: [T]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
                '202': { description: later, content: { application/json: { schema: { $ref: '#/components/schemas/Ticket' } } } }
                '404': { description: none, content: { application/json: { schema: { $ref: '#/components/schemas/Missing' } } } }
                4XX: { description: refused, content: { application/json: { schema: { $ref: '#/components/schemas/Refusal' } } } }
                default: { description: failed, content: { application/json: { schema: { $ref: '#/components/schemas/Failure' } } } }
          /events:
            get:
              operationId: streamEvents
              tags: [T]
              responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Point' } } } } }
          /lines:
            get:
              operationId: streamLines
              tags: [T]
              responses: { '200': { description: ok, content: { application/jsonl: { itemSchema: { $ref: '#/components/schemas/Point' } } } } }
          /wide:
            post:
              operationId: sendWide
              tags: [T]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Wide' } } } }
              responses: { '204': { description: ok } }
          /shapes:
            post:
              operationId: sendShapes
              tags: [T]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Shapes' } } } }
              responses: { '204': { description: ok } }
        components:
          securitySchemes:
            token: { type: http, scheme: bearer }
            tenant: { type: apiKey, in: query, name: tenant }
            session: { type: apiKey, in: cookie, name: session }
          pathItems:
            Search:
              query:
                operationId: queryThings
                tags: [T]
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
                responses: { '204': { description: ok } }
              additionalOperations:
                COPY: { operationId: copyThings, tags: [T], responses: { '204': { description: ok } } }
          schemas:
            Point: &point { type: object, properties: { x: { type: integer }, y: { type: integer } } }
            Ticket: { type: object, required: [id], properties: { id: { type: string } } }
            Missing: { type: object, properties: { what: { type: string } } }
            Refusal: { type: object, properties: { why: { type: string } } }
            Failure: { type: object, properties: { cause: { type: string } } }
            Shapes:
              type: object
              $defs:
                Inner: { type: object, properties: { z: { type: integer } } }
              properties:
                inner: { $ref: '#/components/schemas/Shapes/$defs/Inner' }
                pair: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false }
                anything: true
                labels: { type: object, patternProperties: { '^x-': { type: boolean } } }
                grid: { type: array, items: { type: array, items: { type: integer } } }
                maybe: { type: string, nullable: true }
                first: *point
                second: *point
                code: { type: string, enum: [{{{Codes}}}] }
            Wide:
              type: object
              required: [{{{Required}}}]
              properties: { {{{Properties}}} }
        """;

    private static string Codes => string.Join(", ", Enumerable.Range(0, CodeCount).Select(static number => $"code_{number}"));

    // For odd numbers null and absence differ; even numbers are required.
    private static string Properties => string.Join(
        ", ", Enumerable.Range(0, Width).Select(static number => number % 2 == 0 ? $"p{number}: {{ type: string }}" : $"p{number}: {{ type: [string, 'null'] }}"));

    private static string Required => string.Join(", ", Enumerable.Range(0, Width / 2).Select(static number => $"p{number * 2}"));
}
