using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A generic schema is a type for each set of schemas that references to it bind (JSON Schema 2020-12, section 8.2.3.2).</summary>
public sealed class GenericTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Generic, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: G }]
        paths:
          /users: { get: { operationId: userPage, tags: [G], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/UserPage' } } } } } } }
          /orders:
            get:
              operationId: orderPage
              tags: [G]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Page'
                        $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/Order' } }
          /words:
            get:
              operationId: wordPage
              tags: [G]
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { $ref: '#/components/schemas/Page', $defs: { T: { $dynamicAnchor: T, type: string } } } } }
          /nested:
            get:
              operationId: nested
              tags: [G]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Envelope'
                        $defs:
                          T:
                            $dynamicAnchor: T
                            $ref: '#/components/schemas/Page'
                            $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } }
          /tree:
            post:
              operationId: tree
              tags: [G]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/LocalTree' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/LocalTree' } } } } }
          /filter:
            post:
              operationId: filter
              tags: [G]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Filter' } } } }
              responses: { '204': { description: ok } }
          /pair:
            get:
              operationId: pair
              tags: [G]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        allOf: [{ $ref: '#/components/schemas/Pair' }, { type: object, properties: { at: { type: integer } } }]
                        $defs:
                          first: { $dynamicAnchor: A, $ref: '#/components/schemas/User' }
                          second: { $dynamicAnchor: B, type: array, items: { $ref: '#/components/schemas/Order' } }
          /numbers: { get: { operationId: numbers, tags: [G], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/numberArray' } } } } } } }
        components:
          schemas:
            Page:
              type: object
              required: [items, total]
              properties: { items: { type: array, items: { $dynamicRef: '#T' } }, total: { type: integer } }
              $defs: { T: { $dynamicAnchor: T, not: {} } }
            UserPage:
              description: A page of users.
              $ref: '#/components/schemas/Page'
              $defs: { T: { $dynamicAnchor: T, $ref: '#/components/schemas/User' } }
            ErrorPage:
              $ref: '#/components/schemas/Page'
              $defs: { T: { $dynamicAnchor: T, type: object, required: [code], properties: { code: { type: string } } } }
            Envelope:
              type: object
              required: [data]
              properties: { data: { $dynamicRef: '#T' }, errors: { $ref: '#/components/schemas/ErrorPage' }, meta: { $ref: '#/components/schemas/Meta' } }
            Meta: { type: object, properties: { warnings: { $ref: '#/components/schemas/ErrorPage' } } }
            Pair: { type: object, properties: { first: { $dynamicRef: '#A' }, second: { $dynamicRef: '#B' } } }
            User: { type: object, required: [name], properties: { name: { type: string }, friends: { $ref: '#/components/schemas/UserPage' } } }
            Order: { type: object, required: [id], properties: { id: { type: integer } } }
            Tree:
              $dynamicAnchor: node
              type: object
              required: [id]
              properties: { id: { type: string }, children: { type: array, items: { $dynamicRef: '#node' } } }
            LocalTree:
              $dynamicAnchor: node
              allOf: [{ $ref: '#/components/schemas/Tree' }, { type: object, properties: { label: { type: string } } }]
            Filter: { type: object, properties: { field: { type: string }, all: { type: array, items: { $recursiveRef: '#' } } } }
            genericArray:
              $id: fully_generic_array
              type: array
              items: { $dynamicRef: '#generic-array' }
              $defs: { allowAll: { $dynamicAnchor: generic-array } }
            numberArray:
              $id: array_of_numbers
              $ref: fully_generic_array
              $defs: { numbersOnly: { $dynamicAnchor: generic-array, type: number } }
        """;

    private const string Program = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static async Task<object?> Users(DocumentClient client)
            {
                UserPage page = await client.G.UserPageAsync();
                return page.Items[0].Name + page.Items[0].Friends!.Items[0].Name + page.Total;
            }

            public static async Task<object?> Orders(DocumentClient client)
            {
                PageOfOrder page = await client.G.OrderPageAsync();
                return page.Items.Sum(order => order.Id);
            }

            public static async Task<object?> Words(DocumentClient client)
            {
                PageOfString page = await client.G.WordPageAsync();
                return string.Join('|', page.Items);
            }

            public static async Task<object?> Nested(DocumentClient client)
            {
                EnvelopeOfUserPage envelope = await client.G.NestedAsync();
                UserPage users = envelope.Data;
                ErrorPage errors = envelope.Errors!;
                return users.Items[0].Name + errors.Items[0].Code + envelope.Meta!.Warnings!.Items[0].Code;
            }

            public static async Task<object?> Trees(DocumentClient client)
            {
                LocalTree tree = await client.G.TreeAsync(new() { Id = "a", Label = "A", Children = [new LocalTree { Id = "b", Label = "B" }] });
                return tree.Children![0].Children![0].Label;
            }

            public static async Task<object?> Filters(DocumentClient client)
            {
                await client.G.FilterAsync(new() { All = [new Filter { Field = "x" }, new Filter { All = [new Filter { Field = "y" }] }] });
                return null;
            }

            public static async Task<object?> Pairs(DocumentClient client)
            {
                var pair = await client.G.PairAsync();
                User first = pair.First!;
                IReadOnlyList<Order> second = pair.Second!;
                return first.Name + second[0].Id + pair.At;
            }

            public static async Task<object?> Numbers(DocumentClient client) => (await client.G.NumbersAsync()).Sum();
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Users", """{"items":[{"name":"Ada","friends":{"items":[{"name":"Bob"}],"total":1}}],"total":7}""", "AdaBob7")]
    [InlineData("Orders", """{"items":[{"id":3},{"id":4}],"total":2}""", "7")]
    [InlineData("Words", """{"items":["a","b"],"total":2}""", "a|b")]
    [InlineData("Nested", """{"data":{"items":[{"name":"Ada"}],"total":1},"errors":{"items":[{"code":"E"}],"total":1},"meta":{"warnings":{"items":[{"code":"W"}],"total":1}}}""", "AdaEW")]
    [InlineData("Trees", """{"id":"a","children":[{"id":"b","children":[{"id":"c","label":"C"}]}]}""", "C")]
    [InlineData("Pairs", """{"first":{"name":"Ada"},"second":[{"id":5}],"at":9}""", "Ada59")]
    [InlineData("Numbers", "[1.5,2]", "3.5")]
    public async Task A_response_is_read_as_the_type_that_the_reference_binds(string call, string answer, string expected)
    {
        var server = new Recorder(answer, "application/json", HttpStatusCode.OK);
        object? value = await Client.CallAsync(call, server);
        Assert.Equal(expected, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Trees", """{"id":"x","children":[{"id":"y","children":[{"id":"z"}]}]}""", """{"id":"a","children":[{"id":"b","label":"B"}],"label":"A"}""")]
    [InlineData("Filters", "", """{"all":[{"field":"x"},{"all":[{"field":"y"}]}]}""")]
    public async Task A_schema_that_refers_to_itself_dynamically_is_sent_as_its_extension(string call, string answer, string expected)
    {
        var server = new Recorder(answer, "application/json", answer.Length > 0 ? HttpStatusCode.OK : HttpStatusCode.NoContent);
        await Client.CallAsync(call, server);
        Assert.Equal(expected, server.Body);
    }
}
