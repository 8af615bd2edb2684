using System.Globalization;
using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Numbers that a document allows to be strings are numbers in C#, and go out in a form that the document allows.</summary>
public sealed class NumberTests
{
    private const string Document = """
        openapi: 3.1.1
        info: { title: Numbers, version: '1' }
        servers: [{ url: 'https://api.example' }]
        tags: [{ name: N }]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              tags: [N]
              parameters:
                - { name: id, in: path, required: true, schema: { pattern: '^-?(?:0|[1-9]\d*)$', type: [integer, string], format: int32 } }
                - { name: ids, in: query, schema: { type: array, items: { pattern: '^-?(?:0|[1-9]\d*)$', type: [integer, string], format: int64 } } }
                - { name: min, in: query, schema: { anyOf: [{ type: number }, { type: string, pattern: '^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$' }, { type: 'null' }] } }
                - { name: X-Total, in: header, schema: { type: string, format: decimal } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
            put:
              operationId: putOrder
              tags: [N]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Order:
              type: object
              required: [id]
              properties:
                id: { pattern: '^-?(?:0|[1-9]\d*)$', type: [integer, string], format: int32 }
                ticks: { type: [integer, string], format: int64 }
                small: { type: [string, integer], pattern: '^(?:0|[1-9]\d*)$', format: uint8 }
                unsigned: { type: ['null', integer, string], pattern: '^(?:0|[1-9]\d*)$', format: uint64 }
                untyped: { pattern: '^-?(?:0|[1-9]\d*)$', format: int16 }
                price: { pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?$', type: [number, string], format: double }
                single: { pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$', type: [number, string], format: float }
                exact: { pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?$', type: [number, string] }
                input: { anyOf: [{ type: number, exclusiveMinimum: 0 }, { type: string, pattern: '^(?!^[-+.]*$)[+-]?0*(?:\d{0,13}|(?=[\d.]{1,16}0*$)\d{0,13}\.\d{0,2}0*$)' }, { type: 'null' }] }
                output: { type: string, pattern: '^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$' }
                drf: { type: string, format: decimal, pattern: '^-?\d{0,8}(?:\.\d{0,2})?$' }
                drfOrNull: { type: [string, 'null'], format: decimal }
                either: { oneOf: [{ type: integer, format: int32 }, { type: string, pattern: '^\d+$' }] }
                shared: { oneOf: [{ $ref: '#/components/schemas/Amount' }, { type: number }] }
                amounts: { type: object, additionalProperties: { type: [integer, string], format: int32 } }
                word: { type: [integer, string] }
                code: { type: [integer, string], pattern: '^[A-Z]+$', format: int32 }
                phone: { type: string, pattern: '^\d{4,10}$' }
            Amount: { type: string, format: decimal }
        """;

    private const string Program = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Get(DocumentClient client) => client.N.GetOrderAsync(int.MaxValue, new() { Ids = [1L, 2L], Min = 1.50m, XTotal = 20.0m });

            public static Task Put(DocumentClient client) => client.N.PutOrderAsync(7, new()
            {
                Id = 1, Ticks = long.MaxValue, Small = 255, Unsigned = ulong.MaxValue, Untyped = -3, Price = 1.5, Single = 2.5f, Exact = 0.10m,
                Input = 12.00m, Output = 12.50m, Drf = -0.10m, DrfOrNull = 3.00m, Either = 4, Shared = 5.0m,
                Amounts = new Dictionary<string, int> { ["a"] = 6 },
            });

            public static async Task<string> Read(DocumentClient client)
            {
                Order order = await client.N.GetOrderAsync(1);
                return string.Join(" ", order.Id, order.Ticks, order.Small, order.Unsigned, order.Untyped, order.Price, order.Single, order.Exact, order.Input,
                    order.Output, order.Drf, order.DrfOrNull, order.Either, order.Shared, order.Amounts!["a"]);
            }

            public static async Task<string> Words(DocumentClient client)
            {
                Order order = await client.N.GetOrderAsync(1);
                return order.Word!.Value + " " + order.Code!.Value + " " + order.Phone;
            }
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    [Fact]
    public async Task Parameters_are_numbers()
    {
        var server = new Recorder("""{"id":1}""", "application/json", HttpStatusCode.OK);
        await Client.CallAsync("Get", server);
        Assert.Equal("/orders/2147483647?ids=1&ids=2&min=1.50", server.Url!.PathAndQuery);
        Assert.Equal("20.0", server.Header("X-Total"));
    }

    [Fact]
    public async Task Numbers_are_written_as_the_document_allows()
    {
        var server = new Recorder("", "application/json", HttpStatusCode.NoContent);
        await Client.CallAsync("Put", server);
        Assert.Equal(
            """
            {"id":1,"ticks":9223372036854775807,"small":255,"unsigned":18446744073709551615,"untyped":-3,"price":1.5,"single":2.5,"exact":0.10,"input":12.00,"output":"12.50","drf":"-0.10","drfOrNull":"3.00","either":4,"shared":5.0,"amounts":{"a":6}}
            """,
            server.Body);
    }

    [Theory]
    [InlineData("""{"id":1,"ticks":2,"small":3,"unsigned":4,"untyped":5,"price":6.5,"single":7.5,"exact":8.10,"input":9.00,"output":"10.50","drf":"11.10","drfOrNull":"12.00","either":13,"shared":14.0,"amounts":{"a":15}}""")]
    [InlineData("""{"id":"1","ticks":"2","small":"3","unsigned":"4","untyped":"5","price":"6.5","single":"7.5","exact":"8.10","input":"9.00","output":"10.50","drf":"11.10","drfOrNull":"12.00","either":"13","shared":"14.0","amounts":{"a":"15"}}""")]
    public async Task Numbers_are_read_from_either_form_without_a_deviation(string answer)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var server = new Recorder(answer, "application/json", HttpStatusCode.OK);
            Assert.Equal("1 2 3 4 5 6.5 7.5 8.10 9.00 10.50 11.10 12.00 13 14.0 15", await Client.CallAsync("Read", server, "StrictReading=true"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Strings_that_are_not_numbers_remain_strings()
    {
        var server = new Recorder("""{"id":1,"word":"w","code":"ABC","phone":"0049"}""", "application/json", HttpStatusCode.OK);
        Assert.Equal("w ABC 0049", await Client.CallAsync("Words", server));
    }
}
