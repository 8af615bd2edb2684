using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Tool.Wire;

/// <summary>Nodes and pointers (RFC 6901) of a document's normal form.</summary>
internal static class Json
{
    /// <summary>The string of a node, or null when it is none.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Whether a node is <c>true</c>.</summary>
    public static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    /// <summary>The strings of a list.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];

    /// <summary>The key as a step of a pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The keys that a pointer names.</summary>
    public static IEnumerable<string> Steps(string pointer) => pointer.Length == 0
        ? []
        : pointer[1..].Split('/').Select(static step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
}
