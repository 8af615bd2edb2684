using System.Net.Sockets;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A server that answers each request with the same bytes, whatever they are, and closes the connection behind them.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly byte[] _answer;
    private readonly SocketListener _listener;

    /// <param name="answer">Status line, header fields and body.</param>
    internal RawServer(byte[] answer)
    {
        _answer = answer;
        _listener = new SocketListener(AnswerAsync);
    }

    internal PetClient Client => new(Options);

    internal PetClientOptions Options => new()
    {
        SecretKey = PetServer.Key,
        BaseAddress = _listener.Address,
        MaxRetries = 0,
        Timeout = TimeSpan.FromSeconds(60),
        AttemptTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A server that answers with a head in ISO-8859-1 and a body.</summary>
    /// <param name="head">Status line and header lines without the last line end.</param>
    /// <param name="body">The body, as it is sent.</param>
    internal static RawServer Of(string head, byte[] body) =>
        new([.. Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body]);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task AnswerAsync(Socket socket, CancellationToken stop)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            int count = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
            if (count == 0)
            {
                return;
            }

            length += count;
        }

        await socket.SendAsync(_answer, stop);
        socket.Shutdown(SocketShutdown.Send);

        // Closed at once, bytes that arrive later would reset the connection before the answer is read.
        while (await socket.ReceiveAsync(buffer, stop) > 0)
        {
        }
    }
}
