using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ClerkGen.Testing;

/// <summary>An OpenAPI document as Microsoft.OpenApi understands it, with its operations.</summary>
public sealed class LoadedDocument
{
    /// <summary>
    /// Extension put beside <c>nullable: true</c> where no <c>type</c> stands, because the object model keeps nullability in the type
    /// only and documents do write it next to <c>allOf</c>, <c>oneOf</c> or <c>enum</c>.
    /// </summary>
    internal const string NullableExtension = "x-clerkgen-testing-nullable";

    private LoadedDocument(OpenApiDocument document, IReadOnlyList<string> errors)
    {
        Document = document;
        Errors = errors;
        Operations = DocumentOperations.Read(document);
    }

    /// <summary>The object model.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>What the reader of the object model complained about; documents in the wild are rarely free of it.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Every operation of <c>paths</c>, in document order.</summary>
    public IReadOnlyList<DocumentOperation> Operations { get; }

    /// <summary>The path of the first server's URL without a trailing slash, such as <c>/v1</c>; empty when it has none.</summary>
    public string BasePath
    {
        get
        {
            if (Document.Servers is not [{ Url: { } url } server, ..])
            {
                return "";
            }

            foreach ((string name, OpenApiServerVariable variable) in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            {
                url = url.Replace($"{{{name}}}", variable.Default, StringComparison.Ordinal);
            }

            return Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https"
                ? absolute.AbsolutePath.TrimEnd('/')
                : "";
        }
    }

    /// <summary>Reads a file, YAML or JSON.</summary>
    public static LoadedDocument FromFile(string path) => FromText(File.ReadAllText(path));

    /// <summary>Reads text, YAML or JSON.</summary>
    /// <exception cref="FormatException">The text is neither, or not an OpenAPI document.</exception>
    public static LoadedDocument FromText(string text)
    {
        JsonNode root = DocumentText.Parse(text);
        if (root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) == true)
        {
            MarkNullable(root);
        }

        ReadResult result = new OpenApiJsonReader().Read(root, new Uri("https://document.invalid/openapi.json"), new OpenApiReaderSettings());
        return new LoadedDocument(
            result.Document ?? throw new FormatException("Not an OpenAPI document."),
            [.. (result.Diagnostic?.Errors ?? []).Select(error => error.ToString())]);
    }

    /// <summary>The operation named <paramref name="operationId"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public DocumentOperation Operation(string operationId) =>
        Operations.FirstOrDefault(operation => operation.OperationId == operationId)
        ?? throw new KeyNotFoundException($"The document has no operation '{operationId}'.");

    /// <summary>The component schema named <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public IOpenApiSchema Schema(string name) =>
        Document.Components?.Schemas?.TryGetValue(name, out IOpenApiSchema? schema) == true
            ? schema
            : throw new KeyNotFoundException($"The document has no schema '{name}'.");

    private static void MarkNullable(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array)
                {
                    MarkNullable(item);
                }

                break;
            case JsonObject properties:
                foreach ((string _, JsonNode? value) in properties)
                {
                    MarkNullable(value);
                }

                if (properties["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool isNullable) && isNullable)
                {
                    properties[NullableExtension] = true;
                }

                break;
        }
    }
}
