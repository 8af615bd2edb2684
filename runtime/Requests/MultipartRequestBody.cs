using System.Security.Cryptography;
using System.Text;
using ClerkGen.Http;

namespace ClerkGen.Requests;

/// <summary>
/// Parts with a name and content type each (RFC 7578). Files are streamed, never collected; the length is known in advance
/// when the length of each file is.
/// </summary>
internal sealed class MultipartRequestBody : RequestBody
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly string _boundary = "clerkgen-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly List<Part> _parts = [];

    internal MultipartRequestBody(string mediaType)
    {
        HeaderRules.CheckValue("Content-Type", mediaType);
        ContentType = $"{mediaType}; boundary={_boundary}";
    }

    /// <inheritdoc/>
    internal override string ContentType { get; }

    /// <inheritdoc/>
    internal override bool IsReplayable => _parts.TrueForAll(static part => part.File?.IsReplayable ?? true);

    /// <inheritdoc/>
    internal override bool ReadsCallerStreams => _parts.Exists(static part => part.File is not null);

    /// <inheritdoc/>
    internal override long? Length
    {
        get
        {
            long total = Closing.Length;
            foreach (Part part in _parts)
            {
                if (part.Length is not long length)
                {
                    return null;
                }

                total += part.Head.Length + length + 2;
            }

            return total;
        }
    }

    private byte[] Closing => Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");

    /// <summary>Adds a part with bytes at hand.</summary>
    internal void Add(string name, byte[] value, string? contentType) =>
        _parts.Add(new Part(Head(name, fileName: null, contentType), value, File: null));

    /// <summary>Adds a file. A value that was read from JSON is sent as its text.</summary>
    internal void Add(string name, ApiFile file, string? contentType) => _parts.Add(file.IsFromJson
        ? new Part(Head(name, fileName: null, contentType: null), Encoding.UTF8.GetBytes(file.Text!), File: null)
        : new Part(Head(name, file.FileName ?? name, FileContentTypes.Choose(file, contentType)), [], file));

    /// <inheritdoc/>
    internal override async ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        foreach (Part part in _parts)
        {
            await destination.WriteAsync(part.Head, cancellationToken).ConfigureAwait(false);
            if (part.File is not null)
            {
                await part.File.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await destination.WriteAsync(part.Bytes, cancellationToken).ConfigureAwait(false);
            }

            await destination.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
        }

        await destination.WriteAsync(Closing, cancellationToken).ConfigureAwait(false);
    }

    private byte[] Head(string name, string? fileName, string? contentType)
    {
        var head = new StringBuilder();
        head.Append("--").Append(_boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Quoted(name)).Append('"');
        if (fileName is not null)
        {
            head.Append("; filename=\"").Append(Quoted(fileName)).Append('"');
        }

        if (contentType is not null)
        {
            HeaderRules.CheckValue("Content-Type", contentType);
            head.Append("\r\nContent-Type: ").Append(contentType);
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n\r\n").ToString());
    }

    // RFC 7578, section 2, and what browsers do: UTF-8 as it is, the quote and line ends percent-encoded; other control characters are not
    // allowed in a header and become spaces.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("%22"),
                '\r' => quoted.Append("%0D"),
                '\n' => quoted.Append("%0A"),
                < ' ' or '\u007F' => quoted.Append(' '),
                _ => quoted.Append(c),
            };
        }

        return quoted.ToString();
    }

    private readonly record struct Part(byte[] Head, byte[] Bytes, ApiFile? File)
    {
        internal long? Length => File is null ? Bytes.Length : File.Length;
    }
}
