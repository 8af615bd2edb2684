using System.Net.Http.Headers;
using System.Text;

namespace ClerkGen.Testing;

/// <summary>Reads the parts of a multipart body (RFC 7578).</summary>
internal static class SentParts
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    /// <summary>The parts. Bytes of files are characters of the same number, so that lengths are those of the file.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its content type, with the boundary.</param>
    public static List<SentText> Read(ReadOnlySpan<byte> body, string contentType)
    {
        List<SentText> parts = [];
        if (BoundaryOf(contentType) is not { } boundary)
        {
            return parts;
        }

        byte[] delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        byte[] next = Encoding.ASCII.GetBytes("\r\n--" + boundary);
        for (int start = body.IndexOf(delimiter); start >= 0 && !body[(start + delimiter.Length)..].StartsWith("--"u8);)
        {
            body = body[(start + delimiter.Length)..];
            int end = body.IndexOf(next);
            ReadOnlySpan<byte> part = end < 0 ? body : body[..end];
            if (part.IndexOf(HeadEnd) is >= 0 and int headEnd)
            {
                Add(parts, Encoding.UTF8.GetString(part[..headEnd]), part[(headEnd + HeadEnd.Length)..]);
            }

            start = end < 0 ? -1 : end + 2;
        }

        return parts;
    }

    private static void Add(List<SentText> parts, string head, ReadOnlySpan<byte> content)
    {
        string? name = null;
        string? mediaType = null;
        bool isFile = false;
        foreach (string line in head.Split("\r\n"))
        {
            if (line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
            {
                name = Quoted(line, " name=\"");
                isFile = Quoted(line, " filename=\"") is not null;
            }
            else if (line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
            {
                mediaType = line["Content-Type:".Length..].Trim();
            }
        }

        if (name is not null)
        {
            parts.Add(new SentText(name, isFile ? Encoding.Latin1.GetString(content) : Encoding.UTF8.GetString(content), TextCoding.None, mediaType));
        }
    }

    private static string? BoundaryOf(string contentType)
    {
        foreach (NameValueHeaderValue parameter in MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed) ? parsed.Parameters : [])
        {
            if (parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))
            {
                return parameter.Value?.Trim('"');
            }
        }

        return null;
    }

    private static string? Quoted(string line, string parameter) =>
        line.IndexOf(parameter, StringComparison.OrdinalIgnoreCase) is > 0 and int start
        && line.IndexOf('"', start + parameter.Length) is > 0 and int end
            ? line[(start + parameter.Length)..end].Replace("%22", "\"", StringComparison.Ordinal)
                .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
            : null;
}
