using System.Net;
using System.Net.Sockets;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A server that answers each request with the same bytes, whatever they are, and closes the connection behind them.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _answer;
    private readonly Task _accepting;

    /// <param name="answer">Status line, header fields and body.</param>
    internal RawServer(byte[] answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(16);
        _accepting = AcceptAsync();
    }

    internal PetClient Client => new(Options);

    internal PetClientOptions Options => new()
    {
        SecretKey = PetServer.Key,
        BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}"),
        MaxRetries = 0,
        Timeout = TimeSpan.FromSeconds(60),
        AttemptTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A server that answers with a head in ISO-8859-1 and a body.</summary>
    /// <param name="head">Status line and header lines without the last line end.</param>
    /// <param name="body">The body, as it is sent.</param>
    internal static RawServer Of(string head, byte[] body) =>
        new([.. Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        // At the same time: clients keep connections that they no longer use.
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
        try
        {
            await AnswerAsync(socket);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
        }
        finally
        {
            socket.Dispose();
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            int count = await socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            if (count == 0)
            {
                return;
            }

            length += count;
        }

        await socket.SendAsync(_answer, _stop.Token);
        socket.Shutdown(SocketShutdown.Send);

        // Closed at once, bytes that arrive later would reset the connection before the answer is read.
        while (await socket.ReceiveAsync(buffer, _stop.Token) > 0)
        {
        }
    }
}
