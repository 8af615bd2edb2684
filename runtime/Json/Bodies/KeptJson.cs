using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClerkGen.Json;

/// <summary>The bytes that values were read from, for as long as the values live. Thread-safe.</summary>
internal static class KeptJson
{
    private static readonly ConditionalWeakTable<object, byte[]> Bodies = [];

    /// <summary>Keeps the bytes of a value. Those of a value that is no object are not kept.</summary>
    public static void Keep<T>(T value, ReadOnlyMemory<byte> body)
    {
        if (value is not null && !typeof(T).IsValueType)
        {
            Bodies.AddOrUpdate(value, body.ToArray());
        }
    }

    /// <summary>The JSON of a value, or null when it was not kept.</summary>
    public static JsonElement? Of(object? value)
    {
        if (value is null || !Bodies.TryGetValue(value, out byte[]? body))
        {
            return null;
        }

        // As deep as it was read.
        using var json = JsonDocument.Parse(body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return json.RootElement.Clone();
    }
}
