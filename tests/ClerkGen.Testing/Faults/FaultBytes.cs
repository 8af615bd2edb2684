using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ClerkGen.Testing.Faults;

/// <summary>The bytes that a <see cref="FaultServer"/> writes, by kind of fault.</summary>
internal static class FaultBytes
{
    private const int BombSize = 64 * 1024 * 1024;

    private static readonly Lazy<byte[]> Bomb = new(static () => Gzip(new byte[BombSize]));

    /// <summary>An answer with a length.</summary>
    internal static byte[] Answer(int status, byte[] body, string contentType, string headers = "") =>
        [.. Head(status, contentType, $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n{headers}"), .. body];

    /// <summary>The bytes before the connection ends or stalls; empty for none.</summary>
    internal static byte[] Of(FaultAnswer answer)
    {
        byte[] body = answer.Body;
        byte[] half = body[..(body.Length / 2)];
        byte[] whole = Answer(answer.Status, body, answer.ContentType, answer.Headers);
        byte[] head = whole[..(whole.Length - body.Length)];
        return answer.Kind switch
        {
            FaultKind.None => whole,
            FaultKind.StallInStatusLine => "HTTP/1.1 2"u8.ToArray(),
            FaultKind.StallInHeaders => head[..(head.Length / 2)],
            FaultKind.StallBeforeBody or FaultKind.ResetAfterHeaders => head,
            FaultKind.StallInBody or FaultKind.ResetInBody or FaultKind.CutWithLength => [.. head, .. half],
            FaultKind.CutChunked =>
            [
                .. Head(200, answer.ContentType, $"Transfer-Encoding: chunked\r\n{answer.Headers}"),
                .. Encoding.ASCII.GetBytes(half.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. half, .. "\r\n"u8,
            ],
            FaultKind.CutAtClose => [.. Head(200, answer.ContentType, $"Connection: close\r\n{answer.Headers}"), .. half],
            FaultKind.Status408 => Error(408, ""),
            FaultKind.Status429 => Error(429, "Retry-After: 0\r\n"),
            FaultKind.Status500 => Error(500, ""),
            FaultKind.Status502 => Error(502, ""),
            FaultKind.Status503 => Error(503, ""),
            FaultKind.Status504 => Error(504, ""),
            FaultKind.HtmlBadGateway => Answer(502, Page, "text/html"),
            FaultKind.EmptyBody => Answer(200, [], answer.ContentType),
            FaultKind.WrongContentType => Answer(200, Page, "text/html; charset=utf-8"),
            FaultKind.MalformedJson => Answer(200, "{\"id\": nothing}"u8.ToArray(), "application/json"),
            FaultKind.UnknownCharset => Answer(200, body, "application/json; charset=x-nobody-knows"),
            FaultKind.CutCompression => Compressed(body),
            FaultKind.CompressionBomb => Answer(200, Bomb.Value, "application/json", "Content-Encoding: gzip\r\n"),
            FaultKind.Redirect => Answer(307, [], "text/plain", answer.Headers),
            FaultKind.EarlyRefusal => Answer(413, [], "text/plain", "Connection: close\r\n"),
            _ => [],
        };
    }

    private static byte[] Page => "<!DOCTYPE html><html><body>Bad gateway</body></html>"u8.ToArray();

    private static byte[] Error(int status, string headers) =>
        Answer(status, "{\"errors\":[{\"code\":\"fault\",\"message\":\"A fault\"}]}"u8.ToArray(), "application/json", headers);

    private static byte[] Compressed(byte[] body)
    {
        byte[] whole = Gzip([.. body, .. "                                "u8]);
        return Answer(200, whole[..(whole.Length / 2)], "application/json", "Content-Encoding: gzip\r\n");
    }

    private static byte[] Head(int status, string contentType, string headers)
    {
        string type = contentType.Length == 0 ? "" : $"Content-Type: {contentType}\r\n";
        return Encoding.ASCII.GetBytes($"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Answer\r\n{type}{headers}\r\n");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
