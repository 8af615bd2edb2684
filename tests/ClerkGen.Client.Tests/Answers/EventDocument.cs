namespace ClerkGen.Client.Tests.Answers;

/// <summary>Event streams in the forms in which documents describe them, and a consumer that reads them.</summary>
internal static class EventDocument
{
    public const string Text = """
        openapi: 3.2.0
        info: { title: Events, version: "1" }
        servers: [ { url: "https://events.example" } ]
        paths:
          /described: { get: { operationId: described, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { itemSchema: { type: object, required: [event], properties: { event: { type: string }, data: { type: string } }, oneOf: [ { properties: { event: { const: add }, data: { contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Add" } } } }, { properties: { event: { const: note } } } ] } } } } } } }
          /one: { get: { operationId: one, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { itemSchema: { type: object, properties: { event: { const: add }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Add" } }, id: { type: string }, retry: { type: integer } } } } } } } } }
          /huma: { get: { operationId: huma, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { schema: { type: array, items: { oneOf: [ { title: Event add, type: object, required: [data, event], properties: { data: { $ref: "#/components/schemas/Add" }, event: { type: string, const: add }, id: { type: integer }, retry: { type: integer } } }, { title: Event remove, type: object, required: [data], properties: { data: { $ref: "#/components/schemas/Remove" }, event: { type: string, const: remove }, id: { type: integer }, retry: { type: integer } } } ] } } } } } } } }
          /thread: { get: { operationId: watchThread, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { schema: { $ref: "#/components/schemas/ThreadEvent" } } } } } } }
          /items: { get: { operationId: items, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { itemSchema: { $ref: "#/components/schemas/SseItemOfAdd" } } } } } } }
          /words: { get: { operationId: words, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { schema: { type: string } } } } } } }
          /moments: { get: { operationId: moments, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { itemSchema: { type: object, properties: { event: { type: string }, data: { type: string, format: date-time, contentMediaType: application/json, contentSchema: { type: string, format: date-time } } } } } } } } } }
          /chunks: { get: { operationId: chunks, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { schema: { $ref: "#/components/schemas/Add" } } } } } } }
          /payloads: { get: { operationId: payloads, tags: [e], responses: { "200": { description: ok, content: { text/event-stream: { schema: { type: object, properties: { id: { type: string }, data: { $ref: "#/components/schemas/Add" } } } } } } } } }
        components:
          schemas:
            Add: { type: object, properties: { n: { type: integer } } }
            Remove: { type: object, required: [key], properties: { key: { type: string } } }
            SseItemOfAdd: { type: object, properties: { data: { $ref: "#/components/schemas/Add" }, eventType: { type: ["null", string] }, eventId: { type: ["null", string] } } }
            ThreadEvent: { oneOf: [ { $ref: "#/components/schemas/AddEvent" }, { $ref: "#/components/schemas/DoneEvent" } ] }
            AddEvent: { oneOf: [ { type: object, required: [event, data], properties: { event: { type: string, enum: [thread.added] }, data: { $ref: "#/components/schemas/Add" } } }, { type: object, required: [event, data], properties: { event: { type: string, enum: [thread.removed] }, data: { $ref: "#/components/schemas/Remove" } } } ] }
            DoneEvent: { type: object, required: [event, data], properties: { event: { type: string, enum: [done] }, data: { type: string, enum: ["[DONE]"] } } }
        """;

    public const string Program = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            public static Task<string> Described(DocumentClient client) => Join(client.E.DescribedAsync().Events);
            public static Task<string> One(DocumentClient client) => Join(client.E.OneAsync().Events);
            public static Task<string> Huma(DocumentClient client) => Join(client.E.HumaAsync().Events);
            public static Task<string> Thread(DocumentClient client) => Join(client.E.WatchThreadAsync().Events);
            public static Task<string> Items(DocumentClient client) => Join(client.E.ItemsAsync().Events);
            public static Task<string> Words(DocumentClient client) => Join(client.E.WordsAsync().Events);
            public static Task<string> Moments(DocumentClient client) => Join(client.E.MomentsAsync().Events);
            public static Task<string> Chunks(DocumentClient client) => Join(client.E.ChunksAsync().Events);
            public static async Task<string> WithResponse(DocumentClient client) => await Join((await client.E.ChunksWithResponseAsync()).Value.Events);

            public static async Task<string> Payloads(DocumentClient client)
            {
                var read = new List<string>();
                await foreach (PayloadsResponse item in client.E.PayloadsAsync())
                {
                    read.Add(item.Id + " " + item.Data?.N);
                }

                return string.Join("; ", read);
            }

            public static async Task<string> Data(DocumentClient client)
            {
                var read = new List<string>();
                await foreach (Add item in client.E.ChunksAsync())
                {
                    read.Add(Describe(item));
                }

                return string.Join("; ", read);
            }

            private static async Task<string> Join<T>(IAsyncEnumerable<ApiEvent<T>> events)
            {
                var read = new List<string>();
                await foreach (ApiEvent<T> item in events)
                {
                    read.Add($"{item.Name}|{item.Id}|{item.Retry?.TotalMilliseconds}|{Describe(item.Data)}");
                }

                return string.Join("; ", read);
            }

            private static string Describe(object? value) => value switch
            {
                Add add => "Add " + add.N,
                Remove remove => "Remove " + remove.Key,
                string text => "text " + text,
                DescribedEvent item => Describe(item.Value),
                HumaEvent item => Describe(item.Value),
                WatchThreadEvent item => Describe(item.Value),
                System.DateTimeOffset moment => moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                _ => value?.GetType().Name + " " + value,
            };
        }
        """;
}
