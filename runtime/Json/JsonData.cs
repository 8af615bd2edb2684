using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen;

/// <summary>Creates free-form JSON for members such as metadata: <c>PublicMetadata = JsonData.From(new { theme = "dark" })</c>.</summary>
public static class JsonData
{
    /// <summary>Creates JSON from an object's properties, a dictionary's entries, or a list.</summary>
    /// <param name="value">The value. Null gives the JSON <c>null</c>.</param>
    /// <param name="options">How it is serialized. Null takes names as they are in C#.</param>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <exception cref="NotSupportedException">The type cannot be serialized.</exception>
    [RequiresUnreferencedCode("Serialization looks at members. Use the overload with JsonTypeInfo, JsonObject or JsonArray in trimmed programs.")]
    [RequiresDynamicCode("Serialization may need code at run time. Use the overload with JsonTypeInfo, JsonObject or JsonArray in native programs.")]
    public static JsonElement From<T>(T value, JsonSerializerOptions? options = null) => JsonSerializer.SerializeToElement(value, options);

    /// <summary>
    /// Creates JSON from a value whose contract a <c>JsonSerializerContext</c> knows. Safe in trimmed and native programs.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">The contract.</param>
    /// <typeparam name="T">Type of the value.</typeparam>
    public static JsonElement From<T>(T value, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToElement(value, typeInfo);

    /// <summary>
    /// Creates JSON from an object built by hand: <c>new JsonObject { ["theme"] = "dark" }</c>. Safe in trimmed and native programs.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <exception cref="ArgumentNullException">The object is null.</exception>
    public static JsonElement From(JsonObject value) => Of(value);

    /// <summary>Creates JSON from an array built by hand. Safe in trimmed and native programs.</summary>
    /// <param name="value">The array.</param>
    /// <exception cref="ArgumentNullException">The array is null.</exception>
    public static JsonElement From(JsonArray value) => Of(value);

    /// <summary>Takes JSON as it is. Safe in trimmed and native programs.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static JsonElement Of(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            value.WriteTo(writer);
        }

        using JsonDocument document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return document.RootElement.Clone();
    }
}
