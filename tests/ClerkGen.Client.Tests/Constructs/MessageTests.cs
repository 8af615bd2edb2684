using System.Net;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Fields, bodies, credentials and addresses on the wire, byte for byte, and responses as C# values.</summary>
public sealed class MessageTests
{
    private static readonly ConstructClient Client = new(MessageDocument.Text, MessageDocument.Program);

    [Fact]
    public void Nothing_is_reported() => Assert.DoesNotContain(
        Client.Run.Diagnostics.Concat(Client.Run.CompilerDiagnostics), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    // application/x-www-form-urlencoded with the styles of OpenAPI 3.1.1, 4.8.15.1 (encoding) and 4.8.12.3 (style examples).
    [Theory]
    [InlineData("FormLists", "plain=a%20b%26c&list=d&list=e%20f&comma=g,h&pipe=i%7Cj&space=k%20l")]
    [InlineData("FormObjects", "deep%5Bx%5D=1&deep%5By%5D=2&x=1&y=2&whole=%7B%22x%22%3A1%2C%22y%22%3A2%7D")]
    [InlineData("FormReserved", "plain=%2Fa%3Fb&reserved=/a?b=c%26d")]
    [InlineData("FormContent", "typed=%5B%22m%22%2C%22n%22%5D&number=7&flag=true")]
    public async Task A_form_follows_its_encoding(string call, string expected)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server, "Bearer=b");
        Assert.Equal(("application/x-www-form-urlencoded", expected), (server.ContentType, server.Body));
    }

    [Theory]
    [InlineData("HeaderLists", "X-List: a,b|X-One: c d")]
    [InlineData("HeaderObjects", "X-Object: x,1,y,2|X-Exploded: x=1,y=2|X-Json: {\"x\":1,\"y\":2}")]
    [InlineData("CookieLists", "Cookie: list=a,b; exploded=c; exploded=d; one=e%20f")]
    [InlineData("CookieObjects", "Cookie: object=x,1,y,2; x=1; y=2")]
    public async Task Parameters_in_headers_and_cookies_have_their_styles(string call, string expected)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server, "Bearer=b");
        Assert.Equal(expected, string.Join("|", server.Headers.Where(static line => line.StartsWith("X-", StringComparison.Ordinal) || line.StartsWith("Cookie", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("EmptyValue", "?flag=")]
    [InlineData("NoValue", "")]
    public async Task An_empty_value_is_not_none(string call, string query)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server, "Bearer=b");
        Assert.Equal(query, server.Url!.Query);
    }

    [Theory]
    [InlineData("Xml", "application/xml", "<a>ü</a>", "<b>é</b>")]
    [InlineData("Text", "text/plain", "zwölf", "dreizehn €")]
    public async Task Xml_and_text_go_both_ways_as_they_are(string call, string mediaType, string sent, string answered)
    {
        var server = new Recorder(answered, mediaType, HttpStatusCode.OK);
        Assert.Equal(answered, await Client.CallAsync(call, server, "Bearer=b"));
        Assert.Equal(sent, server.Body);
        Assert.StartsWith(mediaType, server.ContentType, StringComparison.Ordinal);
        Assert.Contains(mediaType, server.Header("Accept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_go_both_ways_untouched()
    {
        var server = new Recorder([0xFF, 0xFE, 0, 0x80], "application/octet-stream", HttpStatusCode.OK);
        Assert.Equal("FFFE0080", await Client.CallAsync("Bytes", server, "Bearer=b"));
        Assert.Equal(("application/octet-stream", "0001FEFF"), (server.ContentType, Convert.ToHexString(server.Bytes!)));
    }

    [Fact]
    public async Task Headers_of_an_answer_are_on_the_response() => Assert.Equal(
        "10 3", await Client.CallAsync("Rate", new Recorder("{\"x\":3}"u8.ToArray(), "application/json", HttpStatusCode.OK, ("X-Rate-Limit", "10")), "Bearer=b"));

    [Theory]
    [InlineData(200, "{\"x\":3}", true)]
    [InlineData(204, null, false)]
    public async Task A_success_without_a_body_next_to_one_with_a_body_is_null(int status, string? body, bool hasValue) => Assert.Equal(
        hasValue,
        await Client.CallAsync("Maybe", new Recorder(System.Text.Encoding.UTF8.GetBytes(body ?? ""), body is null ? null : "application/json", (HttpStatusCode)status), "Bearer=b") is not null);

    [Theory]
    [InlineData("Basic", "Basic=ada:pass", "Authorization: Basic YWRhOnBhc3M=")]
    [InlineData("HeaderKey", "Key=k,Bearer=b", "X-Key: k")]
    [InlineData("Either", "Basic=ada:pass", "Authorization: Basic YWRhOnBhc3M=")]
    [InlineData("Either", "Basic=ada:pass,Key=k", "X-Key: k")]
    [InlineData("Open", "Basic=ada:pass,Key=k,Bearer=b", "")]
    [InlineData("Optional", "", "")]
    [InlineData("Optional", "Bearer=b", "Authorization: Bearer b")]
    [InlineData("Relative", "Bearer=b", "Authorization: Bearer b")]
    public async Task Each_operation_sends_the_credentials_that_it_asks_for(string call, string options, string expected)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server, options);
        Assert.Equal(expected, string.Join("|", server.Headers.Where(static line => line.StartsWith("X-", StringComparison.Ordinal) || line.StartsWith("Authorization", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Open", "", "https://demo.api.example/v1/open")]
    [InlineData("Open", "Tenant=acme,Version=v2", "https://acme.api.example/v2/open")]
    [InlineData("Open", "BaseAddress=https://other.example/base/", "https://other.example/base/open")]
    [InlineData("Relative", "Bearer=b", "https://demo.api.example/elsewhere/relative")]
    public async Task Servers_give_the_address_with_their_variables(string call, string options, string expected)
    {
        var server = new Recorder([], null, HttpStatusCode.NoContent);
        await Client.CallAsync(call, server, options);
        Assert.Equal(expected, server.Url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("PointMovedEvent", """{"type":"moved","at":{"x":1}}""", """{"type":"moved","at":{"x":1}}""")]
    [InlineData("PointLostEvent", """{"reason":"gone"}""", """{"reason":"gone"}""")]
    [InlineData("Odd", """{"kind":"odd","version":2,"nothing":null,"either":5,"anything":[1],"pair":["a",1],"patterned":{"n-a":1},"x-a":7}""", """{"kind":"odd","version":2,"nothing":null,"either":5,"anything":[1],"pair":["a",1],"patterned":{"n-a":1},"x-a":7}""")]
    [InlineData("Odd", """{"kind":"odd","nothing":"n","either":"e"}""", """{"kind":"odd","nothing":"n","either":"e"}""")]
    public void Schemas_of_unusual_forms_read_what_they_write(string type, string json, string expected) =>
        Assert.Equal(expected, Client.Program.GetMethod("Read")!.Invoke(null, [type, json]));
}
