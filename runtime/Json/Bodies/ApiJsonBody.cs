using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Reads and writes whole JSON bodies. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiJsonBody
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        // A body is no HTML: characters beyond ASCII stay UTF-8. Emitted writers pair their calls, so nothing needs checking.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // The target of an idle writer, so that it keeps no buffer alive. Nothing writes to it.
    private static readonly ArrayBufferWriter<byte> NoOutput = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _idleWriter;

    /// <summary>Reads a body. A byte order mark in front is ignored.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="body">All bytes; not needed any more afterwards.</param>
    /// <param name="options">How to read.</param>
    /// <returns>The value; null for a body <c>null</c> when <typeparamref name="T"/> is a reference type.</returns>
    /// <exception cref="ApiReadException">
    /// The body is not JSON in UTF-8, is followed by other text, or is nested too deeply. Its JSON kind cannot be read, or it deviates
    /// while reading is strict.
    /// </exception>
    public static T Read<T, TJson>(ReadOnlyMemory<byte> body, in JsonReadOptions options)
        where TJson : IApiJson<T>
    {
        ReadOnlySpan<byte> text = body.Span;
        if (text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        RepeatedText? repeated = RepeatedText.For(text.Length);
        var reader = new ApiJsonReader(text, options, repeated);
        try
        {
            // Once for all of it, so that free-form values can be kept as bytes and skipped text is checked too.
            if (!Utf8.IsValid(text))
            {
                throw NotUtf8(text);
            }

            reader.Json.Read();
            T value = TJson.ReadJson(ref reader);
            reader.Json.Read();
            reader.Report();
            return value;
        }
        catch (JsonException exception) when (exception is not ApiReadException)
        {
            // Its message may repeat text of the body.
            throw ApiReadException.ForText(
                IsTooDeep(text, exception) ? ApiReadFailure.TooDeep : ApiReadFailure.NotJson,
                exception.LineNumber ?? 0,
                exception.BytePositionInLine ?? 0);
        }
        finally
        {
            repeated?.Release();
        }
    }

    private static ApiReadException NotUtf8(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text;
        while (Rune.DecodeFromUtf8(rest, out _, out int length) == OperationStatus.Done)
        {
            rest = rest[length..];
        }

        ReadOnlySpan<byte> before = text[..^rest.Length];
        return ApiReadException.ForText(
            ApiReadFailure.NotUtf8, before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1);
    }

    // The reader distinguishes too deep from malformed only by its message. Without a limit, a deep body that is well-formed reads on.
    private static bool IsTooDeep(ReadOnlySpan<byte> text, JsonException exception)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException further)
        {
            return (further.LineNumber, further.BytePositionInLine) != (exception.LineNumber, exception.BytePositionInLine);
        }
    }

    /// <summary>Writes a value as a body, without white space.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="value">The value.</param>
    public static void Write<T, TJson>(IBufferWriter<byte> output, T value)
        where TJson : IApiJson<T>
    {
        // Taken out while in use: a codec of the user may write another body inside.
        Utf8JsonWriter writer = _idleWriter ?? new Utf8JsonWriter(output, WriterOptions);
        _idleWriter = null;
        writer.Reset(output);
        JsonWriting.Value<T, TJson>(writer, value);
        writer.Flush();
        writer.Reset(NoOutput);
        _idleWriter = writer;
    }
}
