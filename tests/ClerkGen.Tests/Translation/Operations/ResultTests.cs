using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class ResultTests
{
    private const string A = "content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}";
    private const string B = "content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}";
    private const string Components =
        "components: {schemas: {A: {type: object, required: [x], properties: {x: {type: string}}}, B: {type: object, required: [y], properties: {y: {type: string}}}}}";

    [Theory]
    [InlineData("'200': {JSON A}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'200': {NONE}", nameof(ResultKind.None), null, false)]
    [InlineData("'204': {JSON A}", nameof(ResultKind.None), null, false)]
    [InlineData("2XX: {JSON A}", nameof(ResultKind.Json), "A", false)]
    [InlineData("default: {JSON A}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'200': {JSON A}, default: {JSON B}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'200': {JSON A}, '204': {NONE}", nameof(ResultKind.Json), "A", true)]
    [InlineData("'200': {JSON A}, '201': {JSON A}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'100': {NONE}, '302': {JSON B}, '404': {JSON B}, '200': {JSON A}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'200': {content: {text/plain: {schema: {type: string}}}}", nameof(ResultKind.Text), "string", false)]
    [InlineData("'200': {content: {application/xml: {schema: {type: object}}}}", nameof(ResultKind.Text), "string", false)]
    [InlineData("'200': {content: {application/pdf: {}}}", nameof(ResultKind.Stream), "Stream", false)]
    [InlineData("'200': {content: {application/json: {schema: {type: string, format: binary}}}}", nameof(ResultKind.Stream), "Stream", false)]
    [InlineData("'200': {content: {'*/*': {schema: {$ref: '#/components/schemas/A'}}}}", nameof(ResultKind.Json), "A", false)]
    [InlineData("'200': {content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}}}}", nameof(ResultKind.Json), "A", true)]
    [InlineData("'200': {content: {application/json: {}}}", nameof(ResultKind.Json), "JsonElement", false)]
    [InlineData("'200': {content: {application/xml: {}, application/json: {schema: {type: integer}}}}", nameof(ResultKind.Json), "long", false)]
    [InlineData("'200': {content: {text/event-stream: {schema: {$ref: '#/components/schemas/A'}}}}", nameof(ResultKind.ServerSentEvents), "A", false)]
    [InlineData("'200': {content: {text/event-stream: {}}}", nameof(ResultKind.Stream), "Stream", false)]
    [InlineData("'200': {content: {application/x-ndjson: {schema: {$ref: '#/components/schemas/A'}}}}", nameof(ResultKind.JsonLines), "A", false)]
    [InlineData("'200': {content: {application/jsonl: {schema: {type: array, items: {$ref: '#/components/schemas/A'}}}}}", nameof(ResultKind.JsonLines), "A", false)]
    [InlineData("'200': {content: {application/json-seq: {itemSchema: {$ref: '#/components/schemas/A'}}}}", nameof(ResultKind.JsonLines), "A", false)]
    [InlineData("", nameof(ResultKind.None), null, false)]
    public void Successes_become_one_result(string responses, string kind, string? type, bool isNullable)
    {
        ResultModel result = Result(responses);
        Assert.Equal((kind, type, isNullable), (result.Kind.ToString(), result.Type?.ToString(), result.IsNullable));
        Assert.Empty(result.Answers);
    }

    [Fact]
    public void Successes_that_differ_become_a_union_by_status()
    {
        TranslatedClient client = Client("'200': {JSON A}, '202': {JSON B}, '204': {NONE}");
        ResultModel result = client.Operation.Result;
        Assert.Equal((ResultKind.Json, "CallThingResult", true), (result.Kind, result.Type?.ToString(), result.IsNullable));
        Assert.Equal(["200 0", "202 1", "204 -1"], result.Answers.Select(status => $"{status.From} {status.Variant}"));
        Assert.Equal(["A", "B"], client.Find<UnionModel>("CallThingResult").Variants.Select(variant => variant.Name));
    }

    [Fact]
    public void A_range_ranks_below_its_statuses()
    {
        ResultModel result = Result("2XX: {JSON B}, '201': {JSON A}");
        Assert.Equal(["201-201", "200-299"], result.Answers.Select(status => $"{status.From}-{status.To}"));
    }

    [Fact]
    public void Text_next_to_json_is_a_variant()
    {
        ResultModel result = Result("'200': {JSON A}, '202': {content: {text/plain: {}}}");
        Assert.Equal([ResultKind.Json, ResultKind.Text], result.Answers.Select(status => status.Kind));
        Assert.Equal([0, 1], result.Answers.Select(status => status.Variant));
    }

    [Fact]
    public void Successes_without_a_common_type_are_a_stream()
    {
        TranslatedClient client = Client("'200': {JSON A}, '206': {content: {application/pdf: {}}}");
        Assert.Equal(ResultKind.Stream, client.Operation.Result.Kind);
        Assert.Equal("CLERKGEN046", Assert.Single(client.Ids));
    }

    [Fact]
    public void Head_has_no_body() =>
        Assert.Equal(ResultKind.None, TranslatedClient.OfOperation("responses: {'200': {description: ok, " + A + "}}", Components, "head").Operation.Result.Kind);

    [Fact]
    public void Described_events_are_read_as_their_data()
    {
        ResultModel result = Result("""
            '200': {content: {text/event-stream: {itemSchema: {type: object, properties: {
              event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/A'}}}}}}}
            """);
        Assert.Equal((ResultKind.ServerSentEvents, "A"), (result.Kind, result.Type?.ToString()));
    }

    [Fact]
    public void Types_of_a_shared_response_are_named_after_it()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "responses: {'200': {$ref: '#/components/responses/ThingPage'}}",
            "components: {responses: {ThingPage: {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}");
        Assert.Equal("ThingPage", client.Operation.Result.Type?.ToString());
    }

    [Fact]
    public void An_inline_response_is_named_after_the_operation() =>
        Assert.Equal(
            "CallThingResponse",
            Result("'200': {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}").Type?.ToString());

    [Fact]
    public void Equal_responses_of_two_operations_are_named_after_their_own_operation()
    {
        const string Response = "responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}";
        const string List = "responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {y: {type: string}}}}}}}}";
        TranslatedClient client = TranslatedClient.Of(
            $"/x: {{get: {{operationId: getX, tags: [A], {Response}}}, put: {{operationId: setX, tags: [A], {Response}}}}}\n/y: {{get: {{operationId: someY, tags: [A], {List}}}, put: {{operationId: moreY, tags: [A], {List}}}}}");
        Assert.Equal(
            ["GetXResponse", "MoreYResponseItem", "SetXResponse", "SomeYResponseItem"],
            client.Files.OfType<ObjectModel>().Select(model => model.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_union_that_an_operation_takes_and_gives_is_one()
    {
        const string Union = "content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}}";
        TranslatedClient client = TranslatedClient.Of(
            $"/x: {{put: {{operationId: setPet, requestBody: {{required: true, {Union}}}, responses: {{'200': {{description: ok, {Union}}}}}}}, post: {{operationId: addPet, requestBody: {{required: true, {Union}}}, responses: {{'204': {{description: ok}}}}}}}}",
            "components: {schemas: {Cat: {type: object, required: [meow], properties: {meow: {type: string}}}, Dog: {type: object, required: [bark], properties: {bark: {type: string}}}}}");
        Assert.Equal(["AddPetRequest", "SetPetRequest"], client.Files.OfType<UnionModel>().Select(model => model.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Headers_of_the_response_are_documented()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "responses: {'200': {description: ok, headers: {X-Rate-Limit: {schema: {type: integer}}, ETag: {schema: {type: string}}}}}");
        Assert.Contains("Headers of the response: ETag, X-Rate-Limit.", client.Operation.Doc.Remarks);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("20x")]
    [InlineData("2000")]
    public void A_response_without_a_status_is_reported_at_its_line(string key)
    {
        TranslatedClient client = TranslatedClient.OfOperation($"responses:\n  '200': {{description: ok}}\n  '{key}': {{description: what}}");
        Assert.Equal($"Response '{key}' is skipped because it is not a status code, a range like 4XX, or 'default'", client.Message("CLERKGEN057"));
        Assert.Equal(10, client.Line("CLERKGEN057"));
    }

    [Theory]
    [InlineData("'302': {description: elsewhere}", "302: elsewhere", "ApiRedirectException")]
    [InlineData("'404': {description: none}", "404: none", "ApiException")]
    public void An_operation_without_a_success_is_reported_and_emitted(string responses, string description, string exception)
    {
        TranslatedClient client = TranslatedClient.OfOperation("responses: {" + responses + "}");
        Assert.Equal(ResultKind.None, client.Operation.Result.Kind);
        Assert.Equal(new ErrorDocModel(new QualifiedTypeName("ClerkGen", exception), description), Assert.Single(client.Operation.ErrorDocs));
        Assert.Equal("GET /things documents no successful response. All documented responses are exceptions.", client.Message("CLERKGEN056"));
        Assert.Equal(5, client.Line("CLERKGEN056"));
    }

    private static ResultModel Result(string responses) => Client(responses).Operation.Result;

    private static TranslatedClient Client(string responses)
    {
        string text = responses.Replace("JSON A", "description: ok, " + A).Replace("JSON B", "description: ok, " + B).Replace("{NONE}", "{description: ok}")
            .Replace("{content", "{description: ok, content");
        return TranslatedClient.OfOperation("responses: {" + text.ReplaceLineEndings(" ") + "}", Components);
    }

    [Fact]
    public void Unions_of_two_operations_that_look_alike_stay_apart()
    {
        const string Operation = "operationId: ID, tags: [T], responses: {'200': {description: ok, content: {application/json: {schema: {type: string}}}}, "
            + "'201': {description: ok, content: {application/json: {schema: {type: integer}}}}}";
        TranslatedClient client = TranslatedClient.Of("/x: {put: {" + Operation.Replace("ID", "setX") + "}, post: {" + Operation.Replace("ID", "addX") + "}}");
        Assert.Equal(["AddXResult", "SetXResult"], client.Files.OfType<UnionModel>().Select(static model => model.Name));
    }
}
