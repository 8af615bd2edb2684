using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;
using ClerkGen.Transport;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>The proxy that the system names. It is the whole process's, so these tests run while no others do.</summary>
[Collection("Alone")]
public sealed class DefaultProxyTests
{
    [Fact]
    public async Task Requests_to_this_machine_pass_no_proxy()
    {
        await using var proxy = new PetServer(FaultKind.None);
        await using var server = new PetServer(FaultKind.None);
        var loopback = new LoopbackProxy();
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy(proxy.Address, BypassOnLocal: false);

            Assert.Null(loopback.GetProxy(server.Address));
            Assert.True(loopback.IsBypassed(new Uri("http://localhost:5000/a")));
            Assert.True(loopback.IsBypassed(new Uri("https://[::1]/a")));
            Assert.Equal(proxy.Address, loopback.GetProxy(new Uri("https://pets.example/")));
            Assert.False(loopback.IsBypassed(new Uri("https://pets.example/")));
            await server.Client().Pets.GetAsync("a");
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Empty(proxy.Requests);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_systems_proxy_with_an_unknown_scheme_is_a_problem_of_the_proxy()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy("ftp://proxy.example:1");
            var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 });

            ApiConnectionException read = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.GetAsync("a"));
            ApiConnectionException write = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.BanAsync("a"));

            Assert.Equal((ApiConnectionProblem.Proxy, ApiConnectionProblem.Proxy), (read.Problem, write.Problem));
            Assert.False(write.IsOutcomeUnknown);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }
}
