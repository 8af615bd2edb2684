using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Parts, files, reserved characters and query strings as OpenAPI 3.1 and 3.2 describe them.</summary>
public sealed class EncodingTests
{
    private const string Document = """
        openapi: 3.2.0
        info: { title: Encodings, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: E }]
        paths:
          /profile:
            post:
              operationId: postProfile
              tags: [E]
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      properties:
                        picture: {}
                        files: { type: array, items: {} }
                        extra: {}
                        typed: { type: string, format: binary }
                        plain: { contentMediaType: image/gif }
                    encoding:
                      picture: { contentType: 'image/png, image/jpeg' }
                      extra: { contentType: application/json }
                      typed: { contentType: application/x-bittorrent }
              responses: { '204': {} }
          /styles:
            post:
              operationId: postStyles
              tags: [E]
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      properties:
                        csv: { type: array, items: { type: integer } }
                        pipes: { type: array, items: { type: string } }
                        each: { type: array, items: { type: string } }
                        filter: { type: object, properties: { a: { type: string }, b: { type: array, items: { type: integer } } } }
                        spread: { $ref: '#/components/schemas/Point' }
                        joined: { $ref: '#/components/schemas/Point' }
                        json: { $ref: '#/components/schemas/Point' }
                    encoding:
                      csv: { style: form, explode: false }
                      pipes: { style: pipeDelimited, explode: false }
                      each: { style: form, explode: true }
                      filter: { style: deepObject, explode: true }
                      spread: { style: form }
                      joined: { style: form, explode: false }
              responses: { '204': {} }
          /images:
            post:
              operationId: postImage
              tags: [E]
              requestBody: { required: true, content: { image/png: {}, image/jpeg: {}, application/pdf: {} } }
              responses: { '204': {} }
          /any:
            post:
              operationId: postAny
              tags: [E]
              requestBody: { required: true, content: { 'image/*': {} } }
              responses: { '204': {} }
          /bytes:
            post:
              operationId: postBytes
              tags: [E]
              requestBody: { required: true, content: { application/octet-stream: {} } }
              responses: { '204': {} }
          /reserved/{path}/{tail}:
            get:
              operationId: reserved
              tags: [E]
              parameters:
                - { name: path, in: path, required: true, allowReserved: true, schema: { type: string } }
                - { name: tail, in: path, required: true, allowReserved: true, style: matrix, schema: { type: array, items: { type: string } } }
                - { name: raw, in: query, allowReserved: true, schema: { type: string } }
              responses: { '204': {} }
          /search:
            get:
              operationId: search
              tags: [E]
              parameters:
                - in: querystring
                  name: query
                  content:
                    application/x-www-form-urlencoded:
                      schema:
                        type: object
                        properties:
                          tag: { type: array, items: { type: string } }
                          page: { type: integer }
                          at: { $ref: '#/components/schemas/Point' }
              responses: { '204': {} }
          /cookies:
            get:
              operationId: cookies
              tags: [E]
              parameters:
                - { name: plain, in: cookie, style: cookie, schema: { type: string } }
                - { name: list, in: cookie, style: cookie, schema: { type: array, items: { type: string } } }
                - { name: one, in: cookie, style: cookie, explode: false, schema: { type: array, items: { type: string } } }
                - { name: point, in: cookie, style: cookie, schema: { $ref: '#/components/schemas/Point' } }
                - { name: coded, in: cookie, schema: { type: string } }
              responses: { '204': {} }
        components:
          schemas:
            Point: { type: object, properties: { x: { type: integer }, y: { type: integer } } }
        """;

