using System.Text.Encodings.Web;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>Where a value is written apart, to be looked at before it goes anywhere. One is kept per thread, so that this allocates nothing.</summary>
internal sealed class JsonScratch : IDisposable
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static JsonScratch? _idle;

    private readonly PooledBufferWriter _buffer = new();
    private readonly Utf8JsonWriter _writer;

    private JsonScratch() => _writer = new Utf8JsonWriter(_buffer, WriterOptions);

    /// <summary>The written bytes, valid until disposal.</summary>
    internal ReadOnlySpan<byte> Written => _buffer.Written.Span;

    /// <summary>Writes a value.</summary>
    internal static JsonScratch Write<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        // Taken out while in use: a value inside may be written apart too.
        JsonScratch scratch = _idle ?? new JsonScratch();
        _idle = null;
        scratch._writer.Reset();
        JsonWriting.Value<T, TJson>(scratch._writer, value);
        scratch._writer.Flush();
        return scratch;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        _idle = this;
    }
}
