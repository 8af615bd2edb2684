using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Testing.Tests;

public sealed class DocumentServerTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private DocumentServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await DocumentServer.StartAsync(PetDocument.Load());
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_right_request_is_answered_with_a_body_of_the_schema()
    {
        string body = await _client.GetStringAsync(
            Address("/pets?limit=10&tags=a&tags=b&ids=1,2&piped=x%7Cy&filter%5Bkind%5D=cat&filter%5Bage%5D=3"));

        Assert.Empty(_server.Violations);
        Exchange exchange = _server.LastExchange;
        Assert.Equal("listPets", exchange.Operation?.OperationId);
        Assert.Empty(JsonDiff.Compare(exchange.ResponseJson, JsonNode.Parse(body)));
        Assert.Empty(JsonDiff.Compare(JsonNode.Parse("""["a","b"]"""), exchange.Values["query tags"]));
        Assert.Empty(JsonDiff.Compare(JsonNode.Parse("[1,2]"), exchange.Values["query ids"]));
        Assert.Empty(JsonDiff.Compare(JsonNode.Parse("""["x","y"]"""), exchange.Values["query piped"]));
        Assert.Empty(JsonDiff.Compare(JsonNode.Parse("""{"kind":"cat","age":3}"""), exchange.Values["query filter"]));
    }

    [Theory]
    [InlineData("/pets?limit=many", "query limit")]
    [InlineData("/pets?limit=101", "query limit")]
    [InlineData("/pets?limit=1&limit=2", "query limit")]
    [InlineData("/pets?ids=1%2C2", "query ids")]
    [InlineData("/pets?unknown=1", "query unknown")]
    public async Task A_wrong_query_is_a_violation(string target, string part)
    {
        await _client.GetAsync(Address(target));

        Violation violation = Assert.Single(_server.Violations);
        Assert.Equal(("listPets", part), (violation.OperationId, violation.Part));
    }

    [Theory]
    [InlineData("""{"kind":"cat","name":null}""", null)]
    [InlineData("""{"kind":"dog"}""", null)]
    [InlineData("""{"kind":"dog","owner":null}""", null)]
    [InlineData("""{"kind":"cat"}""", "/name")]
    [InlineData("""{"kind":"cat","name":1}""", "/name")]
    [InlineData("""{"kind":"cat","name":"a","more":1}""", "/more")]
    [InlineData("""{"kind":"cat","name":"a","mood":"odd"}""", "/mood")]
    [InlineData("""{"kind":"cat","name":"a","kittens":[{"kind":"cat","name":"b","mood":"odd"}]}""", "/kittens/0/mood")]
    [InlineData("""{"kind":"dog","born":"yesterday"}""", "/born")]
    [InlineData("""{"kind":"dog","owner":{"id":9223372036854775808}}""", "/owner/id")]
    [InlineData("""{"kind":"dog" """, "")]
    public async Task A_wrong_body_is_a_violation_at_its_pointer(string body, string? pointer)
    {
        await _client.PostAsync(Address("/pets"), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(
            pointer is null ? [] : [("body", pointer)],
            _server.Violations.Select(violation => (violation.Part, violation.Pointer)));
    }

    [Fact]
    public async Task A_missing_body_and_a_wrong_content_type_are_violations()
    {
        await _client.PostAsync(Address("/pets"), null);
        await _client.PostAsync(Address("/pets"), new StringContent("x", Encoding.UTF8, "text/plain"));

        Assert.Equal(["body", "header Content-Type"], _server.Violations.Select(violation => violation.Part));
    }

    [Fact]
    public async Task A_literal_path_is_matched_before_a_template()
    {
        _client.DefaultRequestHeaders.Authorization = null;
        HttpResponseMessage response = await _client.GetAsync(Address("/pets/mine"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("myPet", _server.LastExchange.Operation?.OperationId);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Path_values_are_read_from_the_raw_target()
    {
        await _client.GetAsync(Address("/pets/a%2Fb%20c%25"));

        Assert.Equal("a/b c%", (string?)_server.LastExchange.Values["path pet_id"]);
        Assert.Equal("/v1/pets/a%2Fb%20c%25", _server.LastExchange.RawTarget);
    }

    [Fact]
    public async Task A_missing_a_wrong_and_an_uncalled_for_credential_are_violations()
    {
        _server.ExpectCredential("key", "secret");
        _client.DefaultRequestHeaders.Authorization = null;
        await _client.GetAsync(Address("/pets"));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "other");
        await _client.GetAsync(Address("/pets"));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        await _client.GetAsync(Address("/pets/mine"));

        Assert.Equal(["security", "security", "security"], _server.Violations.Select(violation => violation.Part));
        Assert.DoesNotContain(_server.Violations, violation => violation.Message.Contains("other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_fields_are_read_by_name()
    {
        await _client.PutAsync(Address("/pets/1"), new StringContent(
            "name=a+b%26c&ages=1&ages=2&meta=%7B%22x%22%3A1%7D", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Empty(_server.Violations);
        Assert.Empty(JsonDiff.Compare(
            JsonNode.Parse("""{"name":"a b&c","ages":[1,2],"meta":{"x":1}}"""), _server.LastExchange.Values["body"]));
    }

    [Fact]
    public async Task Unknown_and_wrong_form_fields_are_violations()
    {
        await _client.PutAsync(Address("/pets/1"), new StringContent("ages=x&other=1", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(["/other", "/name", "/ages/0"], _server.Violations.Select(violation => violation.Pointer));
    }

    [Fact]
    public async Task Multipart_parts_are_read_by_name()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("Tom"), "name" },
            { new ByteArrayContent([1, 2, 255]), "photo", "tom.png" },
        };
        await _client.PutAsync(Address("/pets/1"), content);

        Assert.Empty(_server.Violations);
        Assert.Empty(JsonDiff.Compare(
            new JsonObject { ["name"] = "Tom", ["photo"] = Convert.ToBase64String([1, 2, 255]) }, _server.LastExchange.Values["body"]));
    }

    [Fact]
    public async Task A_queued_answer_chooses_status_and_body()
    {
        _server.AnswerNext(new Answer { Status = 404, Headers = new Dictionary<string, string> { ["X-Id"] = "7" } });
        HttpResponseMessage first = await _client.GetAsync(Address("/pets"));
        HttpResponseMessage second = await _client.GetAsync(Address("/pets"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal("7", first.Headers.GetValues("X-Id").Single());
        Assert.NotNull((await first.Content.ReadFromJsonAsync<JsonObject>())!["message"]);
    }

    [Fact]
    public async Task A_request_that_no_operation_matches_is_a_violation()
    {
        await _client.DeleteAsync(Address("/pets"));

        Assert.Equal("request", Assert.Single(_server.Violations).Part);
    }

    private Uri Address(string target) => new($"{_server.BaseAddress}{target}");
}
