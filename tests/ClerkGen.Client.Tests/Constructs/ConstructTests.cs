using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Fragments of documents: requests byte for byte, and responses as C# values.</summary>
public sealed class ConstructTests
{
    private const string Json = "application/json";

    private static readonly ConstructClient Client = new(ConstructDocument.Text, ConstructDocument.Program);

    [Fact]
    public void Nothing_is_reported_but_that_a_path_has_another_host()
    {
        Diagnostic other = Assert.Single(Client.Run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("GET /elsewhere is sent to 'eu.files.example', not to the client's host 'api.example'", other.GetMessage(null));
        Assert.Empty(Client.Run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("PathStyles", "GET /v1/styles/;matrixList=a,b%20c/;matrixItems=d;matrixItems=e/.f.g/;x=1;y=2/.x,1,y,2")]
    [InlineData("DelimitedLists", "GET /v1/styles?space=a%20b%20c&pipe=d%7Ce")]
    [InlineData("DelimitedObject", "GET /v1/styles?pipeObject=x%7C1%7Cy%7C2")]
    [InlineData("DeepObject", "GET /v1/styles?deep%5Bx%5D=1&deep%5By%5D=2")]
    [InlineData("ExplodedObject", "GET /v1/styles?x=1&y=2")]
    [InlineData("Reserved", "GET /v1/styles?path=/a/b%26c?d")]
    [InlineData("Query", "QUERY /v1/search {\"x\":1,\"y\":2}")]
    [InlineData("Copy", "COPY /v1/search")]
    [InlineData("GetWithBody", "GET /v1/things {\"x\":1,\"y\":2}")]
    [InlineData("GetWithoutItsBody", "GET /v1/things")]
    [InlineData("DeleteWithBody", "DELETE /v1/things {\"x\":1,\"y\":2}")]
    public async Task A_call_becomes_a_request(string call, string expected)
    {
        var server = new Recorder("", Json, HttpStatusCode.NoContent);
        await CallAsync(call, server);
        Assert.Equal(expected, $"{server.Method} {server.Url!.PathAndQuery} {server.Body}".TrimEnd());
    }

    [Fact]
    public async Task Each_part_has_the_content_type_of_its_encoding()
    {
        var server = new Recorder("", Json, HttpStatusCode.NoContent);
        await CallAsync("Parts", server);
        string[] parts = [.. server.Body!.Split("--").Select(static part => part.Trim()).Where(static part => part.Contains("name=", StringComparison.Ordinal))];
        Assert.Equal(3, parts.Length);
        Assert.All(
            new[] { ("picture", "image/png", "pixels"), ("note", "text/markdown", "# n"), ("point", "application/vnd.point+json", "{\"x\":1,\"y\":2}") },
            expected =>
            {
                string part = Assert.Single(parts, part => part.Contains($"name={expected.Item1}", StringComparison.Ordinal)
                    || part.Contains($"name=\"{expected.Item1}\"", StringComparison.Ordinal));
                Assert.Contains($"Content-Type: {expected.Item2}", part, StringComparison.OrdinalIgnoreCase);
                Assert.EndsWith("\r\n\r\n" + expected.Item3, part, StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task A_path_with_its_own_server_is_called_there_with_its_variables()
    {
        var server = new Recorder("", Json, HttpStatusCode.NoContent);
        await CallAsync("Elsewhere", server);
        Assert.Equal("https://eu.files.example/root/elsewhere", server.Url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("Token=key-token,Tenant=key-tenant", "?tenant=key-tenant", "Authorization: Bearer key-token")]
    [InlineData("Session=key-session", "", "Cookie: session=key-session")]
    [InlineData("Token=key-token,Session=key-session", "", "Cookie: session=key-session")]
    public async Task The_first_alternative_with_all_its_credentials_is_sent(string credentials, string query, string header)
    {
        var server = new Recorder("", Json, HttpStatusCode.NoContent);
        await CallAsync("Secured", server, credentials);
        Assert.Equal(query, server.Url!.Query);
        Assert.Equal([header], server.Headers.Where(static line =>
            line.StartsWith("Authorization", StringComparison.Ordinal) || line.StartsWith("Cookie", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(200, "{\"x\":3}", "Point")]
    [InlineData(202, "{\"id\":\"t\"}", "Ticket")]
    public async Task Successes_that_differ_are_distinguished_by_status(int status, string body, string type) =>
        Assert.Equal(type, (await CallAsync("Answers", new Recorder(body, Json, (HttpStatusCode)status)))!.GetType().Name);

    [Theory]
    [InlineData(404, "MissingException")]
    [InlineData(409, "RefusalException")]
    [InlineData(422, "RefusalException")]
    [InlineData(501, "FailureException")]
    public async Task An_error_is_the_exception_of_its_status_before_its_range_before_the_default(int status, string exception)
    {
        ApiException thrown = await Assert.ThrowsAnyAsync<ApiException>(() => CallAsync("Answers", new Recorder("{}", Json, (HttpStatusCode)status)));
        Assert.Equal((exception, status), (thrown.GetType().Name, (int)thrown.StatusCode!));
    }

    [Theory]
    [InlineData("Events", "text/event-stream", "event: a\ndata: {\"x\":1}\n\n: comment\n\ndata: {\"x\":\ndata: 2}\n\n")]
    [InlineData("Lines", "application/jsonl", "{\"x\":1}\n\n{\"x\":2}")]
    public async Task A_stream_gives_its_items(string call, string mediaType, string body) =>
        Assert.Equal(new long?[] { 1, 2 }, (List<long?>)(await CallAsync(call, new Recorder(body, mediaType, HttpStatusCode.OK)))!);

    [Fact]
    public void Schemas_of_every_form_read_and_write_their_values()
    {
        const string Value = """
            {"inner":{"z":1},"pair":["a",2],"anything":{"b":[null]},"labels":{"x-c":true},"grid":[[1],[2,3]],"maybe":null,"first":{"x":4},"second":{"y":5},"code":"code_2999"}
            """;
        var (code, sum, written) = ((string?, long?, string))Client.Program.GetMethod("Shapes")!.Invoke(null, [Value])!;
        Assert.Equal(("code_2999", 12), (code, sum));
        Assert.Empty(WireComparison.Compare(JsonNode.Parse(Value), JsonNode.Parse(written), nullIsMissing: false));
    }

    [Fact]
    public void Null_and_unset_differ_in_a_class_of_more_than_128_members()
    {
        JsonObject value = Wide();
        foreach (int number in new[] { 1, 63, 65, 127, 129, 139 })
        {
            value[$"p{number}"] = null;
        }

        Type type = Client.Assembly.GetType("Consumer.Api.Wide")!;
        object read = JsonSerializer.Deserialize(value, type)!;
        Assert.Empty(WireComparison.Compare(value, JsonSerializer.SerializeToNode(read, type), nullIsMissing: false));

        type.GetProperty("P67")!.SetValue(read, null);
        value["p67"] = null;
        Assert.Empty(WireComparison.Compare(value, JsonSerializer.SerializeToNode(read, type), nullIsMissing: false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(62)]
    [InlineData(64)]
    [InlineData(126)]
    [InlineData(128)]
    [InlineData(138)]
    public void A_missing_required_member_is_reported_at_any_position(int number)
    {
        JsonObject value = Wide();
        value.Remove($"p{number}");
        var deviations = (List<string>)Client.Program.GetMethod("Wide")!.Invoke(null, [value.ToJsonString()])!;
        Assert.Equal([$"MissingMember $.p{number}"], deviations);
    }

    private static JsonObject Wide() =>
        new(Enumerable.Range(0, ConstructDocument.Width / 2).Select(static number => KeyValuePair.Create($"p{number * 2}", (JsonNode?)$"v{number}")));

    private static Task<object?> CallAsync(string call, Recorder server, string options = "") => Client.CallAsync(call, server, options);
}
