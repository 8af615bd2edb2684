using System.Collections.Immutable;
using ClerkGen.Generator.Pipeline.Usage;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClerkGen.Tests.Usage;

/// <summary>Programs of many styles print the same with the whole client and with what they use of it, or an analyzer says at the line what they miss.</summary>
public sealed class UsedDifferenceTests
{
    private const string Document = """
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
          /carts:
            get:
              operationId: listCarts
              tags: [carts]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cart' } } } }
        components:
          schemas:
            User: { type: object, required: [id], properties: { id: { type: string }, address: { $ref: '#/components/schemas/Address' } } }
            Address: { type: object, properties: { city: { type: string } } }
            NewUser: { type: object, properties: { name: { type: string } } }
            Order: { type: object, properties: { total: { $ref: '#/components/schemas/Money' }, state: { type: string, enum: [open, paid] } } }
            Money: { type: object, properties: { amount: { type: integer } } }
            Problem: { type: object, properties: { message: { type: string } } }
            Cart: { type: object, properties: { item: { $ref: '#/components/schemas/Item' } } }
            Item: { oneOf: [{ $ref: '#/components/schemas/Book' }, { $ref: '#/components/schemas/Song' }] }
            Book: { type: object, required: [pages], properties: { pages: { type: integer } } }
            Song: { type: object, required: [length], properties: { length: { type: integer } } }
            Lonely: { type: object, properties: { message: { type: string } } }
        """;

    // Each returns what it found, given a stub that answers everything.
    private static readonly Dictionary<string, string> Programs = new(StringComparer.Ordinal)
    {
        ["calls and errors"] = """
            string id = (await client.Users.ListAsync())[0].Id;
            try { await client.Users.CreateAsync(new() { Name = "Ada" }); return "created"; }
            catch (ProblemException e) { return id + e.Error.Message + (int?)e.StatusCode; }
            """,
        ["pages"] = """
            int count = 0;
            await foreach (User user in client.Users.ListAllAsync()) { count += user.Id.Length; if (count > 1) { break; } }
            return count.ToString();
            """,
        ["method groups"] = """
            Func<string, RequestOptions?, CancellationToken, Task> delete = client.Orders.DeleteAsync;
            await delete("1", null, default);
            return string.Join(",", stub.Requests.Select(request => request.Path));
            """,
        ["inferred types"] = """
            var order = await client.Orders.ListAsync();
            return order.Total?.Amount + " " + order.State + " " + (order.State == "open");
            """,
        ["dynamic"] = """
            dynamic any = client;
            dynamic users = await any.Users.ListAsync();
            return (string)users[0].Id + (string)users[0].Address.City;
            """,
        ["names in constants"] = """
            const string Method = "DeleteAsync";
            object orders = typeof(DocumentClient).GetProperty("Orders")!.GetValue(client)!;
            await (Task)orders.GetType().GetMethod(Method)!.Invoke(orders, ["7", null, CancellationToken.None])!;
            return stub.Requests[0].Path;
            """,
        ["names of a group's class"] = """
            return string.Join(",", typeof(OrdersOperations).GetMethods().Select(method => method.Name).Where(name => name.EndsWith("Async")).Order());
            """,
        ["types that only JSON reaches"] = """
            Cart cart = JsonSerializer.Deserialize<Cart>("{\"item\":{\"pages\":3}}")!;
            return (cart.Item!.Value as Book)?.Pages + JsonSerializer.Serialize(cart) + ApiJson.Parse<Lonely>("{\"message\":\"m\"}").Message;
            """,
        ["substitutes"] = """
            return (await new Service(new FakeUsers()).First()).Id;
            }
            private sealed class FakeUsers : UsersOperations
            {
                public override Task<IReadOnlyList<User>> ListAsync(ListUsersParameters? parameters = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
                    Task.FromResult<IReadOnlyList<User>>([new User { Id = "fake" }]);
            }
            private sealed class Service(UsersOperations users)
            {
                public async Task<User> First() => (await users.ListAsync())[0];
            }
            private static void More() {
            """,
        ["generics over models"] = """
            return Read<Order>("{\"total\":{\"amount\":3}}").Total!.Amount + Read<User>("{\"id\":\"x\"}").Id;
            }
            private static T Read<T>(string json) where T : ClerkGen.GeneratedSupport.IApiJson<T> => ApiJson.Parse<T>(json);
            private static void More() {
            """,
        ["extension methods and aliases"] = """
            return (await client.Orders.Latest()).Total!.Amount.ToString()!;
            """,
        ["dependency injection"] = """
            var services = new ServiceCollection();
            services.AddDocumentClient(options => options.BaseAddress = new Uri("https://other.example")).ConfigurePrimaryHttpMessageHandler(() => stub);
            services.AddSingleton<Reader>();
            await using ServiceProvider provider = services.BuildServiceProvider();
            return await provider.GetRequiredService<Reader>().Read();
            }
            private sealed class Reader(DocumentClient injected)
            {
                public async Task<string> Read() => (await injected.Users.ListAsync())[0].Id;
            }
            private static void More() {
            """,
        ["partial types"] = """
            User user = (await client.Users.ListAsync())[0];
            return user.Where + " " + (await client.Orders.CountAsync());
            """,
    };

