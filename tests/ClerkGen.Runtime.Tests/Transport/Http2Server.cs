using System.Net;
using System.Net.Sockets;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A server of HTTP/2 without TLS on a raw socket, which fails as it is told.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, Ping = 6;
    private const byte EndOfStream = 1, EndOfHeaders = 4, Acknowledged = 1;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(ApiHttpHandler.Create())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly Task _accepting;
    private int _connections;
    private int _requests;

    internal Http2Server()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(16);
        _accepting = AcceptAsync();
    }

    /// <summary>How many connections end before the first frame of the server.</summary>
    internal int DeadConnections { get; init; }

    /// <summary>How many connections stay open and silent, as those that a firewall has forgotten.</summary>
    internal int SilentConnections { get; init; }

    /// <summary>How many requests are reset, and the code.</summary>
    internal (int Count, byte Code) Resets { get; init; }

    internal int Requests => Volatile.Read(ref _requests);

    internal PetClient Client => new(
        new PetClientOptions
        {
            SecretKey = PetServer.Key,
            BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}"),
            Timeout = TimeSpan.FromSeconds(60),
            AttemptTimeout = TimeSpan.FromSeconds(30),
            Random = new PetServer.NoRandom(),
        },
        _http);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            byte[] preface = new byte[24];
            await stream.ReadExactlyAsync(preface, _stop.Token);
            int number = Interlocked.Increment(ref _connections);
            if (number <= DeadConnections)
            {
                socket.Shutdown(SocketShutdown.Send);
                await stream.CopyToAsync(Stream.Null, _stop.Token);
                return;
            }

            await stream.WriteAsync(Frame(Settings, 0, 0), _stop.Token);
            if (number <= SilentConnections)
            {
                await stream.CopyToAsync(Stream.Null, _stop.Token);
                return;
            }

            while (true)
            {
                byte[] head = new byte[9];
                await stream.ReadExactlyAsync(head, _stop.Token);
                byte[] payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await stream.ReadExactlyAsync(payload, _stop.Token);
                (byte type, byte flags, byte id) = (head[3], head[4], head[8]);
                if (type == Settings && (flags & Acknowledged) == 0)
                {
                    await stream.WriteAsync(Frame(Settings, Acknowledged, 0), _stop.Token);
                }
                else if (type == Ping && (flags & Acknowledged) == 0)
                {
                    await stream.WriteAsync(Frame(Ping, Acknowledged, 0, payload), _stop.Token);
                }
                else if (type is Headers or Data && (flags & EndOfStream) != 0)
                {
                    await stream.WriteAsync(AnswerTo(id), _stop.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    private byte[] AnswerTo(byte number)
    {
        if (Interlocked.Increment(ref _requests) <= Resets.Count)
        {
            return Frame(Reset, 0, number, 0, 0, 0, Resets.Code);
        }

        // Fields 8 and 31 of HPACK's static table: ":status: 200" and "content-type".
        byte[] fields = [0x88, 0x0F, 0x10, 16, .. "application/json"u8];
        return [.. Frame(Headers, EndOfHeaders, number, fields), .. Frame(Data, EndOfStream, number, System.Text.Encoding.UTF8.GetBytes(PetServer.PetJson))];
    }

    private static byte[] Frame(byte type, byte flags, byte number, params byte[] payload) =>
        [0, 0, (byte)payload.Length, type, flags, 0, 0, 0, number, .. payload];
}
