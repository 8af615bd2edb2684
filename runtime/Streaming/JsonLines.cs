using System.Runtime.CompilerServices;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Streaming;

/// <summary>JSON values, one a line, or each after a record separator (RFC 7464). Blank lines are skipped.</summary>
internal sealed class JsonLines<T, TJson>(
    ResponseStream stream,
    JsonReadOptions options,
    int maxLength,
    bool isTextSequence) : ResponseSequence<T>(stream)
    where TJson : IApiJson<T>
{
    private const byte RecordSeparator = 0x1E;

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ResponseStream stream = Stream;
        using var lines = new DelimitedReader(stream, maxLength);
        byte separator = isTextSequence ? RecordSeparator : (byte)'\n';
        while (await lines.ReadAsync(separator, anyLineEnd: false, cancellationToken).ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> line = lines.Current.Trim(" \t\r\n"u8);
            if (!line.IsEmpty)
            {
                // The digits of a number may go on. A text sequence ends each value with white space (RFC 7464, section 2.4).
                if (line.Length == lines.Current.TrimStart(" \t\r\n"u8).Length && line.Span[^1] is >= (byte)'0' and <= (byte)'9'
                    && (isTextSequence || (lines.IsUnterminated && stream.EndsWithConnection)))
                {
                    throw stream.CutOff();
                }

                yield return Parse<TJson>(line, options);
            }
        }
    }
}
