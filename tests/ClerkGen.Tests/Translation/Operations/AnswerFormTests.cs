using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

/// <summary>Which methods an operation has for the media types of its successes, and what they ask for.</summary>
public sealed class AnswerFormTests
{
    private const string A = "{schema: {$ref: '#/components/schemas/A'}}";
    private const string B = "{schema: {$ref: '#/components/schemas/B'}}";
    private const string Text = "{schema: {type: string}}";
    private const string File = "{schema: {type: string, format: binary}}";
    private const string Problem = "'422': {description: bad, content: {application/problem+json: " + B + "}}";
    private const string Components =
        "components: {schemas: {A: {type: object, required: [x], properties: {x: {type: string}}}, B: {type: object, required: [y], properties: {y: {type: string}}}}}";

    [Theory]
    // One value.
    [InlineData("application/json: " + A, "Call A application/json")]
    [InlineData("application/vnd.acme.v2+json: " + A, "Call A application/vnd.acme.v2+json, application/problem+json;q=0.5")]
    [InlineData("'application/json; charset=utf-8': " + A, "Call A application/json")]
    [InlineData("'application/json;odata.metadata=minimal': " + A, "Call A application/json;odata.metadata=minimal, application/problem+json;q=0.5")]
    [InlineData("'*/*': " + A, "Call A application/json, */*;q=0.9")]
    [InlineData("'application/*': " + A, "Call A application/json, application/*;q=0.9")]
    [InlineData("application/hal+json: " + A + ", application/json: " + A, "Call A application/json, application/hal+json")]
    // Responses as ASP.NET Core MVC documents them: of an object, a string, a number.
    [InlineData("text/plain: " + A + ", application/json: " + A + ", text/json: " + A, "Call A application/json, text/json")]
    [InlineData("text/plain: " + Text + ", application/json: " + Text + ", text/json: " + Text, "Call string application/json, text/json, text/plain")]
    [InlineData("text/plain: {schema: {type: integer}}, application/json: {schema: {type: integer}}", "Call long application/json")]
    [InlineData("text/plain: {schema: {type: string, format: uuid}}, application/json: {schema: {type: string, format: uuid}}", "Call Guid application/json, text/plain")]
    // Text.
    [InlineData("text/plain: " + Text, "Call string text/plain, application/problem+json;q=0.5")]
    [InlineData("text/csv: " + Text + ", text/plain: " + Text, "Call string text/csv, text/plain, application/problem+json;q=0.5")]
    [InlineData("'*/*': " + Text, "Call string */*")]
    // The same in another notation.
    [InlineData("application/json: " + A + ", application/xml: " + A, "Call A application/json")]
    [InlineData("application/json: " + A + ", text/html: {}", "Call A application/json")]
    [InlineData("application/json: " + A + ", application/x-yaml: {}", "Call A application/json")]
    [InlineData("application/json: " + A + ", multipart/form-data: " + A + ", text/plain: " + A, "Call A application/json")]
    // Several types of JSON.
    [InlineData("application/vnd.acme.v1+json: " + A + ", application/vnd.acme.v2+json: " + B, "Call CallThingResult application/vnd.acme.v1+json, application/vnd.acme.v2+json, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", application/vnd.star+json: " + B, "Call CallThingResult application/json, application/vnd.star+json;q=0.9")]
    // A value beside something else.
    [InlineData("application/json: " + A + ", text/event-stream: " + B, "Call A application/json|CallStreaming ApiEventStream<B> text/event-stream, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", application/x-ndjson: " + B, "Call A application/json|CallStreaming IAsyncEnumerable<B> application/x-ndjson, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", application/octet-stream: " + File, "Call A application/json|CallStream Stream application/octet-stream, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", application/pdf: {}, 'image/*': {}", "Call A application/json|CallStream Stream application/pdf, image/*;q=0.9, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", text/csv: " + Text, "Call A application/json|CallStream Stream text/csv, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", text/plain: " + Text, "Call A application/json|CallStream Stream text/plain, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", text/event-stream: {}", "Call A application/json|CallStream Stream text/event-stream, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", text/event-stream: " + B + ", application/zip: {}", "Call A application/json|CallStreaming ApiEventStream<B> text/event-stream, application/problem+json;q=0.5|CallStream Stream application/zip, application/problem+json;q=0.5")]
    // JSON of which nothing is said.
    [InlineData("application/json: {}, image/png: {}", "Call Stream image/png, application/problem+json;q=0.5")]
    [InlineData("application/json: {schema: {}}, application/pdf: " + File, "Call Stream application/pdf, application/problem+json;q=0.5")]
    [InlineData("application/json: {schema: {}}, text/csv: {}", "Call string text/csv, application/problem+json;q=0.5")]
    [InlineData("application/json: {}, text/event-stream: " + A, "Call ApiEventStream<A> text/event-stream, application/problem+json;q=0.5")]
    [InlineData("application/json: {}, text/html: {}", "Call JsonElement application/json")]
    // Files.
    [InlineData("application/json: " + File, "Call Stream application/json")]
    [InlineData("application/octet-stream: " + A, "Call Stream application/octet-stream, application/problem+json;q=0.5")]
    [InlineData("application/json: " + A + ", application/octet-stream: " + A, "Call A application/json|CallStream Stream application/octet-stream, application/problem+json;q=0.5")]
    [InlineData("application/octet-stream: {}, text/plain: " + Text, "Call Stream application/octet-stream, text/plain, application/problem+json;q=0.5")]
    [InlineData("image/jpeg: {}, image/png: {}", "Call Stream image/jpeg, image/png, application/problem+json;q=0.5")]
    // Items in two frames.
    [InlineData("text/event-stream: " + A + ", application/jsonl: " + A, "Call ApiEventStream<A> text/event-stream, application/problem+json;q=0.5")]
    public void Media_types_of_a_success_become_methods(string content, string expected) =>
        Assert.Equal(expected, Describe(Client("'200': {description: ok, content: {" + content + "}}")));

    [Theory]
    [InlineData("'200': {description: ok, content: {application/json: " + A + "}}, " + Problem, "Call A application/json, application/problem+json;q=0.9")]
    [InlineData("'200': {description: ok, content: {application/pdf: {}}}, " + Problem, "Call Stream application/pdf, application/problem+json;q=0.9")]
    [InlineData("'204': {description: ok}, " + Problem, "Call none application/problem+json")]
    [InlineData("'200': {description: ok}", "Call none -")]
    [InlineData("'200': {description: ok, content: {application/json: " + A + "}}, '201': {description: ok, content: {application/vnd.b+json: " + B + "}}", "Call CallThingResult application/json, application/vnd.b+json")]
    [InlineData("'200': {description: ok, content: {application/json: " + A + ", application/pdf: {}}}, '202': {description: ok, content: {application/json: " + B + "}}", "Call CallThingResult application/json|CallStream Stream application/pdf, application/problem+json;q=0.5")]
    [InlineData("'200': {description: ok, content: {application/pdf: {}}}, '202': {description: ok, content: {application/json: " + B + "}}", "Call Stream application/json, application/pdf")]
    public void The_Accept_header_includes_media_types_of_all_statuses_and_errors(string responses, string expected) => Assert.Equal(expected, Describe(Client(responses)));

    [Fact]
    public void Responses_are_distinguished_by_status_and_then_by_media_type()
    {
        ResultModel result = Client("'200': {description: ok, content: {application/json: " + A + ", application/vnd.b+json: " + B + "}}, '201': {description: ok, content: {application/json: " + B + "}}").Operation.Result;
        Assert.Equal(
            ["200 application/json 0", "200 application/vnd.b+json 1", "201  1"],
            result.Answers.Select(static answer => $"{answer.From} {answer.MediaType} {answer.Variant}"));
    }

    [Fact]
    public void Inline_types_of_several_media_types_are_variants_with_separate_names()
    {
        TranslatedClient client = Client(
            "'200': {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}, application/vnd.acme.v2+json: {schema: {type: object, properties: {b: {type: string}}}}}}");
        Assert.Equal(["CallThingResponse", "CallThingAcmeV2Response"], client.Find<UnionModel>("CallThingResult").Variants.Select(static variant => variant.Name));
        Assert.Equal(["A", "B", "CallThingAcmeV2Response", "CallThingResponse"], client.Files.OfType<ObjectModel>().Select(static model => model.Name).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1], client.Operation.Result.Answers.Select(static answer => answer.Variant));
    }

    [Fact]
    public void Errors_of_one_status_are_distinguished_by_media_type()
    {
        TranslatedClient client = Client(
            "'200': {description: ok}, '422': {description: bad, content: {application/problem+json: " + A + ", application/json: " + B + "}}, '423': {description: bad, content: {application/problem+json: " + A + ", application/json: " + A + "}}");
        Assert.Equal(
            ["422 BException application/json", "422 AException application/problem+json", "423 AException "],
            Assert.Single(client.Client.ErrorTables).Entries.Select(static entry => $"{entry.From} {entry.Exception} {entry.MediaType}"));
    }

    [Fact]
    public void A_form_gives_way_to_an_operation_of_its_name()
    {
        TranslatedClient client = TranslatedClient.Of(
            "/a: {get: {operationId: chat, tags: [T], responses: {'200': {description: ok, content: {application/json: " + A + ", text/event-stream: " + B + "}}}}}\n"
                + "/b: {get: {operationId: chatStreaming, tags: [T], responses: {'204': {description: ok}}}}",
            Components);
        Assert.Equal(["T.Chat", "T.ChatStreaming", "T.ChatStreaming2"], client.Methods);
    }

    [Fact]
    public void Media_types_that_are_not_requested_are_documented() => Assert.Contains(
        "The API can also return application/xml. The client does not request it.",
        Client("'200': {description: ok, content: {application/json: " + A + ", application/xml: " + A + "}}").Operation.Doc.Remarks);

    private static TranslatedClient Client(string responses) => TranslatedClient.OfOperation("responses: {" + responses + "}", Components);

    private static string Describe(TranslatedClient client) => string.Join(
        "|",
        client.Groups.SelectMany(static group => group.Operations)
            .OrderBy(static operation => operation.FormOf is not null)
            .ThenByDescending(static operation => operation.Name, StringComparer.Ordinal)
            .Select(static operation => $"{operation.Name} {TypeOf(operation.Result)} {operation.Accept ?? (operation.Result.Kind == ResultKind.None ? "-" : "application/json")}"));

    private static string TypeOf(ResultModel result)
    {
        string type = result.Type?.ToString() ?? "none";
        return result.Kind switch
        {
            ResultKind.ServerSentEvents => $"ApiEventStream<{type}>",
            ResultKind.JsonLines => $"IAsyncEnumerable<{type}>",
            _ => type,
        };
    }
}
