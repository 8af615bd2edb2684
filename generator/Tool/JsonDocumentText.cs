using System.Text;
using System.Text.Json;

namespace ClerkGen.Tool;

/// <summary>One JSON document as text with <c>\n</c> line ends.</summary>
internal static class JsonDocumentText
{
    public static string Of(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
