using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Files where JSON has a string: its text, as it is, or the bytes as base64 (RFC 4648). No schema tells which of the two a server means,
/// so a value that is read stays text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FileJson : IApiJson<ApiFile>
{
    /// <inheritdoc/>
    public static ApiFile ReadJson(ref ApiJsonReader reader) => StringJson.ReadJson(ref reader) is { } text ? ApiFile.FromJson(text) : null!;

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, ApiFile value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteBase64StringValue(value.ReadAll());
        }
    }
}
