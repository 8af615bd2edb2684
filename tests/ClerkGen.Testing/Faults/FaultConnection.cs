using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ClerkGen.Testing.Faults;

/// <summary>Reads HTTP/1.1 requests from a socket, byte by byte as they came (RFC 9112).</summary>
internal sealed class FaultConnection(Socket socket, int number)
{
    private const byte TlsHandshake = 0x16;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private int _count;

    /// <summary>Reads a request line and header lines.</summary>
    /// <returns>Null when the client has closed the connection.</returns>
    internal async Task<FaultRequest?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (_start == _end && !await FillAsync(cancellationToken))
        {
            return null;
        }

        if (_buffer[_start] == TlsHandshake)
        {
            // Servers without TLS react like this to a client that starts TLS.
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), SocketFlags.None, cancellationToken);
            return null;
        }

        string? requestLine = await ReadLineAsync(cancellationToken);
        if (requestLine is null)
        {
            return null;
        }

        string[] parts = requestLine.Split(' ');
        var headers = new List<string>();
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            headers.Add(line);
        }

        return new FaultRequest(number, _count++, parts[0], parts.Length > 1 ? parts[1] : "", headers, []);
    }

    /// <summary>Reads the body of a request.</summary>
    /// <returns>Null when the client has closed the connection before its end.</returns>
    internal async Task<FaultRequest?> ReadBodyAsync(FaultRequest head, CancellationToken cancellationToken)
    {
        if (head.Header("Transfer-Encoding") is not null)
        {
            return await ReadChunksAsync(cancellationToken) is byte[] chunks ? head with { Body = chunks } : null;
        }

        int length = int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        return await ReadBytesAsync(length, cancellationToken) is byte[] body ? head with { Body = body } : null;
    }

    private async Task<byte[]?> ReadChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (await ReadLineAsync(cancellationToken) is string size)
        {
            int length = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            byte[]? chunk = await ReadBytesAsync(length, cancellationToken);
            if (chunk is null || await ReadLineAsync(cancellationToken) is null)
            {
                return null;
            }

            if (length == 0)
            {
                return body.ToArray();
            }

            body.Write(chunk);
        }

        return null;
    }

    private async Task<byte[]?> ReadBytesAsync(int length, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            int count = Math.Min(length - read, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(bytes.AsSpan(read));
            _start += count;
            read += count;
        }

        return bytes;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            byte next = _buffer[_start++];
            if (next == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next);
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await socket.ReceiveAsync(_buffer, SocketFlags.None, cancellationToken);
        return _end > 0;
    }
}
