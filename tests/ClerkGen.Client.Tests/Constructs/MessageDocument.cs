namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A document of what a request and an answer may consist of, and a consumer's code that sends and reads it.</summary>
internal static class MessageDocument
{
    /// <summary>The consumer's code: a method for each call.</summary>
    public const string Program = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            private static readonly Point OneTwo = new() { X = 1, Y = 2 };

            public static Task FormLists(DocumentClient client) => client.T.SendFormAsync(
                new() { Plain = "a b&c", List = ["d", "e f"], Comma = ["g", "h"], Pipe = ["i", "j"], Space = ["k", "l"] });

            public static Task FormObjects(DocumentClient client) => client.T.SendFormAsync(new() { Deep = OneTwo, Spread = OneTwo, Whole = OneTwo });

            public static Task FormReserved(DocumentClient client) => client.T.SendFormAsync(new() { Reserved = "/a?b=c&d", Plain = "/a?b" });

            public static Task FormContent(DocumentClient client) => client.T.SendFormAsync(new() { Typed = ["m", "n"], Number = 7, Flag = true });

            public static Task HeaderLists(DocumentClient client) => client.T.SendFieldsAsync(new() { XList = ["a", "b"], XOne = "c d" });

            public static Task HeaderObjects(DocumentClient client) => client.T.SendFieldsAsync(new() { XObject = OneTwo, XExploded = OneTwo, XJson = OneTwo });

            public static Task CookieLists(DocumentClient client) => client.T.SendFieldsAsync(new() { List = ["a", "b"], Exploded = ["c", "d"], One = "e f" });

            public static Task CookieObjects(DocumentClient client) => client.T.SendFieldsAsync(new() { Object = OneTwo, Members = OneTwo });

            public static Task EmptyValue(DocumentClient client) => client.T.SendFieldsAsync(new() { Flag = "" });

            public static Task NoValue(DocumentClient client) => client.T.SendFieldsAsync(new() { Flag = null });

            public static Task<string> Xml(DocumentClient client) => client.T.SendXmlAsync("<a>ü</a>");

            public static Task<string> Text(DocumentClient client) => client.T.SendTextAsync("zwölf");

            public static async Task<string> Bytes(DocumentClient client)
            {
                await using Stream stream = await client.T.SendBytesAsync(ApiFile.FromBytes(new byte[] { 0, 1, 254, 255 }));
                using var memory = new MemoryStream();
                await stream.CopyToAsync(memory);
                return Convert.ToHexString(memory.ToArray());
            }

            public static async Task<string> Rate(DocumentClient client)
            {
                ApiResponse<Point> response = await client.T.GetLimitedWithResponseAsync();
                return string.Join(";", response.Headers.GetValues("X-Rate-Limit")) + " " + response.Value.X;
            }

            public static async Task<object?> Maybe(DocumentClient client) => await client.T.GetMaybeAsync();

            public static Task Either(DocumentClient client) => client.T.GetEitherAsync();

            public static Task Basic(DocumentClient client) => client.T.GetBasicAsync();

            public static Task HeaderKey(DocumentClient client) => client.T.GetHeaderKeyAsync();

            public static Task Open(DocumentClient client) => client.T.GetOpenAsync();

            public static Task Optional(DocumentClient client) => client.T.GetOptionalAsync();

            public static Task Relative(DocumentClient client) => client.T.GetRelativeAsync();

