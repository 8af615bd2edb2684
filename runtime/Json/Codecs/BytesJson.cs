using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Bytes as base64 (<c>format: byte</c>, RFC 4648). The URL-safe alphabet, missing padding and white space are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesJson : IApiScalar<byte[]>
{
    /// <inheritdoc/>
    public static byte[] ReadJson(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.String && reader.Json.TryGetBytesFromBase64(out byte[]? value))
        {
            return value;
        }

        if (reader.Json.TokenType == JsonTokenType.Null)
        {
            return null!;
        }

        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return [];
        }

        bool isOther = TryLenient(Encoding.UTF8.GetString(text), out value);
        reader.Deviate(isOther ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.MalformedValue);
        return value;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    /// <inheritdoc/>
    public static string Format(byte[] value) => Convert.ToBase64String(value);

    private static bool TryLenient(string text, out byte[] value)
    {
        var plain = new StringBuilder(text.Length + 3);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && c != '=')
            {
                plain.Append(c switch { '-' => '+', '_' => '/', _ => c });
            }
        }

        plain.Append('=', -plain.Length & 3);
        value = new byte[plain.Length / 4 * 3];
        bool isBase64 = Convert.TryFromBase64String(plain.ToString(), value, out int length);
        Array.Resize(ref value, isBase64 ? length : 0);
        return isBase64;
    }
}
