using System.Buffers;
using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Json;

namespace ClerkGen.Streaming;

/// <summary>
/// The data of server-sent events, each one JSON value (WHATWG HTML, section 9.2.6). Events without data are skipped; data
/// <c>[DONE]</c>, with which many APIs end their streams, ends the sequence. A broken stream is an error: it is not taken up
/// again, because only the caller knows whether the operation may run twice.
/// </summary>
internal sealed class ServerSentEvents<T, TJson>(
    ResponseStream stream,
    JsonReadOptions options,
    int maxLength) : ResponseSequence<T>(stream)
    where TJson : IApiJson<T>
{
    /// <inheritdoc/>
    protected override async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ResponseStream stream = Stream;
        using var lines = new DelimitedReader(stream, maxLength);
        using var data = new PooledBufferWriter();
        bool hasData = false;
        bool isFirstLine = true;
        while (await lines.ReadAsync((byte)'\n', anyLineEnd: true, cancellationToken).ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> line = lines.Current;
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
                        yield break;
                    }

                    yield return Parse<TJson>(data.Written, options);
                    data.Clear();
                    hasData = false;
                }
            }
            else if (IsData(line.Span, out int start))
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
        }

        // The standard drops an event without its blank line; here that would lose data in silence.
        if (hasData && !data.Written.Span.SequenceEqual("[DONE]"u8))
        {
            throw stream.CutOff();
        }
    }

    private static bool IsData(ReadOnlySpan<byte> line, out int start)
    {
        start = 0;
        if (!line.StartsWith("data"u8))
        {
            return false;
        }

        if (line.Length == 4)
        {
            start = 4;
            return true;
        }

        start = line.Length > 5 && line[5] == (byte)' ' ? 6 : 5;
        return line[4] == (byte)':';
    }
}
