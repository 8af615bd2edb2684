using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Where requests go: one origin, https, and never somewhere else because of a path.</summary>
public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://api.example")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("ftp://api.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@api.example")]
    [InlineData("https://api.example/?a=b")]
    [InlineData("https://api.example/#a")]
    [InlineData("/relative")]
    public void An_address_that_is_not_plain_https_is_refused(string address)
    {
        var options = new PetClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute), AllowInsecureHttp = true };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new PetClient(options));

        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:1")]
    public void Plain_http_is_for_loopback_unless_it_is_refused(string address)
    {
        Assert.Throws<ArgumentException>(() => new PetClient(new PetClientOptions { BaseAddress = new Uri(address), AllowInsecureHttp = false }));

        _ = new PetClient(new PetClientOptions { BaseAddress = new Uri(address) });
    }

    [Theory]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("https://a.example/", "https://a.example")]
    [InlineData("https://a.example/v1", "https://a.example/v1")]
    [InlineData("https://a.example/v1/", "https://a.example/v1")]
    [InlineData("HTTPS://A.EXAMPLE:443/V1//", "https://a.example/V1")]
    [InlineData("https://a.example:8443/x/../v1", "https://a.example:8443/v1")]
    public void Paths_are_appended_to_the_address(string address, string expected) =>
        Assert.Equal(expected, ServerAddress.Of(new Uri(address), allowInsecureHttp: false).Text);

    [Theory]
    [InlineData("/v2", "https://a.example:8443/v2")]
    [InlineData("https://b.example/v2", "https://b.example/v2")]
    [InlineData("//b.example", "https://b.example")]
    public void An_operations_own_server_is_absolute_or_on_the_same_host(string server, string expected) =>
        Assert.Equal(expected, ServerAddress.Of(new Uri("https://a.example:8443/v1"), allowInsecureHttp: false).Of(server, allowInsecureHttp: false).Text);

    [Fact]
    public async Task A_credential_is_sent_to_other_servers_of_the_document_only_if_trusted()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json(PetServer.PetJson));
        using var http = new HttpClient(handler);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http).Pets.ElsewhereAsync());
        Assert.Contains("TrustedServers", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);

        var trusting = new PetClientOptions { SecretKey = PetServer.Key };
        trusting.TrustedServers.Add(new Uri("https://other.example"));
        await new PetClient(trusting, http).Pets.ElsewhereAsync();
        Assert.Equal("https://other.example/v2/elsewhere", Assert.Single(handler.Requests).Url);
    }

    [Fact]
    public void A_trusted_server_must_be_absolute()
    {
        var options = new PetClientOptions { SecretKey = PetServer.Key };

        ArgumentException error = Assert.Throws<ArgumentException>(() => options.TrustedServers.Add(new Uri("/v2", UriKind.Relative)));

        Assert.Contains("TrustedServers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_servers_cannot_be_changed_once_a_client_uses_the_options()
    {
        var options = new PetClientOptions { SecretKey = PetServer.Key, TrustedServers = { new Uri("https://a.example") } };
        _ = new PetClient(options);

        Assert.Throws<InvalidOperationException>(() => options.TrustedServers.Add(new Uri("https://b.example")));
        Assert.Throws<InvalidOperationException>(() => options.TrustedServers[0] = new Uri("https://b.example"));
        Assert.Throws<InvalidOperationException>(() => options.TrustedServers.RemoveAt(0));
        Assert.Throws<InvalidOperationException>(options.TrustedServers.Clear);
        Assert.Equal([new Uri("https://a.example")], options.TrustedServers);
    }

    [Theory]
    [InlineData("evil.example/")]
    [InlineData("evil.example/a")]
    [InlineData("evil.example:443/")]
    [InlineData("eu:443")]
    [InlineData("evil.example\\")]
    [InlineData("evil.example?a=")]
    [InlineData("evil.example#")]
    [InlineData("u@evil.example/")]
    [InlineData("evil.example%2F")]
    [InlineData("e\u2024vil")]
    [InlineData("evil\uFF0Fexample")]
    [InlineData("eu\n")]
    [InlineData(" eu")]
    [InlineData("{region}")]
    public void A_server_variable_leads_to_no_other_server(string value)
    {
        var description = new ApiDescription("Pet API", "1", null, "https://{region}.pets.example/v1") { ServerVariables = [("region", "eu")] };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new ClientSettings(new PetClientOptions { Region = value }, description));
        Assert.DoesNotContain("evil", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://pets.example:{region}/v1", "8443", "https://pets.example:8443/v1")]
    [InlineData("https://{region}/v1", "other.example:8443", "https://other.example:8443/v1")]
    [InlineData("https://pets.example/{region}", "v2/eu", "https://pets.example/v2/eu")]
    [InlineData("https://{region}pets.example/v1", "", "https://pets.example/v1")]
    [InlineData("https://pets.example/{region}", "a:b", "https://pets.example/a:b")]
    [InlineData("https://pets.example/{region}", "", "https://pets.example")]
    [InlineData("https://pets.example/{region}", "a.b.c/.hidden/v2.", "https://pets.example/a.b.c/.hidden/v2.")]
    [InlineData("https://pets.example/{region}/", "v2/", "https://pets.example/v2")]
    public void A_server_variable_fills_its_part_of_the_URL(string server, string value, string url)
    {
        var description = new ApiDescription("Pet API", "1", null, server) { ServerVariables = [("region", "443")] };

        Assert.Equal(url, new ClientSettings(new PetClientOptions { Region = value }, description).Server.Text);
    }

    [Theory]
    [InlineData("https://pets.example/{region}", "../v2")]
    [InlineData("https://pets.example/{region}", "a?b")]
    [InlineData("https://pets.example:{region}/v1", "443@evil.example")]
    [InlineData("https://pets.example:{region}/v1", "443/x")]
    [InlineData("https://pets.{region}/v1", "")]
    [InlineData("https://{region}.pets.example/v1", "")]
    [InlineData("https://{region}.pets.example/v1", "eu.")]
    [InlineData("https://pets.{region}.example/v1", "")]
    [InlineData("https://pets.example/{region}/v1", ".")]
    [InlineData("https://pets.example/{region}/v1", "..")]
    [InlineData("https://pets.example/{region}/v1", "a/./b")]
    [InlineData("https://pets.example/{region}/v1", ".;a")]
    [InlineData("https://pets.example/.{region}/v1", ".")]
    [InlineData("https://pets.example/{region}{region}/v1", ".")]
    [InlineData("https://pets.example/{region}/v1", "%2e")]
    [InlineData("https://pets.example/{region}/v1", "%2E%2e")]
    [InlineData("https://pets.example/{region}/v1", "a%2f..")]
    [InlineData("https://pets.example/{region}/v1", "a%5c")]
    [InlineData("https://pets.example/{region}/v1", "a\\..")]
    [InlineData("https://pets.example/{region}/v1", "@evil.example")]
    [InlineData("https://pets.example/{region}/v1", "a#")]
    [InlineData("https://pets.example/{region}/v1", "")]
    [InlineData("https://pets.example/{region}/v1", "/")]
    [InlineData("https://pets.example/{region}/v1", "a//b")]
    [InlineData("https://pets.example/{region}/v1", "a\0")]
    [InlineData("https://pets.example/{region}/v1", "a\u0085")]
    [InlineData("https://pets.example/{region}/v1", "a\u200B")]
    [InlineData("https://pets.example/{region}/v1", "a\u202E")]
    [InlineData("https://pets.example/{region}/v1", "a\uD800")]
    [InlineData("https://pets.{region}/v1", "example\u3002evil")]
    [InlineData("https://pets.{region}/v1", "[::1]")]
    [InlineData("{region}://pets.example/v1", "https://evil.example/a")]
    [InlineData("{region}://pets.example/v1", "http")]
    [InlineData("{region}://pets.example/v1", "file")]
    public void A_server_variable_ends_where_its_part_ends(string server, string value)
    {
        var description = new ApiDescription("Pet API", "1", null, server) { ServerVariables = [("region", "443")] };

        Assert.Throws<ArgumentException>(() => new ClientSettings(new PetClientOptions { Region = value }, description));
    }

    [Theory]
    [InlineData("/v1", "/v2", "https://pets.example/v2")]
    [InlineData("/v1", "", "https://pets.example")]
    [InlineData("/v1", ".evil.example", null)]
    [InlineData("/v1", "@evil.example", null)]
    [InlineData("/v1", ":8443", null)]
    [InlineData("/v1", "//evil.example", null)]
    [InlineData("", "/v2", "https://pets.example/v2")]
    [InlineData("", ":8443", "https://pets.example:8443")]
    [InlineData("", ".evil.example", null)]
    [InlineData("", "-evil.example", null)]
    [InlineData("", ":8443.evil.example", null)]
    [InlineData(":443", ":8443", "https://pets.example:8443")]
    [InlineData(":443", "", "https://pets.example")]
    [InlineData(":443", ".evil.example", null)]
    [InlineData(":443", "/v2", null)]
    public void A_server_variable_behind_a_host_never_continues_it(string defaultValue, string value, string? url)
    {
        var description = new ApiDescription("Pet API", "1", null, "https://pets.example{region}") { ServerVariables = [("region", defaultValue)] };

        Exception? refused = Record.Exception(() => Assert.Equal(url, new ClientSettings(new PetClientOptions { Region = value }, description).Server.Text));

        Assert.Equal(url is null, refused is ArgumentException);
        Assert.True(url is null || refused is null, refused?.Message);
    }

    [Fact]
    public void A_value_that_the_document_does_not_allow_is_refused_when_it_is_set()
    {
        var options = new PetClientOptions();

        options.SetRegion("us", ["eu", "us"]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => options.SetRegion("mars", ["eu", "us"]));
        Assert.Contains("PetClientOptions.Region is not one of the values that the document allows: eu, us", error.Message, StringComparison.Ordinal);
        Assert.Equal("us", options.Region);
    }

    [Fact]
    public async Task The_documents_server_takes_its_variables_from_the_options()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json(PetServer.PetJson));
        using var http = new HttpClient(handler);
        var description = new ApiDescription("Pet API", "1", null, "https://{region}.pets.example/v1") { ServerVariables = [("region", "eu")] };

        Assert.Equal("https://eu.pets.example/v1", new ClientSettings(new PetClientOptions(), description).Server.Text);
        Assert.Equal("https://us.pets.example/v1", new ClientSettings(new PetClientOptions { Region = "us" }, description).Server.Text);
        Assert.Throws<ArgumentException>(() => new ClientSettings(new PetClientOptions { Region = "u:p@evil.example/" }, description));
        await new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http).Pets.GetAsync("a");
        Assert.Equal("https://pets.example/v1/pets/a", Assert.Single(handler.Requests).Url);
    }

    [Fact]
    public async Task A_given_clients_own_base_address_changes_nothing()
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient { BaseAddress = new Uri("https://evil.example") };

        await new PetClient(server.Options(), http).Pets.GetAsync("a");

        Assert.Single(server.Requests);
    }
}
