using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class ErrorTests
{
    private const string Components = """
        components:
          schemas:
            Problem: {type: object, properties: {title: {type: string}, acme_trace_id: {type: string}, request_id: {type: string}}}
            Invalid: {type: object, properties: {field: {type: string}, requestId: {type: string}}}
          responses:
            NotFound: {description: Not there., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            Refused: {description: No., content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
        """;

    [Fact]
    public void Each_error_schema_has_one_exception()
    {
        TranslatedClient client = Client(
            "'404': {$ref: '#/components/responses/NotFound'}, '410': {$ref: '#/components/responses/NotFound'}, '422': {JSON Invalid}");
        Assert.Equal(["InvalidException", "ProblemException"], Exceptions(client));
        ErrorTableModel table = Assert.Single(client.Client.ErrorTables);
        Assert.Equal("Errors404_410_422", table.Name);
        Assert.Equal("Errors404_410_422", client.Operation.Errors);
        Assert.Equal(
            ["404-404 ProblemException", "410-410 ProblemException", "422-422 InvalidException"],
            table.Entries.Select(entry => $"{entry.From}-{entry.To} {entry.Exception}"));
    }

    [Theory]
    [InlineData("application/vnd.acme.raw-stream", true)]
    [InlineData("text/plain", true)]
    [InlineData("application/xml", false)]
    [InlineData("text/html", false)]
    public void An_object_under_a_media_type_that_is_no_JSON_is_read_as_JSON_where_it_may_be(string mediaType, bool isTyped)
    {
        TranslatedClient client = Client("'404': {description: no, content: {" + mediaType + ": {schema: {$ref: '#/components/schemas/Problem'}}}}");
        Assert.Equal(isTyped ? ["ProblemException"] : [], Exceptions(client));
    }

    [Fact]
    public void Ranges_and_default_rank_below_single_statuses()
    {
        TranslatedClient client = Client("'200': {description: ok}, default: {JSON Problem}, 5xx: {JSON Problem}, 4XX: {JSON Invalid}, '404': {JSON Problem}");
        ErrorTableModel table = Assert.Single(client.Client.ErrorTables);
        Assert.Equal("Errors404_4XX_5XX_Default", table.Name);
        Assert.Equal(["404-404", "400-499", "500-599", "0-999"], table.Entries.Select(entry => $"{entry.From}-{entry.To}"));
    }

    [Fact]
    public void Default_is_a_success_when_there_is_no_other()
    {
        TranslatedClient client = Client("default: {JSON Problem}");
        Assert.Null(client.Operation.Errors);
        Assert.Equal("Problem", client.Operation.Result.Type?.ToString());
    }

    [Theory]
    [InlineData("Problem", "AcmeTraceId")]
    [InlineData("Invalid", "RequestId")]
    public void The_property_with_the_trace_id_is_found(string schema, string property) =>
        Assert.Equal(property, Assert.Single(Client($"'400': {{JSON {schema}}}").Files.OfType<ExceptionModel>()).TraceIdProperty);

    [Theory]
    [InlineData("type: object, properties: {trace_id: {type: integer}}")]
    [InlineData("type: object, properties: {trace: {type: string}}")]
    public void Nothing_else_is_a_trace_id(string schema)
    {
        TranslatedClient client = Client($"'400': {{description: no, content: {{application/json: {{schema: {{{schema}}}}}}}}}");
        Assert.Null(Assert.Single(client.Files.OfType<ExceptionModel>()).TraceIdProperty);
    }

    [Theory]
    [InlineData("type: object, properties: {why: {type: string}}", "ThingErrorException", "ThingError")]
    [InlineData("type: string", "StringException", "string")]
    [InlineData("type: array, items: {$ref: '#/components/schemas/Problem'}", "ProblemListException", "IReadOnlyList<Problem>")]
    [InlineData("type: object, additionalProperties: {type: string}", "StringMapException", "IReadOnlyDictionary<string, string>")]
    public void Inline_errors_have_readable_names(string schema, string exception, string error)
    {
        ExceptionModel model = Assert.Single(
            Client($"'400': {{description: no, content: {{application/json: {{schema: {{{schema}}}}}}}}}").Files.OfType<ExceptionModel>());
        Assert.Equal((exception, error), (model.Name, model.Error.ToString()));
    }

    [Fact]
    public void Different_errors_of_one_operation_are_distinguished_by_status()
    {
        TranslatedClient client = Client("""
            '400': {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}},
            '409': {description: no, content: {application/json: {schema: {type: object, properties: {who: {type: string}}}}}}
            """);
        Assert.Equal(["CallThingError409Exception", "ThingErrorException"], Exceptions(client));
    }

    [Fact]
    public void A_shared_response_names_its_error() =>
        Assert.Equal(["RefusedException"], Exceptions(Client("'403': {$ref: '#/components/responses/Refused'}")));

    [Theory]
    [InlineData("{description: no}")]
    [InlineData("{description: no, content: {text/plain: {schema: {type: string}}}}")]
    [InlineData("{description: no, content: {application/json: {schema: {}}}}")]
    public void Errors_without_a_type_are_the_base_exception(string response)
    {
        TranslatedClient client = Client("'500': " + response);
        Assert.Null(client.Operation.Errors);
        Assert.Empty(client.Client.ErrorTables);
        ErrorDocModel doc = Assert.Single(client.Operation.ErrorDocs);
        Assert.Equal(("ApiException", "500: no"), (doc.Exception.Name, doc.Text));
    }

    [Fact]
    public void Every_documented_error_is_described()
    {
        TranslatedClient client = Client("'200': {description: ok}, '302': {description: away}, '404': {$ref: '#/components/responses/NotFound'}, default: {description: Other.}");
        Assert.Equal(
            [
                "ApiRedirectException 302: away", "ProblemException 404: Not there.",
                "ApiException Any other status: Other.",
            ],
            client.Operation.ErrorDocs.Select(doc => doc.Exception + " " + doc.Text));
    }

    [Fact]
    public void Equal_sets_of_errors_share_a_table()
    {
        const string operation = "{operationId: ID, responses: {'404': {$ref: '#/components/responses/NotFound'}}}";
        TranslatedClient client = TranslatedClient.Of(
            $"/a: {{get: {operation.Replace("ID", "a")}, put: {operation.Replace("ID", "b")}}}\n/c: {{get: {{operationId: c, responses: {{'404': {{$ref: '#/components/responses/Refused'}}}}}}}}",
            Components);
        Assert.Equal(2, client.Client.ErrorTables.Count);
        Assert.All(client.Client.ErrorTables, table => Assert.StartsWith("Errors404_", table.Name, StringComparison.Ordinal));
        Assert.Equal(2, client.Groups.SelectMany(group => group.Operations).Select(operation => operation.Errors).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_exception_makes_room_for_a_schema_of_its_name()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "responses: {'400': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}}",
            "components: {schemas: {Problem: {type: object, properties: {a: {type: string}}}, ProblemException: {type: object, properties: {b: {type: string}}}}}");
        Assert.Equal(["ProblemErrorException"], Exceptions(client));
    }

    private static IEnumerable<string> Exceptions(TranslatedClient client) =>
        client.Files.OfType<ExceptionModel>().Select(model => model.Name).Order(StringComparer.Ordinal);

    private static TranslatedClient Client(string responses)
    {
        string text = responses;
        foreach (string name in (string[])["Problem", "Invalid"])
        {
            text = text.Replace("JSON " + name, "description: no, content: {application/json: {schema: {$ref: '#/components/schemas/" + name + "'}}}");
        }

        return TranslatedClient.OfOperation("responses: {" + text.ReplaceLineEndings(" ") + "}", Components);
    }
}
