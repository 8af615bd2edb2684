using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Nothing that is put into a header can become another header.</summary>
public sealed class HeaderTests
{
    public static TheoryData<string> Injections => new(
        "a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\0b", "\r\n", "a\r\n\r\nGET / HTTP/1.1", "a\u0085b", "a\u2028b", "é", "a\u007F", "\u0001", "a\r\n X-Evil: 1", "😀");

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task A_value_with_a_line_end_is_refused_wherever_it_is_given(string value)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[]}"""));
        PetClient client = server.Client();

        ArgumentException parameter = Assert.Throws<ArgumentException>(() => { _ = client.Pets.ListAsync(new() { Trace = value }); });
        ArgumentException header = await Assert.ThrowsAsync<ArgumentException>(() => client.Pets.ListAsync(options: new() { Headers = { ["X-Extra"] = value } }));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Pets.ListAsync(options: new() { Headers = { [value] = "a" } }));
        Assert.Throws<ArgumentException>(() => new RequestOptions { IdempotencyKey = value });
        Assert.Throws<ArgumentException>(() => new PetClientOptions { UserAgent = value });
        Assert.Throws<ArgumentException>(() => new PetClientOptions { ApiVersion = value });
        Assert.Throws<ArgumentException>(() => ApiFile.FromBytes(default, "a", value));
        Assert.ThrowsAny<Exception>(() => new PetClient(server.Options(options => options.SecretKey = "sk_" + value)).Pets.ListAsync().GetAwaiter().GetResult());

        Assert.DoesNotContain("Evil", parameter.Message + header.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Host")]
    [InlineData("content-length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Cookie")]
    [InlineData("Connection")]
    [InlineData("X Y")]
    [InlineData("X:Y")]
    [InlineData("")]
    public async Task Fields_of_the_transport_and_names_that_are_not_tokens_are_refused(string name)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[]}"""));

        await Assert.ThrowsAsync<ArgumentException>(() => server.Client().Pets.ListAsync(options: new() { Headers = { [name] = "a" } }));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_request_holds_exactly_the_fields_it_should()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("""{"data":[]}"""), FaultAnswer.Json(PetServer.PetJson));
        PetClient client = server.Client(options => options.UserAgent = "app/1.0");

        await client.Pets.ListAsync(new() { Trace = "t 1" }, new() { Headers = { ["X-Extra"] = "e" }, IdempotencyKey = "i" });
        await client.Pets.CreateAsync(new Pet { Id = "a" });

        Assert.Equal(
            ["Host", "Accept", "Accept-Encoding", "User-Agent", "Pet-Version", "X-Trace", "Idempotency-Key", "X-Extra", "Authorization"],
            server.Requests[0].Headers.Select(static line => line.Split(':')[0]).Where(static name => name != "traceparent"));
        Assert.Equal("t 1", server.Requests[0].Header("X-Trace"));
        Assert.Equal("2026-01-02", server.Requests[0].Header("Pet-Version"));
        Assert.EndsWith(" app/1.0", server.Requests[0].Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal("application/json", server.Requests[1].Header("Content-Type"));
        Assert.Equal("""{"id":"a"}""", server.Requests[1].Text);
    }

    // .NET keeps them with the content, and takes them nowhere else (RFC 9110, section 8, calls them representation metadata).
    [Theory]
    [InlineData("Content-Language", "de")]
    [InlineData("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==")]
    [InlineData("Content-Disposition", "attachment; filename=a.txt")]
    [InlineData("content-range", "bytes 0-9/20")]
    [InlineData("Content-Location", "/a")]
    [InlineData("Expires", "Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("Last-Modified", "Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("Allow", "GET")]
    public async Task Fields_that_describe_a_body_are_sent_with_and_without_one(string name, string value)
    {
        await using PetServer server = PetServer.Answering(
            FaultAnswer.Json("""{"data":[]}"""), FaultAnswer.Json(PetServer.PetJson), FaultAnswer.Json(PetServer.PetJson));
        PetClient client = server.Client();

        await client.Pets.ListAsync(options: new() { Headers = { [name] = value } });
        await client.Pets.CreateAsync(new Pet { Id = "a" }, new() { Headers = { [name] = value } });
        await client.Pets.CreateAsync(new Pet { Id = "a" });

        Assert.Equal([value, value, null], server.Requests.Select(request => request.Header(name)));
        Assert.Equal(["", """{"id":"a"}""", """{"id":"a"}"""], server.Requests.Select(static request => request.Text));
        Assert.All(server.Requests.Skip(1), static request => Assert.Equal("application/json", request.Header("Content-Type")));
    }

    [Fact]
    public async Task The_version_of_the_document_can_be_overridden()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson));

        await server.Client(static options => options.ApiVersion = "2030-01-01").Pets.GetAsync("a");

        Assert.Equal("2030-01-01", server.Requests[0].Header("Pet-Version"));
    }

    [Theory]
    [InlineData("post")]
    [InlineData("delete")]
    [InlineData("ban")]
    [InlineData("get")]
    [InlineData("head")]
    public async Task Only_get_and_head_go_without_content(string operation)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(operation == "head" ? "" : PetServer.PetJson));
        PetClient client = server.Client();

        await (operation switch
        {
            "post" => client.Pets.CreateAsync(new Pet { Id = "a" }),
            "delete" => client.Pets.DeleteAsync("a"),
            "ban" => client.Pets.BanAsync("a"),
            "head" => client.Pets.CheckAsync("a"),
            _ => client.Pets.GetAsync("a"),
        });

        string? length = server.Requests[0].Header("Content-Length");
        Assert.Equal(operation switch { "get" or "head" => null, "post" => "10", _ => "0" }, length);
    }

    [Fact]
    public async Task Cookies_of_a_server_are_not_replayed()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson, headers: "Set-Cookie: a=b; Path=/\r\n"));

        await server.Client().Pets.GetAsync("a");
        await server.Client().Pets.GetAsync("a");

        Assert.All(server.Requests, static request => Assert.Null(request.Header("Cookie")));
        Assert.Equal(1, server.Server.Connections);
    }
}
