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

    private readonly SocketListener _listener;
    private readonly HttpClient _http = new(ApiHttpHandler.Create())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private int _connections;
    private int _requests;

    internal Http2Server() => _listener = new SocketListener(ServeAsync);

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
            BaseAddress = _listener.Address,
            Timeout = TimeSpan.FromSeconds(60),
            AttemptTimeout = TimeSpan.FromSeconds(30),
            Random = new PetServer.NoRandom(),
        },
        _http);

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _http.Dispose();
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        await using var stream = new NetworkStream(socket);
        byte[] preface = new byte[24];
        await stream.ReadExactlyAsync(preface, stop);
        int number = Interlocked.Increment(ref _connections);
        if (number <= DeadConnections)
        {
            socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, stop);
            return;
        }

        await stream.WriteAsync(Frame(Settings, 0, 0), stop);
        if (number <= SilentConnections)
        {
            await stream.CopyToAsync(Stream.Null, stop);
            return;
        }

        while (true)
        {
            byte[] head = new byte[9];
            await stream.ReadExactlyAsync(head, stop);
            byte[] payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload, stop);
            (byte type, byte flags, byte id) = (head[3], head[4], head[8]);
            if (type == Settings && (flags & Acknowledged) == 0)
            {
                await stream.WriteAsync(Frame(Settings, Acknowledged, 0), stop);
            }
            else if (type == Ping && (flags & Acknowledged) == 0)
            {
                await stream.WriteAsync(Frame(Ping, Acknowledged, 0, payload), stop);
            }
            else if (type is Headers or Data && (flags & EndOfStream) != 0)
            {
                await stream.WriteAsync(AnswerTo(id), stop);
            }
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
