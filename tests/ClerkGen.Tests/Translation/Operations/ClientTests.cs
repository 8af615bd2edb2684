using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation;

namespace ClerkGen.Tests.Translation;

public sealed class ClientTests
{
    [Fact]
    public void Docs_are_the_text_of_the_document()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            """
            summary: Calls the thing.
            description: |-
              First paragraph.

              Second one.
            externalDocs: {url: 'https://acme.example/docs', description: Guide}
            deprecated: true
            responses: {}
            """,
            "tags: [{name: things, description: \"What things do.\\n\\nMore.\"}]\nexternalDocs: {url: 'https://acme.example'}");
        OperationModel operation = client.Operation;
        Assert.True(operation.IsDeprecated);
        Assert.Equal("Calls the thing.", operation.Doc.Summary);
        Assert.Equal("First paragraph.\n\nSecond one.\n\nGuide: https://acme.example/docs\n\n`callThing`: `GET /things`", operation.Doc.Remarks);
        Assert.Equal("What things do.", client.Groups.Single().Doc.Summary);
        Assert.Equal("Client of Acme API, version 1.", client.Client.Doc.Summary);
    }

    [Fact]
    public void The_first_described_success_determines_the_result()
    {
        OperationModel operation = TranslatedClient.OfOperation("""
            responses:
              '200': { description: The things., content: { application/json: { schema: { type: string } } } }
              '400': { description: An error. }
            """).Operation;
        OperationModel none = TranslatedClient.OfOperation("responses: { '204': { description: Done. } }").Operation;

        Assert.Equal(("The things.", null), (operation.Returns, none.Returns));
    }

    [Fact]
    public void The_document_may_describe_a_group()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "responses: {}",
            """
            tags: [{ name: things, description: The tag. }]
            x-clerkgen-groups: { things: Keeps things in order., other: Something else. }
            """);

        Assert.Equal("Keeps things in order.", client.Groups.Single().Doc.Summary);
    }

    [Fact]
    public void A_deprecated_operation_names_the_alternative()
    {
        OperationModel own = TranslatedClient.OfOperation("summary: Gets it; use getOther instead.\ndeprecated: true\nresponses: {}").Operation;
        OperationModel tagged = TranslatedClient.OfOperation(
            "summary: Gets it.\ntags: [things]\ndeprecated: true\nresponses: {}",
            "tags: [{ name: things, description: Things; superseded by stuff. }]").Operation;

        Assert.Equal("Gets it; use getOther instead.", own.Doc.Deprecation);
        Assert.Equal("Things; superseded by stuff.", tagged.Doc.Deprecation);
    }

    [Theory]
    [InlineData("description: \"One.\\n\\nTwo.\"", "One.")]
    [InlineData("summary: ' '", "Sends `GET /things`.")]
    public void A_summary_is_never_missing(string fields, string expected) =>
        Assert.Equal(expected, TranslatedClient.OfOperation(fields + "\nresponses: {}").Operation.Doc.Summary);

    [Theory]
    [InlineData("query", "QUERY")]
    [InlineData("head", "HEAD")]
    [InlineData("trace", "TRACE")]
    public void Methods_are_sent_in_upper_case(string method, string expected) =>
        Assert.Equal(expected, TranslatedClient.OfOperation("responses: {}", method: method).Operation.Method);

    [Fact]
    public void Additional_operations_can_be_called()
    {
        TranslatedClient client = TranslatedClient.Of("""
            /things:
              additionalOperations:
                COPY: {operationId: copyThings, tags: [Things], responses: {}}
                CONNECT: {operationId: connectThings, tags: [Things], responses: {}}
            """);
        Assert.Equal("COPY", client.Operation.Method);
        Assert.Equal("/paths/~1things/additionalOperations/CONNECT", client.Diagnostic("CLERKGEN040").Pointer);
    }

    [Fact]
    public void A_path_item_may_be_a_reference()
    {
        TranslatedClient client = TranslatedClient.Of(
            "/things: {$ref: '#/components/pathItems/Things'}",
            "components: {pathItems: {Things: {get: {operationId: listThings, tags: [Things], responses: {}}}}}");
        Assert.Equal(["Things.List"], client.Methods);
    }

    [Fact]
    public void Methods_have_the_names_that_the_user_chose()
    {
        ConsumerFacts facts = new(false, new([new UserTypeNames("ThingsOperations", null, new([new UserNameModel("getThing", "Find")]))]));
        TranslatedClient client = TranslatedClient.OfDocument(
            TranslatedClient.Document("/things:\n  get: {operationId: getThing, tags: [Things], responses: {}}\n  put: {operationId: putThing, tags: [Things], responses: {}}"),
            TranslatedSchemas.Options,
            facts);
        Assert.Equal(["Things.Find", "Things.Put"], client.Methods);
    }

    [Fact]
    public void Files_are_in_ordinal_order_and_differ_by_more_than_case()
    {
        TranslatedClient client = TranslatedClient.Of(
            "/a: {get: {operationId: A, tags: [users], responses: {}, parameters: [{name: q, in: query, schema: {type: string}}]}}\n"
            + "/b: {get: {operationId: a, tags: [USERS], responses: {}, parameters: [{name: q, in: query, schema: {type: string}}]}}",
            "components: {schemas: {usersOperations: {type: object, properties: {x: {type: string}}}, aparameters: {type: object, properties: {x: {type: string}}}}}");
        string[] names = [.. client.Files.Select(file => file.HintName)];
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches(@"^[A-Za-z0-9_.]+\.g\.cs\z", name));
    }

    [Fact]
    public void Equal_documents_give_equal_models()
    {
        string text = TranslatedClient.Document(
            "/things/{id}:\n  get: {operationId: getThing, tags: [Things], parameters: [{name: q, in: query, schema: {type: array, items: {type: string}}}], responses: {'200': {description: ok}, '404': {description: no}}}",
            "servers: [{url: 'https://acme.example'}]");
        TranslatedClient first = TranslatedClient.OfDocument(text, TranslatedSchemas.Options, ConsumerFacts.None);
        TranslatedClient second = TranslatedClient.OfDocument(text.Replace("\n", "\n\n"), TranslatedSchemas.Options, ConsumerFacts.None);
        Assert.Equal(first.Files, second.Files);
        Assert.Equal(first.Files.Select(file => file.GetHashCode()), second.Files.Select(file => file.GetHashCode()));
    }

    [Fact]
    public void Cancellation_is_passed_on()
    {
        using CancellationTokenSource source = new();
        Generator.Reading.ReadDocument document = Generator.Reading.DocumentReader.Read(
            Reading.Documents.File("openapi.yaml", TranslatedClient.Document("/a: {get: {responses: {}}}")),
            [],
            ReadLimits.Default,
            new Generator.Limits.WorkBudget(source.Token));
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => DocumentTranslator.Translate(document, TranslatedSchemas.Options, ConsumerFacts.None));
    }
}
