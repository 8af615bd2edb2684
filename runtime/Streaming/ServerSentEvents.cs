using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Json;

namespace ClerkGen.Streaming;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2.6). Events without data are skipped; data <c>[DONE]</c>, with which many APIs end their
/// streams, ends the sequence. A broken stream is an error.
/// </summary>
internal sealed class ServerSentEvents<T>(
    ResponseStream stream,
    ApiEventData<T>[] readers,
    JsonReadOptions options,
    int maxLength) : ResponseSequence<ApiEvent<T>>(stream)
{
    // As long as a moment in milliseconds can be, so that a number beyond it is none.
    private const int MaxRetryDigits = 9;

    /// <summary>Whether the server announced the end.</summary>
    internal bool IsFinal { get; private set; }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<ApiEvent<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ResponseStream stream = Stream;
        using var lines = new DelimitedReader(stream, maxLength);
        using var data = new PooledBufferWriter();
        string? name = null;
        string? id = null;
        TimeSpan? retry = null;
        bool hasData = false;
        bool isFirstLine = true;
        bool isInLine = false;
        while (await lines.ReadAsync((byte)'\n', anyLineEnd: true, cancellationToken).ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> line = lines.Current;
            isInLine = lines.IsUnterminated && line.Span[0] != (byte)':';
            if (isFirstLine)
            {
                line = line[(line.Length - BodyText.WithoutMark(line.Span).Length)..];
                isFirstLine = false;
            }

            if (line.IsEmpty)
            {
                if (hasData)
                {
                    if (data.Written.Span.SequenceEqual("[DONE]"u8))
                    {
                        IsFinal = true;
                        yield break;
                    }

                    if (ReaderOf(name) is ApiEventData<T> reader)
                    {
                        yield return new ApiEvent<T>(Read(reader, data.Written), name, id, retry);
                    }

                    data.Clear();
                    hasData = false;
                }

                name = null;
            }
            else if (IsField(line.Span, "data"u8, out int start))
            {
                if (hasData)
                {
                    data.Write("\n"u8);
                }

                data.Write(line.Span[start..]);
                hasData = true;
                if (data.Written.Length > maxLength)
                {
                    throw stream.TooLarge();
                }
            }
            else if (IsField(line.Span, "event"u8, out start))
            {
                name = start == line.Length ? null : Encoding.UTF8.GetString(line.Span[start..]);
            }
            else if (IsField(line.Span, "id"u8, out start) && !line.Span.Contains((byte)0))
            {
                id = Encoding.UTF8.GetString(line.Span[start..]);
            }
            else if (IsField(line.Span, "retry"u8, out start) && line.Length - start <= MaxRetryDigits
                && int.TryParse(line.Span[start..], NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds))
            {
                retry = TimeSpan.FromMilliseconds(milliseconds);
            }
        }

        // The standard drops an event without its blank line; here that would lose data in silence.
        if ((hasData || isInLine) && !data.Written.Span.SequenceEqual("[DONE]"u8))
        {
            throw stream.CutOff();
        }

        IsFinal = hasData;
    }

    // The reader of the event's name; else the one of any. An event that is not documented where all others are is skipped.
    private ApiEventData<T>? ReaderOf(string? name)
    {
        ApiEventData<T>? any = name is null && readers.Length == 1 ? readers[0] : null;
        foreach (ApiEventData<T> reader in readers)
        {
            if (reader.EventName is null)
            {
                any ??= reader;
            }
            else if (reader.EventName == name)
            {
                return reader;
            }
        }

        if (any is null)
        {
            if (options.Strict)
            {
                var unknown = ApiReadException.ForDeviation(ApiDeviationKind.UnknownVariant, "$");
                throw Stream.Failed(unknown, default);
            }

            options.Listener?.Invoke(new ApiDeviation(ApiDeviationKind.UnknownVariant, "$", options.OperationId));
        }

        return any;
    }

    private T Read(ApiEventData<T> reader, ReadOnlyMemory<byte> data)
    {
        try
        {
            return reader.Read(data, options);
        }
        catch (ApiReadException exception)
        {
            throw Stream.Failed(exception, data);
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out int start)
    {
        start = name.Length;
        if (!line.StartsWith(name))
        {
            return false;
        }

        if (line.Length == name.Length)
        {
            return true;
        }

        start = line.Length > name.Length + 1 && line[name.Length + 1] == (byte)' ' ? name.Length + 2 : name.Length + 1;
        return line[name.Length] == (byte)':';
    }
}
