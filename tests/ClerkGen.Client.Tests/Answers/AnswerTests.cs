using System.Net;
using System.Text;
using ClerkGen.Client.Tests.Constructs;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Answers;

/// <summary>The status and media type of an answer decide how it is read, and what is asked for is what the document says.</summary>
public sealed class AnswerTests
{
    private static readonly ConstructClient Client = new(AnswerDocument.Text, AnswerDocument.Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("String", "application/json, text/json, text/plain")]
    [InlineData("Any", "*/*")]
    [InlineData("User", "application/vnd.acme.v1+json, application/vnd.acme.v2+json, application/json, application/problem+json;q=0.9")]
    [InlineData("Thing", "application/json")]
    [InlineData("Levels", "application/json;metadata=full, application/json;metadata=none, application/problem+json;q=0.5")]
    [InlineData("Chat", "application/json")]
    [InlineData("ChatStreaming", "text/event-stream, application/problem+json;q=0.5")]
    [InlineData("ExportStreaming", "application/x-ndjson, application/problem+json;q=0.5")]
    [InlineData("ExportStream", "text/csv, application/problem+json;q=0.5")]
    [InlineData("ReportStream", "application/pdf, application/problem+json;q=0.5")]
    [InlineData("Image", "image/png, application/problem+json;q=0.5")]
    [InlineData("Invoice", "application/pdf, application/problem+json;q=0.5")]
    [InlineData("Newer", "application/vnd.acme.v2+json, application/problem+json;q=0.5")]
    public async Task Accept_names_the_documents_media_types(string call, string accept)
    {
        var server = new Recorder("{}", "application/json", HttpStatusCode.NotFound);
        await Assert.ThrowsAnyAsync<ApiException>(() => Client.CallAsync(call, server));
        Assert.Equal(accept.Split(", ").Order(StringComparer.Ordinal), server.Header("Accept")!.Split(", ").Order(StringComparer.Ordinal));
        Assert.Equal(accept.Split(", ")[^1], server.Header("Accept")!.Split(", ")[^1]);
    }

