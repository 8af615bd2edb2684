using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Names that the document's author chose by an extension. They are untrusted text like the rest.</summary>
internal static class ChosenNames
{
    /// <summary>The value of <c>x-clerkgen-name</c>, else of <c>x-speakeasy-name-override</c>, among these extensions, or null.</summary>
    public static string? Find(IDictionary<string, IOpenApiExtension>? extensions) =>
        Text(extensions, "x-clerkgen-name") ?? Text(extensions, "x-speakeasy-name-override");

    /// <summary>The value of one of these extensions that is a string, or null.</summary>
    public static string? Text(IDictionary<string, IOpenApiExtension>? extensions, string extension) => Text(Node(extensions, extension));

    /// <summary>The value of one of these extensions, or null.</summary>
    public static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string extension) =>
        extensions is not null && extensions.TryGetValue(extension, out IOpenApiExtension? value)
            && value is JsonNodeExtension { Node: var node } ? node : null;

    /// <summary>The value of <c>x-clerkgen-name</c>, else of <c>x-speakeasy-name-override</c>, or null.</summary>
    public static string? Find(IOpenApiReadOnlyExtensible element) => Own(element) ?? Text(element, "x-speakeasy-name-override");

    /// <summary>The value of <c>x-clerkgen-name</c>, or null.</summary>
    public static string? Own(IOpenApiReadOnlyExtensible element) => Text(element, "x-clerkgen-name");

    /// <summary>The value of an extension that is a string, or null.</summary>
    public static string? Text(IOpenApiReadOnlyExtensible element, string extension) => Text(Node(element, extension));

    /// <summary>A node's string that is not empty, or null.</summary>
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 && !value.IsJsonNullSentinel() ? text : null;

    /// <summary>The value of an extension, or null.</summary>
    public static JsonNode? Node(IOpenApiReadOnlyExtensible element, string extension)
    {
        // A reference would return its target's extensions, which do not describe this use.
        IDictionary<string, IOpenApiExtension>? extensions =
            element is OpenApiSchemaReference reference ? reference.Reference.Extensions : element.Extensions;
        return Node(extensions, extension);
    }
}
