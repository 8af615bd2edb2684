using System.Net;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Values that a C# type cannot represent, from a response to the request that sends them back.</summary>
public sealed class ReadBackTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Read back, version: '1' }
        servers: [{ url: https://t.example }]
        paths:
          /sub:
            get: { operationId: getSub, tags: [T], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Sub' } } } } } }
            put: { operationId: putSub, tags: [T], requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Sub' } } } }, responses: { '204': { description: ok } } }
        components:
          schemas:
            Sub:
              type: object
              properties:
                period: { type: string, format: duration }
                endsAt: { type: string, format: date-time }
                owner: { type: string, format: uuid }
                seats: { type: integer }
                small: { type: integer, format: int32 }
                price: { type: number }
                exact: { type: number, format: decimal }
                day: { type: string, format: date }
                opens: { type: string, format: time }
                flag: { type: boolean }
                level: { type: string, enum: [low, high] }
                cleared: { type: [string, 'null'], format: date-time }
                count: { type: [integer, 'null'] }
                periods: { type: array, items: { type: string, format: duration } }
                maybe: { type: array, items: { type: [integer, 'null'] } }
        """;

    private const string Program = """
        using System;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static async Task Echo(DocumentClient client) => await client.T.PutSubAsync(await client.T.GetSubAsync());

            public static async Task Change(DocumentClient client)
            {
                Sub sub = await client.T.GetSubAsync();
                sub.Period = TimeSpan.FromHours(1);
                sub.Seats = 5;
                await client.T.PutSubAsync(sub);
            }
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Theory]
    [InlineData("endsAt", "\"\"")]
    [InlineData("endsAt", "\"soon\"")]
    [InlineData("endsAt", "[]")]
    [InlineData("owner", "\"\"")]
    [InlineData("seats", "\"\"")]
    [InlineData("seats", "\"many\"")]
    [InlineData("seats", "{}")]
    [InlineData("small", "\"x\"")]
    [InlineData("price", "\"NaN\"")]
    [InlineData("exact", "\"-\"")]
    [InlineData("day", "\"2024-02-31\"")]
    [InlineData("opens", "\"25:00:00\"")]
    [InlineData("period", "\"P\"")]
    [InlineData("flag", "\"perhaps\"")]
    [InlineData("level", "[1]")]
    [InlineData("cleared", "\"\"")]
    [InlineData("count", "\"x\"")]
    public async Task A_malformed_optional_value_is_null_and_left_out(string member, string value)
    {
        (string? sent, List<string> deviations) = await CallAsync("Echo", $$"""{"{{member}}":{{value}}}""");
        Assert.Equal("{}", sent);
        Assert.Equal([$"$.{member}"], deviations.Select(static deviation => deviation.Split(' ')[1]));
    }

    [Fact]
    public async Task An_allowed_null_stays_and_a_malformed_member_affects_only_itself()
    {
        (string? sent, _) = await CallAsync("Echo", """{"endsAt":"","cleared":null,"seats":3,"count":"x","flag":true}""");
        Assert.Equal("""{"seats":3,"flag":true,"cleared":null}""", sent);
    }

    [Fact]
    public async Task An_item_that_may_be_null_is_null_when_malformed()
    {
        (string? sent, _) = await CallAsync("Echo", """{"maybe":[1,"x",null]}""");
        Assert.Equal("""{"maybe":[1,null,null]}""", sent);
    }

    [Theory]
    [InlineData("period", "\"P1Y2M\"", "InexactValue")]
    [InlineData("period", "\"-P1M\"", "InexactValue")]
    [InlineData("period", "\"P99999999Y\"", "InexactValue")]
    [InlineData("period", "\"PT0.123456789S\"", "InexactValue")]
    [InlineData("opens", "\"09:00:00+02:00\"", "InexactValue")]
    [InlineData("opens", "\"09:00:00Z\"", "InexactValue")]
    [InlineData("endsAt", "\"2024-01-02T03:04:05.123456789Z\"", "InexactValue")]
    [InlineData("endsAt", "\"2024-01-02T03:04:05+18:00\"", "InexactValue")]
    [InlineData("day", "\"2024-01-02T03:04:05Z\"", "InexactValue")]
    [InlineData("seats", "9223372036854775808", "NumberOutOfRange")]
    [InlineData("seats", "1.5", "NumberOutOfRange")]
    [InlineData("small", "2147483648", "NumberOutOfRange")]
    [InlineData("price", "1e400", "NumberOutOfRange")]
    [InlineData("exact", "1e30", "NumberOutOfRange")]
    [InlineData("count", "18446744073709551615", "NumberOutOfRange")]
    [InlineData("periods", "[\"P1D\",\"P1M\"]", "InexactValue")]
    public async Task A_value_that_its_type_cannot_hold_is_reported_and_sent_back_as_it_was(string member, string value, string deviation)
    {
        string json = $$"""{"{{member}}":{{value}}}""";
        (string? sent, List<string> deviations) = await CallAsync("Echo", json);
        Assert.Equal(json, sent);
        Assert.StartsWith($"{deviation} $.{member}", Assert.Single(deviations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period", "\"P1DT2H\"")]
    [InlineData("period", "\"P2W\"")]
    [InlineData("endsAt", "\"2024-01-02T03:04:05.123456700Z\"")]
    [InlineData("seats", "9223372036854775807")]
    [InlineData("opens", "\"09:00:00\"")]
    public async Task A_value_that_fits_its_type_is_not_a_deviation(string member, string value) =>
        Assert.Empty((await CallAsync("Echo", $$"""{"{{member}}":{{value}}}""")).Deviations);

    [Fact]
    public async Task A_property_that_is_changed_sends_its_own_value()
    {
        (string? sent, _) = await CallAsync("Change", """{"period":"P1M","seats":1e30,"opens":"09:00:00Z"}""");
        Assert.Equal("""{"period":"PT1H","seats":5,"opens":"09:00:00Z"}""", sent);
    }

    private static async Task<(string? Sent, List<string> Deviations)> CallAsync(string call, string json)
    {
        List<string> deviations = [];
        var server = new Recorder(json, "application/json", HttpStatusCode.OK);
        await Client.CallAsync(call, server, "", deviation => deviations.Add($"{deviation.Kind} {deviation.Path}"));
        return (server.Body, deviations);
    }
}