            public static string Read(string type, string json)
            {
                Type found = typeof(Program).Assembly.GetType("Consumer.Api." + type)!;
                return JsonSerializer.Serialize(JsonSerializer.Deserialize(json, found), found);
            }
        }
        """;

    /// <summary>The document.</summary>
    public const string Text = """
        openapi: 3.1.0
        info: { title: Messages, version: '1' }
        servers: [{ url: 'https://{tenant}.api.example/{version}', variables: { tenant: { default: demo }, version: { default: v1, enum: [v1, v2] } } }]
        security: [{ bearer: [] }]
        tags: [{ name: T }]
        paths:
          /form:
            post:
              operationId: sendForm
              tags: [T]
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      properties:
                        plain: { type: string }
                        list: { type: array, items: { type: string } }
                        comma: { type: array, items: { type: string } }
                        pipe: { type: array, items: { type: string } }
                        space: { type: array, items: { type: string } }
                        deep: { $ref: '#/components/schemas/Point' }
                        spread: { $ref: '#/components/schemas/Point' }
                        whole: { $ref: '#/components/schemas/Point' }
                        reserved: { type: string }
                        typed: { type: array, items: { type: string } }
                        number: { type: integer }
                        flag: { type: boolean }
                    encoding:
                      comma: { style: form, explode: false }
                      pipe: { style: pipeDelimited, explode: false }
                      space: { style: spaceDelimited, explode: false }
                      deep: { style: deepObject, explode: true }
                      spread: { style: form, explode: true }
                      reserved: { allowReserved: true }
                      typed: { contentType: application/json }
              responses: { '204': { description: ok } }
          /fields:
            get:
              operationId: sendFields
              tags: [T]
              parameters:
                - { name: X-List, in: header, schema: { type: array, items: { type: string } } }
                - { name: X-One, in: header, schema: { type: string } }
                - { name: X-Object, in: header, schema: { $ref: '#/components/schemas/Point' } }
                - { name: X-Exploded, in: header, explode: true, schema: { $ref: '#/components/schemas/Point' } }
                - { name: X-Json, in: header, content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
                - { name: list, in: cookie, explode: false, schema: { type: array, items: { type: string } } }
                - { name: exploded, in: cookie, schema: { type: array, items: { type: string } } }
                - { name: one, in: cookie, schema: { type: string } }
                - { name: object, in: cookie, explode: false, schema: { $ref: '#/components/schemas/Point' } }
                - { name: members, in: cookie, schema: { $ref: '#/components/schemas/Point' } }
                - { name: flag, in: query, allowEmptyValue: true, schema: { type: string } }
              responses: { '204': { description: ok } }
          /xml:
            post:
              operationId: sendXml
              tags: [T]
              requestBody: { required: true, content: { application/xml: { schema: { type: object, properties: { a: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/xml: { schema: { type: object, properties: { a: { type: string } } } } } } }
          /text:
            post:
              operationId: sendText
              tags: [T]
              requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }
              responses: { '200': { description: ok, content: { text/plain: { schema: { type: string } } } } }
          /bytes:
            put:
              operationId: sendBytes
              tags: [T]
              requestBody: { required: true, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
              responses: { '200': { description: ok, content: { application/octet-stream: { schema: { type: string, format: binary } } } } }
          /limited:
            get:
              operationId: getLimited
              tags: [T]
              responses:
                '200':
                  description: ok
                  headers: { X-Rate-Limit: { schema: { type: integer } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } }
          /maybe:
            get:
              operationId: getMaybe
              tags: [T]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Point' } } } }
                '204': { description: nothing }
          /either:
            get: { operationId: getEither, tags: [T], security: [{ key: [] }, { basic: [] }], responses: { '204': { description: ok } } }
          /basic:
            get: { operationId: getBasic, tags: [T], security: [{ basic: [] }], responses: { '204': { description: ok } } }
          /header-key:
            get: { operationId: getHeaderKey, tags: [T], security: [{ key: [] }], responses: { '204': { description: ok } } }
          /open:
            get: { operationId: getOpen, tags: [T], security: [], responses: { '204': { description: ok } } }
          /optional:
            get: { operationId: getOptional, tags: [T], security: [{ bearer: [] }, {}], responses: { '204': { description: ok } } }
          /relative:
            servers: [{ url: /elsewhere }]
            get: { operationId: getRelative, tags: [T], responses: { '204': { description: ok } } }
        webhooks:
          point.moved:
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [type], properties: { type: { const: moved }, at: { $ref: '#/components/schemas/Point' } } } } } }
              responses: { '200': { description: ok } }
        x-webhooks:
          point.lost:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }
              responses: { '200': { description: ok } }
        components:
          securitySchemes:
            bearer: { type: http, scheme: bearer }
            basic: { type: http, scheme: basic }
            key: { type: apiKey, in: header, name: X-Key }
          schemas:
            Point: { type: object, properties: { x: { type: integer }, y: { type: integer } } }
            Odd:
              type: object
              required: [kind, nothing]
              properties:
                kind: { const: odd }
                version: { const: 2 }
                nothing: { type: string, nullable: true }
                either: { type: [string, integer, 'null'] }
                never: false
                anything: true
                pair: { type: array, prefixItems: [{ type: string }, { type: integer }] }
                only: { type: 'null' }
                patterned: { $ref: '#/components/schemas/Patterned' }
              patternProperties: { '^x-': { type: integer } }
            Patterned: { type: object, patternProperties: { '^n-': { type: integer } }, additionalProperties: false }
        """;
}
