using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClerkGen.Webhooks;

/// <summary>
/// Reconstructs a body whose notation was changed on the way. Senders write JSON without white space. Used only to explain a refusal; a
/// form that verifies does not make the webhook acceptable.
/// </summary>
internal static class WebhookBodyForms
{
    // Above this the explanation is not worth its cost.
    private const int LongestBody = 64 * 1024;
    private const int Deepest = 64;

    /// <summary>The likely forms, without the body itself.</summary>
    internal static List<ReadOnlyMemory<byte>> Of(ReadOnlySpan<byte> body)
    {
        List<ReadOnlyMemory<byte>> forms = [];
        if (body.Length > LongestBody)
        {
            return forms;
        }

        ReadOnlySpan<byte> text = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        Add(forms, body, Trim(text).ToArray());
        AddWritten(forms, body, text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        AddWritten(forms, body, text, JavaScriptEncoder.Default);
        return forms;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);

    private static void AddWritten(List<ReadOnlyMemory<byte>> forms, ReadOnlySpan<byte> body, ReadOnlySpan<byte> text, JavaScriptEncoder encoder)
    {
        var output = new ArrayBufferWriter<byte>(text.Length + 16);
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Deepest });
            using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
            while (reader.Read())
            {
                Copy(ref reader, writer);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON: there is no other notation of it.
            return;
        }

        Add(forms, body, output.WrittenMemory);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.GetString()); break;
            default: writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
        }
    }

    private static void Add(List<ReadOnlyMemory<byte>> forms, ReadOnlySpan<byte> body, ReadOnlyMemory<byte> form)
    {
        if (!form.Span.SequenceEqual(body))
        {
            forms.Add(form);
        }
    }
}
