using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// URIs and URI references (<c>format: uri</c>, RFC 3986), written back as they were read. Text that is none becomes a relative
/// one in which that text can still be read, percent-encoded.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriJson : IApiScalar<Uri>
{
    /// <inheritdoc/>
    public static Uri ReadJson(ref ApiJsonReader reader)
    {
        string? text = StringJson.ReadJson(ref reader);
        if (text is null)
        {
            return null!;
        }

        if (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value))
        {
            return value;
        }

        reader.Deviate(ApiDeviationKind.MalformedValue);
        return new MalformedUri(text);
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(Format(value));

    /// <inheritdoc/>
    public static string Format(Uri value) => value is MalformedUri malformed ? malformed.Text : value.OriginalString;

    /// <summary>Keeps the text as it came, so that sending it back changes nothing.</summary>
    [SuppressMessage("Usage", "CA2237", Justification = "Binary serialization is not supported.")]
    private sealed class MalformedUri(string text) : Uri(EscapeDataString(text), UriKind.Relative)
    {
        internal string Text { get; } = text;
    }
}