    [Theory]
    // A string is text, or the JSON string that the answer says it is.
    [InlineData("String", "text/plain; charset=utf-8", "Ada", "Ada")]
    [InlineData("String", "text/plain", "\"Ada\"", "\"Ada\"")]
    [InlineData("String", "application/json", "\"Ada \\u00e9\"", "Ada é")]
    [InlineData("String", "text/json; charset=utf-8", "\"Ada\"", "Ada")]
    [InlineData("String", null, "\"Ada\"", "Ada")]
    [InlineData("String", null, "Ada", "Ada")]
    [InlineData("String", "application/json", "Ada", "Ada")]
    [InlineData("String", "application/json", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("String", "text/html", "<p>", "<p>")]
    [InlineData("Any", "text/plain", "Ada", "Ada")]
    [InlineData("Any", "application/json", "\"Ada\"", "Ada")]
    [InlineData("Any", "application/json", "Ada", "Ada")]
    [InlineData("Text", "text/plain", "\"Ada\"", "\"Ada\"")]
    [InlineData("Text", null, "\"Ada\"", "\"Ada\"")]
    [InlineData("Text", "application/json", "\"Ada\"", "Ada")]
    [InlineData("Maybe", "application/json", "null", "null")]
    [InlineData("Maybe", "text/plain", "null", "null")]
    [InlineData("Id", "application/json", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    // Versions of one value.
    [InlineData("User", "application/vnd.acme.v1+json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("User", "application/vnd.acme.v2+json", "{\"fullName\":\"Ada\"}", "V2 Ada")]
    [InlineData("User", "Application/VND.Acme.V2+JSON; charset=utf-8", "{\"fullName\":\"Ada\"}", "V2 Ada")]
    [InlineData("User", "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("User", null, "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Levels", "application/json; metadata=full", "{\"fullName\":\"Ada\"}", "V2 Ada")]
    [InlineData("Levels", "application/json; charset=utf-8; metadata=\"none\"", "{\"name\":\"Ada\"}", "V1 Ada")]
    // The same under another name of JSON, or none.
    [InlineData("Thing", "text/plain", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Thing", "application/hal+json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Thing", null, "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Newer", "application/json", "{\"fullName\":\"Ada\"}", "V2 Ada")]
    // A value beside something else.
    [InlineData("Chat", "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("ChatStreaming", "text/event-stream", "data: {\"fullName\":\"A\"}\n\ndata: {\"fullName\":\"B\"}\n\ndata: [DONE]\n\n", "V2 A V2 B")]
    [InlineData("ChatStreamingWithResponse", "text/event-stream", "data: {\"fullName\":\"A\"}\n\n", "V2 A")]
    [InlineData("Export", "application/json", "[{\"name\":\"A\"},{\"name\":\"B\"}]", "V1 A V1 B")]
    [InlineData("ExportStreaming", "application/x-ndjson", "{\"name\":\"A\"}\n{\"name\":\"B\"}\n", "V1 A V1 B")]
    [InlineData("ExportStream", "text/csv", "name\nA\n", "name\nA\n")]
    [InlineData("Report", "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("ReportStream", "application/pdf", "%PDF", "%PDF")]
    [InlineData("Image", "image/png", "PNG", "PNG")]
    [InlineData("Image", "image/webp", "WEBP", "WEBP")]
    [InlineData("Invoice", "application/pdf", "%PDF", "%PDF")]
    public async Task The_media_type_of_an_answer_decides_how_it_is_read(string call, string? mediaType, string body, string expected) =>
        Assert.Equal(expected, await Client.CallAsync(call, Answer(HttpStatusCode.OK, mediaType, body)));

    [Theory]
    [InlineData("User", 202, "application/json", "{\"id\":\"t\"}", "Ticket t")]
    [InlineData("User", 202, "application/vnd.acme.v2+json", "{\"id\":\"t\"}", "Ticket t")]
    [InlineData("User", 204, null, "", "null")]
    [InlineData("Maybe", 204, null, "", "null")]
    [InlineData("Ranges", 200, "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Ranges", 206, "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Ranges", 201, "application/json", "{\"fullName\":\"Ada\"}", "V2 Ada")]
    [InlineData("Note", 200, "application/json", "{\"name\":\"Ada\"}", "V1 Ada")]
    [InlineData("Note", 202, "text/plain", "later", "String later")]
    public async Task The_status_of_an_answer_comes_before_its_media_type(string call, int status, string? mediaType, string body, string expected) =>
        Assert.Equal(expected, await Client.CallAsync(call, Answer((HttpStatusCode)status, mediaType, body)));

    [Theory]
    [InlineData("application/problem+json", "{\"title\":\"bad\"}", "ProblemException")]
    [InlineData("application/problem+json; charset=utf-8", "{}", "ProblemException")]
    [InlineData("application/json", "{\"code\":\"bad\"}", "LegacyException")]
    [InlineData("application/vnd.other+json", "{\"code\":\"bad\"}", "LegacyException")]
    [InlineData(null, "{\"code\":\"bad\"}", "LegacyException")]
    [InlineData("text/html", "<p>bad</p>", "ApiException")]
    public async Task The_media_type_of_an_error_decides_its_exception(string? mediaType, string body, string exception)
    {
        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => Client.CallAsync("User", Answer(HttpStatusCode.UnprocessableEntity, mediaType, body)));
        Assert.Equal((exception, body), (thrown.GetType().Name, thrown.ResponseText));
    }

    [Theory]
    [InlineData("Chat", "text/event-stream", "data: {}\n\n")]
    [InlineData("ChatStreaming", "application/json", "{\"name\":\"Ada\"}")]
    [InlineData("Thing", "text/html", "<p>")]
    [InlineData("User", "application/pdf", "%PDF")]
    public async Task An_answer_that_the_method_cannot_read_is_refused(string call, string mediaType, string body)
    {
        var thrown = await Assert.ThrowsAsync<ApiResponseFormatException>(() => Client.CallAsync(call, Answer(HttpStatusCode.OK, mediaType, body)));
        Assert.Equal(ApiResponseProblem.ContentType, thrown.Problem);
    }

    private static Recorder Answer(HttpStatusCode status, string? mediaType, string body) => new(Encoding.UTF8.GetBytes(body), mediaType, status);
}
