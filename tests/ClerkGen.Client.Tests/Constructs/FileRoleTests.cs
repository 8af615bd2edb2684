using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A component with a file that is the parts of one body and JSON elsewhere: one type has every role that the document gives it.</summary>
public sealed class FileRoleTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Files, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: F }]
        paths:
          /documents:
            post:
              operationId: upload
              tags: [F]
              requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Document' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Document' } } } } }
            put:
              operationId: replace
              tags: [F]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Document' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Document' } } } } } }
            patch:
              operationId: submit
              tags: [F]
              requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Document' } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Folder' } } } }
                '409': { description: exists, content: { application/json: { schema: { $ref: '#/components/schemas/Document' } } } }
          /secrets:
            post:
              operationId: hide
              tags: [F]
              requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Secret' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Secret' } } } } }
          /held:
            post:
              operationId: hold
              tags: [F]
              requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Held' } } } }
              responses: { '204': { description: ok } }
          /plain:
            post:
              operationId: send
              tags: [F]
              requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Plain' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Document:
              type: object
              required: [name]
              properties:
                content: { type: string, format: binary }
                pages: { type: array, items: { type: string, format: binary } }
                name: { type: string }
                note: { type: [string, 'null'] }
                parent: { $ref: '#/components/schemas/Document' }
            Folder: { type: object, properties: { first: { $ref: '#/components/schemas/Document' }, byName: { type: object, additionalProperties: { $ref: '#/components/schemas/Document' } } } }
            Secret: { type: object, required: [file], properties: { file: { type: string, format: binary, writeOnly: true }, id: { type: string, readOnly: true } } }
            Unused: { type: object, properties: { plain: { $ref: '#/components/schemas/Held' } } }
            Held: { type: object, properties: { file: { type: string, format: binary } } }
            Plain: { type: object, properties: { file: { type: string, format: binary } } }
        """;

    private const string Program = """
        using System;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            private static ApiFile Bytes(params byte[] bytes) => ApiFile.FromBytes(bytes, "a.bin");

            public static async Task<string> Upload(DocumentClient client)
            {
                Document read = await client.F.UploadAsync(new() { Name = "n", Content = Bytes(1, 2, 255), Pages = [Bytes(65), Bytes(66)], Parent = new() { Name = "p" } });
                return read.Name + " " + read.Content!.Text + " " + string.Join("+", read.Pages!.Select(page => page.Text)) + " " + read.Parent!.Content!.Text;
            }

            // A value from a response is sent back unchanged.
            public static async Task<string> Repeat(DocumentClient client)
            {
                Document read = await client.F.UploadAsync(new() { Name = "n" });
                return (await client.F.UploadAsync(read)).Name;
            }

            public static async Task<string> RepeatAsJson(DocumentClient client)
            {
                Document read = await client.F.UploadAsync(new() { Name = "n" });
                try { await client.F.ReplaceAsync(read); } catch (ApiException) { }
                return read.Name;
            }

            public static async Task<string> ReplaceByBytes(DocumentClient client) =>
                string.Join(",", (await client.F.ReplaceAsync(new() { Name = "n", Content = Bytes(1, 2, 255), Note = null })).Select(document => document.Name));

            public static Task ReplaceByText(DocumentClient client) => client.F.ReplaceAsync(new() { Name = "n", Content = ApiFile.FromText("Grüße") });

            public static Task ReplaceByStream(DocumentClient client) =>
                client.F.ReplaceAsync(new() { Name = "n", Content = ApiFile.FromStream(new MemoryStream([7, 8])) });

            public static Task ReplaceByPath(DocumentClient client)
            {
                string path = Path.GetTempFileName();
                File.WriteAllBytes(path, [7, 8]);
                try { return client.F.ReplaceAsync(new() { Name = "n", Content = ApiFile.FromPath(path) }); } finally { File.Delete(path); }
            }

            public static async Task ReplaceBySlowSource(DocumentClient client) => await client.F.ReplaceAsync(
                new() { Name = "n", Content = ApiFile.FromSource(_ => new ValueTask<Stream>(new TaskCompletionSource<Stream>().Task)) });

            public static async Task<string> Submit(DocumentClient client)
            {
                try
                {
                    Folder folder = await client.F.SubmitAsync(new() { Name = "n", Content = Bytes(67) });
                    return folder.First!.Content!.Text + " " + folder.ByName!["x"].Content!.Text;
                }
                catch (DocumentException exception)
                {
                    return exception.Error!.Content!.Text!;
                }
            }

            public static async Task<string> Hide(DocumentClient client)
            {
                Secret secret = await client.F.HideAsync(new() { File = Bytes(68) });
                return secret.Id + " " + (secret.File is null);
            }

            public static Task Send(DocumentClient client) => client.F.SendAsync(new() { File = ApiFile.FromText("text", "a.txt") });
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported_but_that_a_form_has_a_file()
    {
        Assert.Empty(Client.Run.CompilerDiagnostics);
        Assert.Equal("CLERKGEN081", Assert.Single(Client.Run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Id);
    }

    [Fact]
    public async Task Parts_are_sent_and_the_same_type_is_read_as_json()
    {
        (Recorder server, object? read) = await CallAsync(
            "Upload", """{"name":"n","content":"https://files.example/1","pages":["a","b"],"parent":{"name":"p","content":"YQ=="}}""");

        Assert.Equal("n https://files.example/1 a+b YQ==", read);
        Assert.Equal(3, Count(server.Body!, "filename="));
        Assert.Contains("name=\"parent\"\r\nContent-Type: application/json\r\n\r\n{\"name\":\"p\"}\r\n", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_string_of_a_response_is_sent_back_as_text()
    {
        (Recorder server, _) = await CallAsync("Repeat", """{"name":"n","content":"https://files.example/1"}""");

        Assert.Contains("name=\"content\"\r\n\r\nhttps://files.example/1\r\n", server.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("filename", server.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RepeatAsJson", """{"content":"https://files.example/1","pages":["a"],"name":"m"}""")]
    [InlineData("ReplaceByBytes", """{"content":"AQL/","name":"n","note":null}""")]
    [InlineData("ReplaceByText", """{"content":"Grüße","name":"n"}""")]
    [InlineData("ReplaceByStream", """{"content":"Bwg=","name":"n"}""")]
    [InlineData("ReplaceByPath", """{"content":"Bwg=","name":"n"}""")]
    public async Task In_json_a_file_is_its_text_or_base64(string call, string expected)
    {
        string answer = call == "RepeatAsJson" ? """{"content":"https://files.example/1","pages":["a"],"name":"m"}""" : "[]";
        (Recorder server, _) = await CallAsync(call, answer);
        Assert.Equal(("application/json", expected), (server.ContentType, server.Body));
    }

    [Fact]
    public async Task A_source_that_opens_later_is_refused_in_json()
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync("ReplaceBySlowSource", "[]"));
        Assert.Contains("ApiFile.FromBytes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"first":{"name":"n","content":"one"},"byName":{"x":{"name":"n","content":"two"}}}""", "one two")]
    [InlineData(HttpStatusCode.Conflict, """{"name":"n","content":"three"}""", "three")]
    public async Task A_form_a_member_an_entry_and_an_error_are_the_same_type(HttpStatusCode status, string answer, string expected)
    {
        (Recorder server, object? read) = await CallAsync("Submit", answer, status);
        Assert.Equal(expected, read);
        Assert.StartsWith("multipart/form-data", server.ContentType, StringComparison.Ordinal);
        Assert.Contains("filename=\"a.bin\"", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_only_written_is_not_missed_in_the_answer()
    {
        (Recorder server, object? read) = await CallAsync("Hide", """{"id":"1"}""");
        Assert.Equal("1 True", read);
        Assert.Contains("\r\n\r\nD\r\n", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_a_file_in_parts()
    {
        (Recorder server, _) = await CallAsync("Send", "", HttpStatusCode.NoContent);
        Assert.Contains("name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\ntext\r\n", server.Body, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<(Recorder Server, object? Result)> CallAsync(string call, string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var server = new Recorder(answer, "application/json", status);
        return (server, await Client.CallAsync(call, server));
    }
}