    private const string Program = """
        using System;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            private static readonly Point OneTwo = new() { X = 1, Y = 2 };

            private static ApiFile Bytes(string text, string? name = null, string? type = null) => ApiFile.FromBytes(Encoding.UTF8.GetBytes(text), name, type);

            public static Task Profile(DocumentClient client) => client.E.PostProfileAsync(new()
            {
                Picture = Bytes("p", "p.jpg"),
                Files = [Bytes("f", "f.txt"), Bytes("g")],
                Extra = JsonSerializer.SerializeToElement(new[] { 1 }),
                Typed = Bytes("t", "t.png"),
                Plain = Bytes("q"),
            });

            public static Task Styles(DocumentClient client) => client.E.PostStylesAsync(new()
            {
                Csv = [1, 2], Pipes = ["a b", "c"], Each = ["d", "e"], Filter = new() { A = "x y", B = [3, 4] }, Spread = OneTwo, Joined = OneTwo, Json = OneTwo,
            });

            public static Task Png(DocumentClient client) => client.E.PostImageAsync(Bytes("i", "i.png"));

            public static Task Unnamed(DocumentClient client) => client.E.PostImageAsync(Bytes("i"));

            public static Task Chosen(DocumentClient client) => client.E.PostImageAsync(Bytes("i", "i.png", "image/webp"));

            public static Task AnyPng(DocumentClient client) => client.E.PostAnyAsync(Bytes("i", "i.png"));

            public static Task AnyText(DocumentClient client) => client.E.PostAnyAsync(Bytes("i", "i.txt"));

            public static Task OctetStream(DocumentClient client) => client.E.PostBytesAsync(Bytes("i", "i.png"));

            public static Task Reserved(DocumentClient client) =>
                client.E.ReservedAsync("a:b@c,d%20e%2Ff/g?h#i%zz", ["x=1", "y%2ez"], new() { Raw = "a%20b/c:d=%26&e%2" });

            public static Task Dots(DocumentClient client) => client.E.ReservedAsync("%2e%2E", ["x"]);

            public static Task Search(DocumentClient client) => client.E.SearchAsync(new() { Query = new() { Tag = ["a b", "c"], Page = 2, At = OneTwo } });

            public static Task Cookies(DocumentClient client) => client.E.CookiesAsync(
                new() { Plain = "a%20b/c=d", List = ["e", "f"], One = ["g", "h"], Point = OneTwo, Coded = "i/j" });

            public static async Task SplitCookie(DocumentClient client) => await client.E.CookiesAsync(new() { Plain = "a; b=c" });
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Fact]
    public async Task A_part_without_a_type_is_a_file_unless_its_encoding_has_a_media_type() => Assert.Equal(
        [
            "picture; p.jpg; image/jpeg; p",
            "files; f.txt; text/plain; f",
            "files; files; application/octet-stream; g",
            "extra; ; application/json; [1]",
            "typed; t.png; application/x-bittorrent; t",
            "plain; plain; image/gif; q",
        ],
        await PartsAsync("Profile"));

    [Fact]
    public async Task Parts_have_the_style_of_their_encoding() => Assert.Equal(
        [
            "csv; ; ; 1,2",
            "pipes; ; ; a b|c",
            "each; ; ; d",
            "each; ; ; e",
            "filter[a]; ; ; x y",
            "filter[b][0]; ; ; 3",
            "filter[b][1]; ; ; 4",
            "x; ; ; 1",
            "y; ; ; 2",
            "joined; ; ; x,1,y,2",
            "json; ; application/json; {\"x\":1,\"y\":2}",
        ],
        await PartsAsync("Styles"));

    [Fact]
    public async Task A_style_was_for_forms_only_before_3_1()
    {
        const string Document = """
            openapi: 3.0.3
            info: { title: Encodings, version: '1' }
            servers: [{ url: 'https://api.example' }]
            paths:
              /styles:
                post:
                  operationId: postStyles
                  tags: [E]
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: { type: object, properties: { csv: { type: array, items: { type: integer } }, point: { type: object, properties: { x: { type: integer } } }, any: {} } }
                        encoding: { csv: { style: form, explode: false }, point: { style: form } }
                  responses: { '204': { description: ok } }
            """;
        const string Program = """
            using System.Threading.Tasks;
            using Consumer.Api;

            internal static class Program
            {
                public static Task Styles(DocumentClient client) => client.E.PostStylesAsync(
                    new() { Csv = [1, 2], Point = new() { X = 1 }, Any = System.Text.Json.JsonSerializer.SerializeToElement(true) });
            }
            """;
        Assert.Equal(
            ["csv; ; ; 1", "csv; ; ; 2", "point; ; application/json; {\"x\":1}", "any; ; ; true"],
            await PartsAsync("Styles", new ConstructClient(Document, Program)));
    }

    [Theory]
    [InlineData("Png", "image/png")]
    [InlineData("Unnamed", "application/pdf")]
    [InlineData("Chosen", "image/webp")]
    [InlineData("AnyPng", "image/png")]
    [InlineData("AnyText", "application/octet-stream")]
    [InlineData("OctetStream", "application/octet-stream")]
    public async Task A_file_has_the_documents_type_or_that_of_its_name(string call, string expected) =>
        Assert.Equal(expected, (await CallAsync(call)).ContentType);

    [Fact]
    public async Task Reserved_characters_and_triples_are_sent_where_allowed() => Assert.Equal(
        "/reserved/a:b@c,d%20e%252Ff%2Fg%3Fh%23i%25zz/;tail=x=1,y%252ez?raw=a%20b/c:d=%26%26e%252",
        (await CallAsync("Reserved")).Url!.PathAndQuery);

    [Fact]
    public async Task No_triple_makes_a_dot_segment() => await Assert.ThrowsAnyAsync<Exception>(() => CallAsync("Dots"));

    [Fact]
    public async Task A_query_string_has_a_field_per_item() => Assert.Equal(
        "?tag=a%20b&tag=c&page=2&at=%7B%22x%22%3A1%2C%22y%22%3A2%7D", (await CallAsync("Search")).Url!.Query);

    [Fact]
    public async Task Cookies_of_that_style_are_sent_as_they_are() => Assert.Equal(
        "plain=a%20b/c=d; list=e; list=f; one=g,h; x=1; y=2; coded=i%2Fj", (await CallAsync("Cookies")).Header("Cookie"));

    [Fact]
    public async Task No_cookie_becomes_two() => await Assert.ThrowsAsync<ArgumentException>(() => CallAsync("SplitCookie"));

    private static Task<Recorder> CallAsync(string call) => CallAsync(call, Client);

    private static async Task<Recorder> CallAsync(string call, ConstructClient client)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        try
        {
            await client.CallAsync(call, server);
        }
        catch (System.Reflection.TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }

        return server;
    }

    // Name, file name, content type and text of each part.
    private static async Task<string[]> PartsAsync(string call, ConstructClient? client = null)
    {
        Recorder server = await CallAsync(call, client ?? Client);
        string boundary = "--" + server.ContentType!.Split("boundary=")[1].Trim('"');
        return
        [
            .. server.Body!.Split(boundary)[1..^1].Select(static part =>
            {
                int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                string head = part[..end];
                return $"{Field(head, "name=\"", '"')}; {Field(head, "filename=\"", '"')}; {Field(head, "Content-Type: ", '\r')}; {part[(end + 4)..^2]}";
            }),
        ];
    }

    private static string Field(string head, string name, char end)
    {
        int start = (head + "\r").IndexOf((name[0] == 'C' ? "" : " ") + name, StringComparison.Ordinal);
        return start < 0 ? "" : (head + "\r")[(start + name.Length + (name[0] == 'C' ? 0 : 1))..].Split(end)[0];
    }
}
