using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Redirects are typed errors: no credential and no body goes anywhere else, also through a client that follows them.</summary>
public sealed class RedirectTests
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (int status in (int[])[301, 302, 303, 307, 308])
            {
                foreach (string target in (string[])["same", "port", "host", "downgrade", "userinfo", "relative"])
                {
                    cases.Add(status, target);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_redirect_is_an_error_and_its_target_gets_no_request(int status, string target)
    {
        await using var other = new FaultServer(_ => FaultAnswer.Json(PetServer.PetJson));
        await using PetServer server = Redirecting(status, target, other.Port);
        PetClient client = server.Client();

        ApiRedirectException read = await Assert.ThrowsAsync<ApiRedirectException>(() => client.Pets.GetAsync("a"));
        ApiRedirectException write = await Assert.ThrowsAsync<ApiRedirectException>(() => client.Pets.CreateAsync(new Pet { Id = "secret" }));

        Assert.Equal(status, (int)read.StatusCode!.Value);
        Assert.False(read.WasFollowed);
        Assert.False(write.IsOutcomeUnknown);
        Assert.Equal(1, read.Attempts);
        Assert.True(read.Headers.TryGetValue("Location", out _));
        Assert.DoesNotContain("elsewhere", read.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_given_client_that_follows_redirects_takes_no_credential_or_body_along(int status, string target)
    {
        await using var other = new FaultServer(_ => FaultAnswer.Json(PetServer.PetJson));
        await using PetServer server = Redirecting(status, target, other.Port);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });
        var client = new PetClient(server.Options(), http);

        await Assert.ThrowsAnyAsync<Exception>(() => client.Pets.GetAsync("a"));
        await Assert.ThrowsAnyAsync<Exception>(() => client.Pets.CreateAsync(new Pet { Id = "secret" }));

        foreach (FaultRequest request in other.Requests.Concat(server.Requests.Where(static request => request.Target.Contains("elsewhere", StringComparison.Ordinal))))
        {
            Assert.Null(request.Header("Authorization"));
            Assert.Empty(request.Body);
        }
    }

    [Fact]
    public async Task An_answer_from_where_a_given_client_was_redirected_to_is_not_taken()
    {
        await using var other = new FaultServer(_ => FaultAnswer.Json(PetServer.PetJson));
        await using PetServer server = Redirecting(302, "port", other.Port);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });

        ApiRedirectException error = await Assert.ThrowsAsync<ApiRedirectException>(() => new PetClient(server.Options(), http).Pets.GetAsync("a"));

        Assert.True(error.WasFollowed);
        Assert.Contains("AllowAutoRedirect", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_modified_is_not_a_redirect()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(304));

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal(HttpStatusCode.NotModified, error.StatusCode);
    }

    private static PetServer Redirecting(int status, string target, int otherPort)
    {
        PetServer? server = null;
        server = new PetServer(_ =>
        {
            int port = server!.Server.Port;
            string location = target switch
            {
                "same" => $"http://127.0.0.1:{port}/elsewhere",
                "port" => $"http://127.0.0.1:{otherPort}/elsewhere",
                "host" => $"http://localhost:{otherPort}/elsewhere",
                "downgrade" => $"http://[::1]:{otherPort}/elsewhere",
                "userinfo" => $"http://user:password@127.0.0.1:{otherPort}/elsewhere",
                _ => "/elsewhere",
            };
            return FaultAnswer.Nothing(status, $"Location: {location}\r\n");
        });
        return server;
    }
}