    // These are reported where they miss something.
    private static readonly Dictionary<string, string> Reflecting = new(StringComparer.Ordinal)
    {
        ["all members of a client"] = "return string.Join(\",\", typeof(DocumentClient).GetProperties().Select(property => property.Name).Order());",
        ["all members of a group"] = "return string.Join(\",\", client.Orders.GetType().GetMethods().Select(method => method.Name).Order());",
        ["a name that is put together"] = "return (typeof(DocumentClient).GetProperty(\"Car\" + string.Concat(\"t\", \"s\")) is not null).ToString();",
        ["all types of the project"] = "return typeof(Program).Assembly.GetTypes().Count(type => type.Namespace == \"Consumer.Api\").ToString();",
        ["the assembly that runs"] = "Assembly assembly = Assembly.GetExecutingAssembly(); return assembly.GetExportedTypes().Length.ToString();",
        ["a type by a name that is put together"] = "return (Type.GetType(string.Concat(\"Consumer.Api.\", \"Lon\", \"ely\")) is not null).ToString();",
    };

    private static readonly string[] Host =
    [
        typeof(IHttpClientFactory).Assembly.Location,
        typeof(IServiceCollection).Assembly.Location,
        typeof(ServiceProvider).Assembly.Location,
        typeof(IOptions<>).Assembly.Location,
        typeof(ILogger).Assembly.Location,
        typeof(IConfiguration).Assembly.Location,
        typeof(OptionsConfigurationServiceCollectionExtensions).Assembly.Location,
    ];

    public static TheoryData<string> Styles { get; } = [.. Programs.Keys];

    public static TheoryData<string> ReflectingStyles { get; } = [.. Reflecting.Keys];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task A_program_prints_the_same_with_what_it_uses(string style)
    {
        GeneratorRun all = Compile(Programs[style], "All");
        GeneratorRun used = Compile(Programs[style], "Used");

        Assert.DoesNotContain(all.CompilerDiagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(all.CompilerDiagnostics.Select(static diagnostic => diagnostic.Id), used.CompilerDiagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.True(used.Files.Values.Sum(static text => text.Length) < all.Files.Values.Sum(static text => text.Length), "Everything is emitted.");
        string expected = await RunAsync(all);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await RunAsync(used));
        Assert.Empty(await ReportsAsync(used, "Used"));
    }

    [Theory]
    [MemberData(nameof(ReflectingStyles))]
    public async Task A_program_that_misses_something_by_reflection_is_told_at_the_line(string style)
    {
        GeneratorRun all = Compile(Reflecting[style], "All");
        GeneratorRun used = Compile(Reflecting[style], "Used");

        Assert.NotEqual(await RunAsync(all), await RunAsync(used));
        Diagnostic report = Assert.Single(await ReportsAsync(used, "Used"));
        Assert.Equal("CLERKGEN136", report.Id);
        Assert.Equal(1, report.Location.GetMappedLineSpan().StartLinePosition.Line + 1);
        Assert.Empty(await ReportsAsync(all, "All"));
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(GeneratorRun run, string emit) => await run.Compilation
        .WithAnalyzers([new ReflectionAnalyzer()], new AnalyzerOptions([], new EmitOptions(emit)))
        .GetAnalyzerDiagnosticsAsync();

    private static async Task<string> RunAsync(GeneratorRun run) =>
        await (Task<string>)run.Load().GetType("Program", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;

    private static GeneratorRun Compile(string program, string emit) => GeneratorHarness.Run(GeneratorInput.Of(Document) with
    {
        LanguageVersion = LanguageVersion.Preview,
        Sources = [Source(program)],
        References = Host,
        Properties = new Dictionary<string, string> { ["ClerkGenEmit"] = emit },
    });

    // The words of the stub must keep nothing: answers go by path.
    private static string Source(string program) => $$$"""
        #nullable enable
        #pragma warning disable CS1998
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Reflection;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;
        using Microsoft.Extensions.DependencyInjection;

        {{{(program.Contains("Latest", StringComparison.Ordinal) ? "internal static class More { public static Task<Order> Latest(this OrdersOperations orders) => orders.ListAsync(); }" : "")}}}
        {{{(program.Contains("Where +", StringComparison.Ordinal) ? Parts : "")}}}
        public static class Program
        {
            public static async Task<string> Run()
            {
                var stub = new Answers();
                var client = new DocumentClient(new DocumentClientOptions(), new HttpClient(stub));
        #line 1 "program"
                {{{program}}}
            }

            private sealed class Answers : HttpMessageHandler
            {
                public List<(string Path, string Method)> Requests { get; } = [];

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    Requests.Add((request.RequestUri!.AbsolutePath, request.Method.Method));
                    (int status, string json) = (request.Method.Method, request.RequestUri.AbsolutePath.Length) switch
                    {
                        ("GET", 6) => (200, "[{\"id\":\"ab\",\"address\":{\"city\":\"Ghent\"}}]"),
                        ("POST", _) => (422, "{\"message\":\"no\"}"),
                        ("DELETE", _) => (204, ""),
                        _ => (200, "{\"total\":{\"amount\":42},\"state\":\"open\"}"),
                    };
                    var answer = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new StringContent(json) };
                    answer.Content.Headers.ContentType = new("application/json");
                    return Task.FromResult(answer);
                }
            }
        }
        """;

    private const string Parts = """
        namespace Consumer.Api
        {
            public sealed partial class User
            {
                [global::ClerkGen.ApiProperty("address")]
                public Address? Where { get; set; }
            }

            public sealed partial class Address
            {
                public override string ToString() => "in " + City;
            }

            public partial class OrdersOperations
            {
                public async global::System.Threading.Tasks.Task<long?> CountAsync() => (await ListAsync()).Total?.Amount;
            }
        }

        """;

    /// <summary>What the build hands to analyzers.</summary>
    private sealed class EmitOptions(string emit) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(emit);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string emit) : AnalyzerConfigOptions
        {
#nullable disable annotations
            public override bool TryGetValue(string key, out string value)
            {
                value = emit;
                return key == "build_property.ClerkGenEmit";
            }
#nullable restore annotations
        }
    }
}
