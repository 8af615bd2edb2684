using System.Reflection;
using System.Text.RegularExpressions;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Samples;

/// <summary>Stubs check all that an emitted client sends, and all that they respond, by the document.</summary>
public sealed class CheckedStubTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        servers: [{ url: https://acme.example.com }]
        paths:
          /search:
            get:
              operationId: search
              tags: [Items]
              parameters:
                - { name: deep, in: query, style: deepObject, schema: { $ref: '#/components/schemas/Deep' } }
                - { name: page, in: query, schema: { $ref: '#/components/schemas/Page' } }
                - { name: range, in: query, explode: false, schema: { $ref: '#/components/schemas/Range' } }
                - { name: names, in: query, explode: false, schema: { type: array, items: { type: string, maxLength: 4 } } }
                - { name: json, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Range' } } } }
                - { name: X-Point, in: header, explode: true, schema: { $ref: '#/components/schemas/Range' } }
              responses: { '204': { description: Done. } }
          /anything:
            get:
              operationId: searchAnything
              tags: [Items]
              parameters:
                - { name: labels, in: query, schema: { type: object, additionalProperties: { type: string, maxLength: 3 } } }
                - { name: limit, in: query, schema: { type: integer, maximum: 9 } }
              responses: { '204': { description: Done. } }
          /cookies:
            get:
              operationId: eat
              tags: [Items]
              parameters:
                - { name: session, in: cookie, required: true, schema: { type: string, minLength: 3 } }
                - { name: flags, in: cookie, explode: false, schema: { type: array, items: { type: string, pattern: '^[xy]$' } } }
                - { name: prefs, in: cookie, schema: { $ref: '#/components/schemas/Page' } }
              responses: { '204': { description: Done. } }
          /form:
            post:
              operationId: sendForm
              tags: [Items]
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema: { $ref: '#/components/schemas/Form' }
                    encoding: { near: { style: deepObject }, range: { style: form, explode: true }, words: { explode: false } }
              responses: { '204': { description: Done. } }
          /parts:
            post:
              operationId: sendParts
              tags: [Items]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [title]
                      properties:
                        title: { type: string, maxLength: 5 }
                        count: { type: integer, maximum: 9 }
                        range: { $ref: '#/components/schemas/Range' }
                        tags: { type: array, maxItems: 2, items: { type: string } }
                        photo: { type: string, format: binary }
                    encoding: { photo: { contentType: 'image/png, image/jpeg' } }
              responses: { '204': { description: Done. } }
          /events:
            get:
              operationId: watch
              tags: [Items]
              responses:
                '200': { description: Events., content: { text/event-stream: { schema: { $ref: '#/components/schemas/Range' } } } }
          /named-events:
            get:
              operationId: watchNamed
              tags: [Items]
              responses:
                '200':
                  description: Events.
                  content:
                    text/event-stream:
                      itemSchema:
                        oneOf:
                          - type: object
                            required: [event, data]
                            properties:
                              event: { const: moved }
                              data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Range' } }
                          - type: object
                            required: [event]
                            properties: { event: { const: ended }, data: { type: string, maxLength: 3 } }
          /lines:
            get:
              operationId: export
              tags: [Items]
              responses:
                '200': { description: Lines., content: { application/jsonl: { itemSchema: { $ref: '#/components/schemas/Range' } } } }
          /headers:
            get:
              operationId: count
              tags: [Items]
              responses:
                '204':
                  description: Done.
                  headers:
                    X-Total: { required: true, schema: { type: integer } }
                    X-Range: { explode: true, schema: { $ref: '#/components/schemas/Range' } }
                    Retry-After: { required: true, schema: { type: integer } }
        components:
          schemas:
            Deep:
              type: object
              required: [kind]
              properties:
                kind: { type: string, pattern: '^[ab]$' }
                max: { type: integer, maximum: 10 }
                tags: { type: array, maxItems: 2, items: { type: string, maxLength: 3 } }
                near: { type: object, properties: { lat: { type: number, maximum: 90 } } }
                code: { type: string, enum: ['1', '2'] }
            Page: { type: object, properties: { limit: { type: integer, maximum: 100 }, cursor: { type: string, maxLength: 3 } } }
            Range: { type: object, required: [from], properties: { from: { type: integer, minimum: 1 }, to: { type: integer, maximum: 9 } } }
            Form:
              type: object
              required: [name]
              properties:
                name: { type: string, maxLength: 5 }
                age: { type: integer, maximum: 99 }
                ok: { type: boolean }
                tags: { type: array, maxItems: 2, items: { type: string, maxLength: 3 } }
                words: { type: array, items: { type: string, maxLength: 3 } }
                near: { type: object, properties: { lat: { type: number, maximum: 90 } } }
                range: { $ref: '#/components/schemas/Range' }
                json: { $ref: '#/components/schemas/Page' }
        """;

    private const string Calls = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Text;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Calls
        {
            private static readonly Dictionary<string, Func<StubTransport, DocumentClient, Task>> All = new()
            {
                ["deep"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "a", Max = 10, Tags = ["x", "y"], Near = new() { Lat = 90 }, Code = DeepCode._1 } }),
                ["deep kind"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "c" } }),
                ["deep maximum"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "a", Max = 11 } }),
                ["deep item"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "a", Tags = ["x", "long"] } }),
                ["deep items"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "a", Tags = ["x", "y", "z"] } }),
                ["deep nested"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = "a", Near = new() { Lat = 91 } } }),
                ["deep required"] = (_, c) => c.Items.SearchAsync(new() { Deep = new() { Kind = null!, Max = 1 } }),
                ["page"] = (_, c) => c.Items.SearchAsync(new() { Page = new() { Limit = 100, Cursor = "a&b" } }),
                ["page maximum"] = (_, c) => c.Items.SearchAsync(new() { Page = new() { Limit = 101 } }),
                ["range"] = (_, c) => c.Items.SearchAsync(new() { Range = new() { From = 1, To = 9 } }),
                ["range maximum"] = (_, c) => c.Items.SearchAsync(new() { Range = new() { From = 1, To = 10 } }),
                ["names"] = (_, c) => c.Items.SearchAsync(new() { Names = ["a,b", "c"] }),
                ["names item"] = (_, c) => c.Items.SearchAsync(new() { Names = ["a", "a,b,c"] }),
                ["json"] = (_, c) => c.Items.SearchAsync(new() { Json = new() { From = 0 } }),
                ["point"] = (_, c) => c.Items.SearchAsync(new() { XPoint = new() { From = 0, To = 9 } }),
                ["labels"] = (_, c) => c.Items.SearchAnythingAsync(new() { Labels = new Dictionary<string, string> { ["any"] = "abc" }, Limit = 9 }),
                ["labels value"] = (_, c) => c.Items.SearchAnythingAsync(new() { Labels = new Dictionary<string, string> { ["any"] = "abcd" }, Limit = 10 }),
                ["cookies"] = (_, c) => c.Items.EatAsync(new() { Session = "a;b c", Flags = ["x", "y"], Prefs = new() { Limit = 1 } }),
                ["cookie"] = (_, c) => c.Items.EatAsync(new() { Session = "ab" }),
                ["cookie list"] = (_, c) => c.Items.EatAsync(new() { Session = "abc", Flags = ["x", "z"] }),
                ["cookie object"] = (_, c) => c.Items.EatAsync(new() { Session = "abc", Prefs = new() { Limit = 101 } }),
                ["cookie missing"] = (_, c) => c.Items.EatAsync(new() { Session = null! }),
                ["form"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a b+c", Age = 99, Ok = true, Tags = ["x", "y"], Words = ["a,b", "c"], Near = new() { Lat = 1.5 }, Range = new() { From = 1 }, Json = new() { Limit = 1 } }),
                ["form text"] = (_, c) => c.Items.SendFormAsync(new() { Name = "abcdef" }),
                ["form number"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Age = 100 }),
                ["form item"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Tags = ["long"] }),
                ["form words"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Words = ["a", "long"] }),
                ["form deep"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Near = new() { Lat = 91 } }),
                ["form spread"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Range = new() { From = 1, To = 10 } }),
                ["form json"] = (_, c) => c.Items.SendFormAsync(new() { Name = "a", Json = new() { Cursor = "long" } }),
                ["form missing"] = (_, c) => c.Items.SendFormAsync(new() { Name = null! }),
                ["parts"] = (_, c) => c.Items.SendPartsAsync(new() { Title = "\r\n--b", Count = 9, Range = new() { From = 1 }, Tags = ["x", "y"], Photo = Photo("image/png") }),
                ["parts text"] = (_, c) => c.Items.SendPartsAsync(new() { Title = "abcdef" }),
                ["parts number"] = (_, c) => c.Items.SendPartsAsync(new() { Title = "a", Count = 10 }),
                ["parts json"] = (_, c) => c.Items.SendPartsAsync(new() { Title = "a", Range = new() { From = 0 } }),
                ["parts items"] = (_, c) => c.Items.SendPartsAsync(new() { Title = "a", Tags = ["x", "y", "z"] }),
                ["parts missing"] = (_, c) => c.Items.SendPartsAsync(new() { Title = null! }),
                ["events"] = (s, c) => Events(s, c, "data: {\"from\":1}\n\nid: 1\ndata: {\"from\":\ndata: 2}\n\ndata: [DONE]\n\n"),
                ["events value"] = (s, c) => Events(s, c, "data: {\"from\":1}\n\n: comment\r\n\r\ndata: {\"from\":2,\"to\":10}\r\n\r\n"),
                ["events member"] = (s, c) => Events(s, c, "data: {\"from\":1,\"other\":2}\n\n"),
                ["named"] = (s, c) => Named(s, c, "event: moved\ndata: {\"from\":1}\n\nevent: ended\ndata: end\n\n"),
                ["named data"] = (s, c) => Named(s, c, "event: ended\ndata: end\n\nevent: moved\ndata: {\"from\":0}\n\n"),
                ["named text"] = (s, c) => Named(s, c, "event: ended\ndata: long\n\n"),
                ["named no json"] = (s, c) => Named(s, c, "event: moved\ndata: far\n\n"),
                ["lines"] = (s, c) => Lines(s, c, "{\"from\":1}\n\n{\"from\":2}\r\n"),
                ["lines value"] = (s, c) => Lines(s, c, "{\"from\":1}\n{\"from\":\"2\"}\n"),
                ["lines no json"] = (s, c) => Lines(s, c, "{\"from\":1}\nfrom=2\n"),
                ["headers"] = (s, c) => Headers(s, c, ("X-Total", "5"), ("X-Range", "from=1,to=9"), ("X-Request-Id", "r")),
                ["headers missing"] = (s, c) => Headers(s, c, ("X-Other", "5")),
                ["headers value"] = (s, c) => Headers(s, c, ("X-Total", "five"), ("X-Range", "from=1,to=10")),
            };

            public static async Task<string> Call(string name)
            {
                using var stub = new StubTransport { Document = Samples.Document };
                using var http = stub.CreateHttpClient();
                var client = new DocumentClient(new DocumentClientOptions(), http);
                foreach (string id in new[] { "search", "searchAnything", "eat", "sendForm", "sendParts" })
                {
                    stub.On(id).ReturnsNothing();
                }

                try
                {
                    await All[name](stub, client);
                    return "";
                }
                catch (StubCheckException exception)
                {
                    return string.Join('\n', exception.Differences);
                }
            }

            public static async Task<string> Upload(string mediaType)
            {
                using var stub = new StubTransport { Document = Samples.Document };
                using var http = stub.CreateHttpClient();
                var client = new DocumentClient(new DocumentClientOptions(), http);
                stub.On("sendParts").ReturnsNothing();
                try
                {
                    await client.Items.SendPartsAsync(new() { Title = "a", Photo = Photo(mediaType) });
                    return "";
                }
                catch (StubCheckException exception)
                {
                    return string.Join('\n', exception.Differences);
                }
            }

            private static ApiFile Photo(string mediaType) => ApiFile.FromBytes(new byte[] { 0, 255, 13, 10 }, "a.bin", mediaType);

            private static async Task Events(StubTransport stub, DocumentClient client, string text)
            {
                stub.On("watch").Answers(_ => new StubAnswer(HttpStatusCode.OK, Encoding.UTF8.GetBytes(text), "text/event-stream; charset=utf-8"));
                await foreach (var item in client.Items.WatchAsync())
                {
                }
            }

            private static async Task Named(StubTransport stub, DocumentClient client, string text)
            {
                stub.On("watchNamed").Answers(_ => new StubAnswer(HttpStatusCode.OK, Encoding.UTF8.GetBytes(text), "text/event-stream"));
                await foreach (var item in client.Items.WatchNamedAsync())
                {
                }
            }

            private static async Task Lines(StubTransport stub, DocumentClient client, string text)
            {
                stub.On("export").Answers(_ => new StubAnswer(HttpStatusCode.OK, Encoding.UTF8.GetBytes(text), "application/jsonl"));
                await foreach (var item in client.Items.ExportAsync())
                {
                }
            }

            private static Task Headers(StubTransport stub, DocumentClient client, params (string Name, string Value)[] headers)
            {
                stub.On("count").Answers(_ =>
                {
                    var answer = new StubAnswer(HttpStatusCode.NoContent);
                    foreach (var header in headers)
                    {
                        answer.Headers[header.Name] = header.Value;
                    }

                    return answer;
                });
                return client.Items.CountAsync();
            }
        }
        """;

    private static readonly Regex Place = new(@", document\.yaml:\d+:\d+\)$");

    private static readonly Lazy<Type> Uses = new(static () =>
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document.ReplaceLineEndings("\n"), "folder/document.yaml", ("Samples", "true")) with
        {
            LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview,
            Sources = [Calls],
        });
        Assert.Empty(run.CompilerDiagnostics);
        return run.Load().GetType("Calls", throwOnError: true)!;
    });

    [Theory]
    [InlineData("deep")]
    [InlineData("page")]
    [InlineData("range")]
    [InlineData("names")]
    [InlineData("labels")]
    [InlineData("cookies")]
    [InlineData("form")]
    [InlineData("parts")]
    [InlineData("events")]
    [InlineData("named")]
    [InlineData("lines")]
    [InlineData("headers")]
    public async Task A_call_that_the_document_describes_succeeds(string call) => Assert.Equal("", await Call("Call", call));

    [Theory]
    [InlineData("deep kind", "deep.kind: a text that the pattern does not match (/components/schemas/Deep/properties/kind/pattern)")]
    [InlineData("deep maximum", "deep.max: a number that 'maximum' excludes (/components/schemas/Deep/properties/max/maximum)")]
    [InlineData("deep item", "deep.tags[1]: 4 characters (/components/schemas/Deep/properties/tags/items/maxLength)")]
    [InlineData("deep items", "deep.tags: 3 items (/components/schemas/Deep/properties/tags/maxItems)")]
    [InlineData("deep nested", "deep.near.lat: a number that 'maximum' excludes (/components/schemas/Deep/properties/near/properties/lat/maximum)")]
    [InlineData("deep required", "deep: required member 'kind' is missing (/components/schemas/Deep/required/0)")]
    [InlineData("page maximum", "page.limit: a number that 'maximum' excludes (/components/schemas/Page/properties/limit/maximum)")]
    [InlineData("range maximum", "range.to: a number that 'maximum' excludes (/components/schemas/Range/properties/to/maximum)")]
    [InlineData("names item", "names[1]: 5 characters (/paths/~1search/get/parameters/3/schema/items/maxLength)")]
    [InlineData("json", "json.from: a number that 'minimum' excludes (/components/schemas/Range/properties/from/minimum)")]
    [InlineData("point", "X-Point.from: a number that 'minimum' excludes (/components/schemas/Range/properties/from/minimum)")]
    [InlineData(
        "labels value",
        "labels.any: 4 characters (/paths/~1anything/get/parameters/0/schema/additionalProperties/maxLength)",
        "limit: a number that 'maximum' excludes (/paths/~1anything/get/parameters/1/schema/maximum)")]
    [InlineData("cookie", "session: 2 characters (/paths/~1cookies/get/parameters/0/schema/minLength)")]
    [InlineData("cookie list", "flags[1]: a text that the pattern does not match (/paths/~1cookies/get/parameters/1/schema/items/pattern)")]
    [InlineData("cookie object", "prefs.limit: a number that 'maximum' excludes (/components/schemas/Page/properties/limit/maximum)")]
    [InlineData("cookie missing", "session: required cookie is missing (/paths/~1cookies/get/parameters/0)")]
    [InlineData("form text", "$.name: 6 characters (/components/schemas/Form/properties/name/maxLength)")]
    [InlineData("form number", "$.age: a number that 'maximum' excludes (/components/schemas/Form/properties/age/maximum)")]
    [InlineData("form item", "$.tags[0]: 4 characters (/components/schemas/Form/properties/tags/items/maxLength)")]
    [InlineData("form words", "$.words[1]: 4 characters (/components/schemas/Form/properties/words/items/maxLength)")]
    [InlineData("form deep", "$.near.lat: a number that 'maximum' excludes (/components/schemas/Form/properties/near/properties/lat/maximum)")]
    [InlineData("form spread", "$.range.to: a number that 'maximum' excludes (/components/schemas/Range/properties/to/maximum)")]
    [InlineData("form json", "$.json.cursor: 4 characters (/components/schemas/Page/properties/cursor/maxLength)")]
    [InlineData("form missing", "$: required member 'name' is missing (/components/schemas/Form/required/0)")]
    [InlineData("parts text", "$.title: 6 characters (/paths/~1parts/post/requestBody/content/multipart~1form-data/schema/properties/title/maxLength)")]
    [InlineData("parts number", "$.count: a number that 'maximum' excludes (/paths/~1parts/post/requestBody/content/multipart~1form-data/schema/properties/count/maximum)")]
    [InlineData("parts json", "$.range.from: a number that 'minimum' excludes (/components/schemas/Range/properties/from/minimum)")]
    [InlineData("parts items", "$.tags: 3 items (/paths/~1parts/post/requestBody/content/multipart~1form-data/schema/properties/tags/maxItems)")]
    [InlineData("parts missing", "$: required member 'title' is missing (/paths/~1parts/post/requestBody/content/multipart~1form-data/schema/required/0)")]
    [InlineData("events value", "$[1].to: a number that 'maximum' excludes (/components/schemas/Range/properties/to/maximum)")]
    [InlineData("events member", "$[0].other: unknown member (/components/schemas/Range)")]
    [InlineData("named data", "$[1].data.from: a number that 'minimum' excludes (/components/schemas/Range/properties/from/minimum)")]
    [InlineData("named text", "$[0].data: 4 characters (/paths/~1named-events/get/responses/200/content/text~1event-stream/itemSchema/oneOf/1/properties/data/maxLength)")]
    [InlineData("named no json", "$[0].data: no JSON (/paths/~1named-events/get/responses/200/content/text~1event-stream/itemSchema/oneOf/0/properties/data/contentSchema)")]
    [InlineData("lines value", "$[1].from: string instead of integer (/components/schemas/Range/properties/from/type)")]
    [InlineData("lines no json", "$[1]: no JSON (/paths/~1lines/get/responses/200/content/application~1jsonl/itemSchema)")]
    [InlineData("headers missing", "X-Total: required header is missing (/paths/~1headers/get/responses/204/headers/X-Total)")]
    [InlineData(
        "headers value",
        "X-Total: string instead of integer (/paths/~1headers/get/responses/204/headers/X-Total/schema/type)",
        "X-Range.to: a number that 'maximum' excludes (/components/schemas/Range/properties/to/maximum)")]
    public async Task A_call_that_differs_from_the_document_fails_at_its_place(string call, params string[] differences) =>
        Assert.Equal(differences, (await Call("Call", call)).Split('\n').Select(static difference => Place.Replace(difference, ")")));

    [Theory]
    [InlineData("deep maximum", "max: { type: integer, maximum: 10 }", "maximum")]
    [InlineData("deep required", "required: [kind]", "kind")]
    [InlineData("cookie missing", "- { name: session", "{")]
    [InlineData("named text", "event: { const: ended }", "maxLength")]
    [InlineData("headers missing", "X-Total:", "X-Total")]
    [InlineData("events member", "Range: { type: object, required", "Range")]
    public async Task A_difference_has_its_file_line_and_column(string call, string line, string word)
    {
        string text = Document.ReplaceLineEndings("\n");
        int at = text.IndexOf(word, text.IndexOf(line, StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.EndsWith(
            $", document.yaml:{text[..at].Count(static c => c == '\n') + 1}:{at - text.LastIndexOf('\n', at)})", await Call("Call", call), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_media_type_that_the_document_does_not_list_differs()
    {
        Assert.Equal("", await Call("Upload", "image/jpeg"));
        Assert.Equal(
            "$.photo: a part of another media type (/paths/~1parts/post/requestBody/content/multipart~1form-data/encoding/photo/contentType)",
            Place.Replace(await Call("Upload", "text/plain"), ")"));
    }

    private static async Task<string> Call(string method, string argument) =>
        await (Task<string>)Uses.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [argument])!;
}
