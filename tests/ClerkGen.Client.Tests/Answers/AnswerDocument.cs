namespace ClerkGen.Client.Tests.Answers;

/// <summary>Operations whose answers have several statuses and media types, and a consumer that calls them.</summary>
internal static class AnswerDocument
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Answers, version: "1" }
        servers: [ { url: "https://answers.example" } ]
        paths:
          /string: { get: { operationId: getString, tags: [a], responses: { "200": { description: ok, content: { text/plain: { schema: { type: string } }, application/json: { schema: { type: string } }, text/json: { schema: { type: string } } } } } } }
          /maybe: { get: { operationId: getMaybe, tags: [a], responses: { "200": { description: ok, content: { text/plain: { schema: { type: [string, "null"] } }, application/json: { schema: { type: [string, "null"] } } } }, "204": { description: none } } } }
          /any: { get: { operationId: getAny, tags: [a], responses: { "200": { description: ok, content: { "*/*": { schema: { type: string } } } } } } }
          /text: { get: { operationId: getText, tags: [a], responses: { "200": { description: ok, content: { text/plain: { schema: { type: string } } } } } } }
          /id: { get: { operationId: getId, tags: [a], responses: { "200": { description: ok, content: { text/plain: { schema: { type: string, format: uuid } }, application/json: { schema: { type: string, format: uuid } } } } } } }
          /user: { get: { operationId: getUser, tags: [a], responses: { "200": { description: ok, content: { application/vnd.acme.v1+json: { schema: { $ref: "#/components/schemas/V1" } }, application/vnd.acme.v2+json: { schema: { $ref: "#/components/schemas/V2" } } } }, "202": { description: later, content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }, "204": { description: none }, "422": { description: bad, content: { application/problem+json: { schema: { $ref: "#/components/schemas/Problem" } }, application/json: { schema: { $ref: "#/components/schemas/Legacy" } } } } } } }
          /thing: { get: { operationId: getThing, tags: [a], responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V1" } }, application/xml: { schema: { $ref: "#/components/schemas/V1" } } } } } } }
          /levels: { get: { operationId: getLevels, tags: [a], responses: { "200": { description: ok, content: { "application/json;metadata=none": { schema: { $ref: "#/components/schemas/V1" } }, "application/json;metadata=full": { schema: { $ref: "#/components/schemas/V2" } } } } } } }
          /ranges: { get: { operationId: getRanges, tags: [a], responses: { "2XX": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V1" } } } }, "201": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V2" } } } } } } }
          /note: { get: { operationId: getNote, tags: [a], responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V1" } } } }, "202": { description: later, content: { text/plain: { schema: { type: string } } } } } } }
          /chat: { post: { operationId: chat, tags: [a], requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { stream: { type: boolean } } } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V1" } }, text/event-stream: { schema: { $ref: "#/components/schemas/V2" } } } } } } }
          /export: { get: { operationId: export, tags: [a], responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/V1" } } }, application/x-ndjson: { schema: { $ref: "#/components/schemas/V1" } }, text/csv: { schema: { type: string } } } } } } }
          /report: { get: { operationId: report, tags: [a], responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/V1" } }, application/pdf: { schema: { type: string, format: binary } } } } } } }
          /image: { get: { operationId: image, tags: [a], responses: { "200": { description: ok, content: { application/json: { schema: {} }, image/png: {} } } } } }
          /invoice: { get: { operationId: getInvoice, tags: [a], responses: { "200": { description: ok, content: { application/pdf: { schema: { type: string, format: binary } } } } } } }
          /v2: { get: { operationId: getV2, tags: [a], responses: { "200": { description: ok, content: { application/vnd.acme.v2+json: { schema: { $ref: "#/components/schemas/V2" } } } } } } }
        components:
          schemas:
            V1: { type: object, required: [name], properties: { name: { type: string } } }
            V2: { type: object, required: [fullName], properties: { fullName: { type: string } } }
            Ticket: { type: object, properties: { id: { type: string } } }
            Problem: { type: object, properties: { title: { type: string } } }
            Legacy: { type: object, properties: { code: { type: string } } }
        """;

    public const string Program = """
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static Task<string> String(DocumentClient client) => client.A.GetStringAsync();
            public static async Task<string> Maybe(DocumentClient client) => await client.A.GetMaybeAsync() ?? "null";
            public static Task<string> Any(DocumentClient client) => client.A.GetAnyAsync();
            public static Task<string> Text(DocumentClient client) => client.A.GetTextAsync();
            public static async Task<string> Id(DocumentClient client) => (await client.A.GetIdAsync()).ToString();
            public static async Task<string> User(DocumentClient client) => Describe((await client.A.GetUserAsync())?.Value);
            public static async Task<string> Thing(DocumentClient client) => Describe(await client.A.GetThingAsync());
            public static async Task<string> Levels(DocumentClient client) => Describe((await client.A.GetLevelsAsync()).Value);
            public static async Task<string> Ranges(DocumentClient client) => Describe((await client.A.GetRangesAsync()).Value);
            public static async Task<string> Note(DocumentClient client) => Describe((await client.A.GetNoteAsync()).Value);
            public static async Task<string> Chat(DocumentClient client) => Describe(await client.A.ChatAsync(new() { Stream = false }));
            public static async Task<string> ChatStreaming(DocumentClient client) => await Join(client.A.ChatStreamingAsync(new() { Stream = true }));
            public static async Task<string> ChatStreamingWithResponse(DocumentClient client) => await Join((await client.A.ChatStreamingWithResponseAsync(new() { Stream = true })).Value);
            public static async Task<string> Export(DocumentClient client) => string.Join(" ", (await client.A.ExportAsync()).Select(Describe));
            public static async Task<string> ExportStreaming(DocumentClient client) => await Join(client.A.ExportStreamingAsync());
            public static async Task<string> ExportStream(DocumentClient client) => await Read(await client.A.ExportStreamAsync());
            public static async Task<string> Report(DocumentClient client) => Describe(await client.A.ReportAsync());
            public static async Task<string> ReportStream(DocumentClient client) => await Read(await client.A.ReportStreamAsync());
            public static async Task<string> Image(DocumentClient client) => await Read(await client.A.ImageAsync());
            public static async Task<string> Invoice(DocumentClient client) => await Read(await client.A.GetInvoiceAsync());
            public static async Task<string> Newer(DocumentClient client) => Describe(await client.A.GetV2Async());

            private static string Describe(object? value) => value switch
            {
                null => "null",
                V1 v1 => "V1 " + v1.Name,
                V2 v2 => "V2 " + v2.FullName,
                Ticket ticket => "Ticket " + ticket.Id,
                _ => value.GetType().Name + " " + value,
            };

            private static async Task<string> Join<T>(IAsyncEnumerable<T> items)
            {
                var read = new List<string>();
                await foreach (T item in items)
                {
                    read.Add(Describe(item));
                }

                return string.Join(" ", read);
            }

            private static async Task<string> Read(Stream stream)
            {
                using var reader = new StreamReader(stream);
                return await reader.ReadToEndAsync();
            }
        }
        """;
}
