using ClerkGen.Generator.Pipeline.Usage;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Usage;

/// <summary><c>ClerkGenEmit=Used</c>: what a program does not name is not emitted, and what it may need is.</summary>
public sealed class UsedTests
{
    internal const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /users:
            get:
              operationId: listUsers
              tags: [users]
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: offset, in: query, schema: { type: integer } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/User' } } } } }
            post:
              operationId: createUser
              tags: [users]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewUser' } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
                '422': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /orders:
            get:
              operationId: listOrders
              tags: [orders]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
          /orders/{id}:
            delete:
              operationId: deleteOrder
              tags: [orders]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: gone } }
        components:
          schemas:
            User: { type: object, required: [id], properties: { id: { type: string }, address: { $ref: '#/components/schemas/Address' } } }
            Address: { type: object, properties: { city: { type: string } } }
            NewUser: { type: object, properties: { name: { type: string } } }
            Order: { type: object, properties: { total: { $ref: '#/components/schemas/Money' } } }
            Money: { type: object, properties: { amount: { type: integer } } }
            Problem: { type: object, properties: { message: { type: string } } }
            Lonely: { type: object, properties: { message: { type: string } } }
        """;

    [Fact]
    public void Operations_that_are_never_named_are_excluded_with_their_types()
    {
        GeneratorRun run = Run("static class Program { static object Call(Consumer.Api.DocumentClient c) => c.Users.CreateAsync(new()); }");

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(["Address", "DocumentClient", "NewUser", "Problem", "ProblemException", "User", "UsersOperations"], Types(run));
        Assert.DoesNotContain("ListAsync", run.Files["Consumer.Api.UsersOperations.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Orders", run.Files["Consumer.Api.DocumentClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_excluded_operations_is_reported()
    {
        GeneratorRun run = Run("static class Program { static object Call(Consumer.Api.DocumentClient c) => c.Users.CreateAsync(new()); }");

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN066", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(Location.None, diagnostic.Location);
        Assert.Equal(
            "3 of 4 operations in 'Consumer.Api' are not emitted because the program does not use them. Set 'ClerkGenEmit' to 'All' to emit everything.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("class C { object M(Consumer.Api.DocumentClient c) => c.Orders.ListAsync(); }")]
    [InlineData("class C { object M(Consumer.Api.DocumentClient c) => c.Orders.ListWithResponseAsync(); }")]
    [InlineData("class C { System.Func<string, Consumer.Api.RequestOptions, object> F; string M(Consumer.Api.DocumentClient c) => nameof(c.Orders.ListAsync); }")]
    [InlineData("class C { object M(dynamic d) => d.Orders.ListAsync(); }")]
    [InlineData("""class C { object M(Consumer.Api.DocumentClient c) => c.Orders.GetType().GetMethod("ListAsync"); }""")]
    [InlineData("class C { object M(Consumer.Api.DocumentClient c) => c.Ord\\u0065rs.@ListAsync(); }")]
    [InlineData("class C { object M(Consumer.Api.DocumentClient c) => c.Orders.List\u200DAsync(); }")]
    [InlineData("class C : Consumer.Api.OrdersOperations { }")]
    [InlineData("namespace Consumer.Api { partial class OrdersOperations : System.IDisposable { public void Dispose() { } } }")]
    [InlineData("using Alias = Consumer.Api.OrdersOperations; class C { void M(Alias a) { } }")]
    public void Operation_stays_however_it_is_named(string source)
    {
        GeneratorRun run = Run(source);

        Assert.Contains("ListAsync", run.Files["Consumer.Api.OrdersOperations.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Order", Types(run));
        Assert.Contains("Money", Types(run));
    }

    [Fact]
    public void Method_of_another_group_does_not_keep_an_operation()
    {
        GeneratorRun run = Run("class C { object M(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); }");

        Assert.DoesNotContain("OrdersOperations", Types(run));
    }

    [Fact]
    public void Method_that_enumerates_all_items_keeps_its_operation()
    {
        GeneratorRun run = Run("class C { object M(Consumer.Api.DocumentClient c) => c.Users.ListAllAsync(); }");

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains("ListAllAsync", run.Files["Consumer.Api.UsersOperations.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class C { object M() => System.Text.Json.JsonSerializer.Deserialize<Consumer.Api.Lonely>(\"{}\"); }")]
    [InlineData("""
        [System.Text.Json.Serialization.JsonSerializable(typeof(Consumer.Api.Lonely))]
        partial class Context : System.Text.Json.Serialization.JsonSerializerContext;
        """)]
    [InlineData("""namespace Consumer.Api { partial class Lonely { [ClerkGen.ApiProperty("message")] public string Text { get; set; } } }""")]
    [InlineData("/// <see cref=\"Consumer.Api.Lonely\"/>\nclass C { }")]
    public void Type_that_is_named_stays(string source) => Assert.Contains("Lonely", Types(Run(source)));

    [Fact]
    public void Types_that_a_mentioned_type_uses_stay_too()
    {
        GeneratorRun run = Run("class C { Consumer.Api.Order O; }");

        Assert.Equal(["DocumentClient", "Money", "Order"], Types(run));
    }

    [Fact]
    public void Words_in_markup_count()
    {
        GeneratorInput input = Input("class C { }");
        GeneratorFile page = new("Page.razor", "@inject Consumer.Api.DocumentClient Client\n@code { object M() => Client.Orders.ListAsync(); }", null);

        GeneratorRun run = GeneratorHarness.Run(input with { Files = [.. input.Files, page] });

        Assert.Contains("OrdersOperations", Types(run));
    }

    [Fact]
    public void Filters_work_as_well()
    {
        GeneratorInput input = GeneratorInput.Of(Document, "document.yaml", ("ExcludeOperations", "createUser"));

        GeneratorRun run = GeneratorHarness.Run(input with
        {
            Sources = ["class C { object M(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); string N => \"CreateAsync\"; }"],
            Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = "Used" },
        });

        Assert.DoesNotContain("CreateAsync", run.Files["Consumer.Api.UsersOperations.g.cs"], StringComparison.Ordinal);
        Assert.Contains("ListAsync", run.Files["Consumer.Api.UsersOperations.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_remaining_files_equal_those_of_the_whole_client()
    {
        const string Source = "class C { object M(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); }";
        GeneratorRun whole = GeneratorHarness.Run(Input(Source) with { Properties = new Dictionary<string, string>() });

        GeneratorRun used = Run(Source);

        Assert.Equal(12, whole.Files.Count);
        Assert.Equal(whole.Files["Consumer.Api.User.g.cs"], used.Files["Consumer.Api.User.g.cs"]);
    }

    [Fact]
    public void A_project_that_mentions_no_operation_keeps_the_client() => Assert.Equal(["DocumentClient"], Types(Run("class C { }")));

    [Fact]
    public void An_edit_without_new_words_emits_nothing_again()
    {
        var harness = new GeneratorHarness(Input("class C { object M(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); }"));
        harness.Run();

        harness.EditSource(0, "class D { object M(Consumer.Api.DocumentClient c) => c.Users.ListAsync(); int Order2; }");

        Assert.Empty(harness.Run().ChangedOutputs);
    }

    [Fact]
    public void Edit_that_names_something_new_emits_it()
    {
        var harness = new GeneratorHarness(Input("class C { }"));
        harness.Run();

        harness.EditSource(0, "class C { object M(Consumer.Api.DocumentClient c) => c.Orders.DeleteAsync(\"1\"); }");
        GeneratorRun run = harness.Run();

        Assert.Equal(["DocumentClient", "OrdersOperations"], Types(run));
        Assert.Equal(IncrementalStepRunReason.Modified, run.Result.TrackedSteps[UsageSteps.UsedStep].Single().Outputs.Single().Reason);
    }

    private static GeneratorRun Run(string source) => GeneratorHarness.Run(Input(source));

    private static GeneratorInput Input(string source) => GeneratorInput.Of(Document) with
    {
        Sources = [source],
        Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = "Used" },
    };

    private static IEnumerable<string> Types(GeneratorRun run) =>
        run.Files.Keys.Where(static name => !name.Contains('-', StringComparison.Ordinal)).Select(static name => name["Consumer.Api.".Length..^".g.cs".Length]).Order(StringComparer.Ordinal);
}
