using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Streaming;

/// <summary>Data that is one JSON value.</summary>
internal sealed class JsonEventData<T, TJson>(string? eventName) : ApiEventData<T>(eventName)
    where TJson : IApiJson<T>
{
    internal override T Read(ReadOnlyMemory<byte> data, in JsonReadOptions options)
    {
        try
        {
            return ApiJsonBody.Read<T, TJson>(data, options);
        }
        catch (ApiReadException exception) when (exception.Failure == ApiReadFailure.NotJson && LooksLikeText(data.Span))
        {
            // A date, an identifier, a word: frameworks write them without quotes.
            return ApiJsonBody.Read<T, TJson>((byte[])[(byte)'"', .. JsonEncodedText.Encode(data.Span).EncodedUtf8Bytes, (byte)'"'], options);
        }
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> data) => data.IndexOfAny("{}[]\""u8) < 0;
}

/// <summary>Data that is text.</summary>
internal sealed class TextEventData(string? eventName) : ApiEventData<string>(eventName)
{
    internal override string Read(ReadOnlyMemory<byte> data, in JsonReadOptions options) => Encoding.UTF8.GetString(data.Span);
}

/// <summary>The data of another reader as another type.</summary>
internal sealed class ConvertedEventData<T, TOther>(ApiEventData<T> inner, Func<T, TOther> convert) : ApiEventData<TOther>(inner.EventName)
{
    internal override TOther Read(ReadOnlyMemory<byte> data, in JsonReadOptions options) => convert(inner.Read(data, options));
}
