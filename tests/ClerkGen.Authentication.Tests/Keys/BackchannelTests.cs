using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClerkGen.Authentication.Tests;

/// <summary>The package's own connection to Clerk. The proxy is the whole process's, so these tests run while no others do.</summary>
[Collection("Alone")]
public sealed class BackchannelTests
{
    [Fact]
    public async Task The_secret_key_passes_no_proxy_on_its_way_to_this_machine()
    {
        using var proxy = new Listener("{}");
        using var clerk = new Listener(TokenForge.Shared.Jwks);
        IWebProxy before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new WebProxy(proxy.Address, BypassOnLocal: false);
            var verifier = new ClerkTokenVerifier(new ClerkAuthenticationOptions
            {
                SecretKey = "sk_test_1",
                ApiAddress = clerk.Address,
                TimeProvider = new Clock(TokenForge.Now),
            });

            Assert.True((await verifier.VerifyAsync(TokenForge.Shared.Session())).IsAccepted);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Empty(proxy.Requests);
        Assert.Contains("Authorization: Bearer sk_test_1", Assert.Single(clerk.Requests));
    }

    private sealed class Listener : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Listener(string answer)
        {
            _listener.Start();
            _ = ServeAsync(answer);
        }

        public List<string> Requests { get; } = [];

        public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(string answer)
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await _listener.AcceptTcpClientAsync();
                    NetworkStream stream = client.GetStream();
                    byte[] buffer = new byte[16 * 1024];
                    int length = await stream.ReadAsync(buffer);
                    lock (Requests)
                    {
                        Requests.Add(Encoding.ASCII.GetString(buffer, 0, length));
                    }

                    await stream.WriteAsync(Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
            }
        }
    }
}

/// <summary>Tests that change the whole process run while no others do.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class RunsAlone;
