using System.Net;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Notations that OpenAPI does not define but servers mean.</summary>
public sealed class FlawedDocumentTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Flawed, version: '1' }
        servers: [{ url: https://api.example/v1 }]
        paths:
          /forecast/{day}?city={place}&units=metric&day={day}:
            get:
              operationId: getForecast
              tags: [weather]
              parameters:
                - { name: place, in: path, required: true, schema: { type: string } }
                - { name: day, in: path, required: true, schema: { type: integer } }
                - { name: lang, in: query, schema: { type: string } }
              responses: { '204': { description: Done } }
          /photos:
            post:
              operationId: addPhoto
              tags: [weather]
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      properties: { photo: { type: string, format: binary }, note: { type: string } }
              responses: { '204': { description: Done } }
          /imports:
            post:
              operationId: addImport
              tags: [weather]
              requestBody:
                required: true
                content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Import' }, encoding: { torrent: { contentType: application/x-bittorrent } } } }
              responses: { '204': { description: Done } }
        components:
          schemas:
            Import:
              allOf:
                - type: object
                  oneOf:
                    - { required: [kind, url], properties: { kind: { type: string, enum: [link] }, url: { type: string } } }
                    - { required: [kind, torrent], properties: { kind: { type: string, enum: [file] }, torrent: { type: string, format: binary } } }
                - { type: object, required: [name], properties: { name: { type: string } } }
        """;

    private const string Program = """
        using System.Text;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Forecast(DocumentClient client) => client.Weather.GetForecastAsync(3, new() { City = "São Paulo&x", Day = 3, Lang = "pt" });

            public static Task Photo(DocumentClient client) => client.Weather.AddPhotoAsync(
                new() { Photo = ApiFile.FromBytes(Encoding.UTF8.GetBytes("pixels"), "a.png"), Note = "n" });

            public static Task Link(DocumentClient client) => client.Weather.AddImportAsync(new() { Name = "a", Kind = "link", Url = "https://x.example" });

            public static Task Torrent(DocumentClient client) => client.Weather.AddImportAsync(
                new() { Name = "b", Kind = "file", Torrent = ApiFile.FromBytes(Encoding.UTF8.GetBytes("peers"), "b.torrent") });
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Every_correction_of_the_document_is_reported()
    {
        Assert.Empty(Client.Run.CompilerDiagnostics);
        Assert.Equal(
            [
                "CLERKGEN080 Parameter 'day' is in the query part of path '/forecast/{day}?city={place}&units=metric&day={day}', "
                    + "which OpenAPI does not allow. It is sent as query parameter 'day'.",
                "CLERKGEN080 Parameter 'place' is in the query part of path '/forecast/{day}?city={place}&units=metric&day={day}', "
                    + "which OpenAPI does not allow. It is sent as query parameter 'city'.",
                "CLERKGEN081 'photo' is a file, which application/x-www-form-urlencoded cannot carry. The body is sent as multipart/form-data.",
            ],
            Client.Run.Diagnostics.Select(static diagnostic => diagnostic.Id + " " + diagnostic.GetMessage()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_query_in_a_path_is_sent_as_query_parameters()
    {
        Recorder server = await CallAsync("Forecast");

        Assert.Equal("https://api.example/v1/forecast/3?units=metric&city=S%C3%A3o%20Paulo%26x&lang=pt&day=3", server.Url!.AbsoluteUri);
    }

    [Fact]
    public async Task A_form_with_a_file_is_sent_in_parts()
    {
        Recorder server = await CallAsync("Photo");

        Assert.StartsWith("multipart/form-data; boundary=", server.ContentType, StringComparison.Ordinal);
        Assert.Matches("name=\"?photo\"?; filename=\"?a.png\"?[^~]*\r\n\r\npixels\r\n[^~]*name=\"?note\"?[^~]*\r\n\r\nn\r\n", server.Body);
    }

    [Theory]
    [InlineData("Link", "kind", "link", "url", "https://x.example")]
    [InlineData("Torrent", "kind", "file", "torrent", "peers")]
    public async Task The_alternatives_of_a_multipart_body_are_one_class(string call, string first, string firstText, string second, string secondText)
    {
        Recorder server = await CallAsync(call);

        Assert.Matches($"name=\"?{first}\"?[^~]*\r\n\r\n{firstText}\r\n[^~]*name=\"?{second}\"?[^~]*\r\n\r\n{secondText}\r\n", server.Body);
        Assert.Equal(call == "Torrent", server.Body!.Contains("application/x-bittorrent", StringComparison.Ordinal));
    }

    private static async Task<Recorder> CallAsync(string call)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server);
        return server;
    }
}
