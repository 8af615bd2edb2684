using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using ClerkGen.Http;
using ClerkGen.Requests;

namespace ClerkGen;

/// <summary>Describes bytes to upload, with a file name and content type. Files are streamed, not collected in memory.</summary>
/// <remarks>
/// Immutable. An instance of <see cref="FromStream"/> is for one call at a time. Some APIs use one type for uploads and JSON. There, a file
/// is a string: <see cref="Text"/>, or the bytes as base64, which are then read at once.
/// </remarks>
public sealed class ApiFile
{
    /// <summary>Content type of files if neither the document nor the name implies one.</summary>
    internal const string DefaultContentType = "application/octet-stream";

    private const int CopyBufferSize = 81920;

    private readonly Func<CancellationToken, ValueTask<Stream>> _open;
    private readonly Func<long?> _length;
    private readonly bool _isReplayable;
    private readonly bool _leaveOpen;
    private int _readers;

    private ApiFile(
        Func<CancellationToken, ValueTask<Stream>> open,
        Func<long?> length,
        bool isReplayable,
        bool leaveOpen,
        string? fileName,
        string? contentType)
    {
        if (contentType is not null)
        {
            HeaderRules.CheckValue("Content-Type", contentType);
        }

        _open = open;
        _length = length;
        _leaveOpen = leaveOpen;
        _isReplayable = isReplayable;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>Gets the file name that is sent, or null for none.</summary>
    public string? FileName { get; }

    /// <summary>Gets the media type that is sent. Null uses one of the document, else the usual one of the file name's extension.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the text of <see cref="FromText"/>, or the string of a JSON response, such as the file's address. Else null.</summary>
    /// <remarks>A string of a response is sent back as text, never as a file.</remarks>
    public string? Text { get; private init; }

    /// <summary>Whether it came with JSON: a text to send back, which a server must not take for the contents of a file.</summary>
    internal bool IsFromJson { get; private init; }

    /// <summary>
    /// Whether the bytes can be sent a second time. A stream of the caller cannot while an attempt that was given up still reads it.
    /// </summary>
    internal bool IsReplayable => _isReplayable && !(_leaveOpen && Volatile.Read(ref _readers) > 0);

    /// <summary>Number of bytes, or null when unknown.</summary>
    internal long? Length => _length();

    /// <summary>Creates a file from bytes in memory. They are not copied: do not change them before the call has ended.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fileName">File name that is sent, or null for none.</param>
    /// <param name="contentType">Media type, or null for one of the document, else the usual one of the file name's extension.</param>
    public static ApiFile FromBytes(ReadOnlyMemory<byte> bytes, string? fileName = null, string? contentType = null) =>
        new(
            _ => new ValueTask<Stream>(Over(bytes)),
            () => bytes.Length,
            isReplayable: true,
            leaveOpen: false,
            fileName,
            contentType);

    /// <summary>Creates a file from text, sent as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">File name that is sent, or null for none.</param>
    /// <param name="contentType">Media type, or null for one of the document, else the usual one of the file name's extension.</param>
    public static ApiFile FromText(string text, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new(_ => new ValueTask<Stream>(Over(bytes)), () => bytes.Length, isReplayable: true, leaveOpen: false, fileName, contentType)
        {
            Text = text,
        };
    }

    /// <summary>Creates a file from a path. It is opened when it is sent, and again for a retry.</summary>
    /// <param name="path">Path of the file. Only its last part is sent, as the file name.</param>
    /// <param name="contentType">Media type, or null for one of the document, else the usual one of the extension.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public static ApiFile FromPath(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(
            _ => new ValueTask<Stream>(new FileStream(
                path,
                new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 })),
            () => new FileInfo(path) is { Exists: true } file ? file.Length : null,
            isReplayable: true,
            leaveOpen: false,
            Path.GetFileName(path),
            contentType);
    }

    /// <summary>Creates a file from a stream, which is read from its current position and not closed.</summary>
    /// <remarks>A seekable stream is sent again for a retry. Any other stream limits the call to one attempt.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="fileName">File name that is sent, or null for none.</param>
    /// <param name="contentType">Media type, or null for one of the document, else the usual one of the file name's extension.</param>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be read.</exception>
    public static ApiFile FromStream(Stream stream, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        if (!stream.CanSeek)
        {
            return new(_ => new ValueTask<Stream>(stream), static () => null, isReplayable: false, leaveOpen: true, fileName, contentType);
        }

        long start = stream.Position;
        return new(
            _ =>
            {
                stream.Position = start;
                return new ValueTask<Stream>(stream);
            },
            () => Math.Max(0, stream.Length - start),
            isReplayable: true,
            leaveOpen: true,
            fileName,
            contentType);
    }

    /// <summary>Creates a file from a function that opens a stream. It is called for each attempt, and the stream is disposed.</summary>
    /// <param name="open">Opens the bytes from their beginning.</param>
    /// <param name="fileName">File name that is sent, or null for none.</param>
    /// <param name="contentType">Media type, or null for one of the document, else the usual one of the file name's extension.</param>
    /// <param name="length">Number of bytes if it is known; else the body is sent chunked.</param>
    public static ApiFile FromSource(
        Func<CancellationToken, ValueTask<Stream>> open,
        string? fileName = null,
        string? contentType = null,
        long? length = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(open, () => length, isReplayable: true, leaveOpen: false, fileName, contentType);
    }

    /// <summary>The JSON form of a file.</summary>
    internal static ApiFile FromJson(string text) =>
        new(_ => new ValueTask<Stream>(Over(Encoding.UTF8.GetBytes(text))), () => Encoding.UTF8.GetByteCount(text), isReplayable: true,
            leaveOpen: false, fileName: null, contentType: null)
        {
            Text = text,
            IsFromJson = true,
        };

    /// <summary>Returns the file name, or the type's name.</summary>
    public override string ToString() => FileName ?? nameof(ApiFile);

    private static MemoryStream Over(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Reads the bytes where there is no stream to send them to.</summary>
    /// <exception cref="InvalidOperationException">The source opens asynchronously.</exception>
    internal ReadOnlySpan<byte> ReadAll()
    {
        ValueTask<Stream> opening = _open(CancellationToken.None);
        if (!opening.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException(
                "A file in JSON is read synchronously, but its source opens asynchronously. Pass its bytes (ApiFile.FromBytes) or text (ApiFile.FromText).");
        }

        Stream source = opening.Result;
        using var bytes = new MemoryStream();
        try
        {
            source.CopyTo(bytes);
        }
        finally
        {
            if (!_leaveOpen)
            {
                source.Dispose();
            }
        }

        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }

    /// <summary>Sends the bytes to a stream.</summary>
    /// <exception cref="UnreadableSourceException">The source cannot be opened or read.</exception>
    internal async ValueTask CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        Stream? source = null;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBufferSize);
        Interlocked.Increment(ref _readers);
        try
        {
            while (true)
            {
                int count;
                try
                {
                    source ??= await _open(cancellationToken).ConfigureAwait(false);
                    count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    throw new UnreadableSourceException(exception);
                }

                if (count == 0)
                {
                    break;
                }

                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }

            // Only an unused buffer is returned. After a failure, a write may still be pending.
            ArrayPool<byte>.Shared.Return(buffer);
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
            if (source is not null && !_leaveOpen)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
