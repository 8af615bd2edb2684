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

    private const string JoinedExtension = "x-clerkgen-testing-joined";

    private readonly (DocumentOperation Operation, PathTemplate Path)[] _templates;

    private LoadedDocument(OpenApiDocument document, bool isSwagger, IReadOnlyList<string> errors)
    {
        Document = document;
        Errors = errors;
        foreach (OpenApiParameter parameter in AllParameters(document))
        {
            parameter.Explode &= parameter.Extensions?.TryGetValue(JoinedExtension, out IOpenApiExtension? joined) != true
                || joined is not JsonNodeExtension { Node: JsonValue value } || !value.GetValue<bool>();
        }

        // A form of OpenAPI 2.0 is required when one of its parameters is; the reader of the object model leaves it optional.
        foreach (OpenApiRequestBody body in isSwagger ? AllBodies(document) : [])
        {
            body.Required |= body.Content.OrEmpty().Values.Any(media => media.Schema is OpenApiSchema { Required.Count: > 0 });
        }

        Operations = DocumentOperations.Read(document);
        _templates =
        [
            .. Operations
                .Select(operation => (Operation: operation, Path: new PathTemplate(operation.Path)))
                .OrderBy(entry => entry.Path.Specificity, StringComparer.Ordinal)
                .ThenByDescending(entry => entry.Path.FixedQuery.Count),
        ];
    }

    /// <summary>The object model.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>Complaints of the object model's reader, which few public documents are free of.</summary>
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

            foreach ((string name, OpenApiServerVariable variable) in server.Variables.OrEmpty())
            {
                url = url.Replace($"{{{name}}}", variable.Default, StringComparison.Ordinal);
            }

            return Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https"
                ? absolute.AbsolutePath.TrimEnd('/')
                : "";
        }
    }

    /// <summary>The document that this repository bundles, <c>specs/clerk-backend.yaml</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The process does not run inside a checkout.</exception>
    public static LoadedDocument Bundled() => FromFile(Path.Combine(Repository.Root, "specs", "clerk-backend.yaml"));

    /// <summary>Reads a file, YAML or JSON, and the files that it refers to.</summary>
    public static LoadedDocument FromFile(string path) => FromNodes(DocumentFiles.Read(path));

    /// <summary>Reads text, YAML or JSON.</summary>
    /// <exception cref="FormatException">The text is neither, or not an OpenAPI document.</exception>
    public static LoadedDocument FromText(string text) => FromNodes(DocumentText.Parse(text));

    private static LoadedDocument FromNodes(JsonNode root)
    {
        if (root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) == true)
        {
            MarkNullable(root);
        }
        else if (root["swagger"] is not null)
        {
            WriteFormParameters(root);
            WriteCollectionFormat(root);
        }

        var location = new Uri("https://document.invalid/openapi.json");
        ReadResult result = new OpenApiJsonReader().Read(root, location, new OpenApiReaderSettings());
        return new LoadedDocument(
            result.Document ?? throw new FormatException("Not an OpenAPI document."),
            root["swagger"] is not null,
            [.. (result.Diagnostic?.Errors ?? []).Select(error => error.ToString())]);
    }

    /// <summary>The operation that a request matches, and the raw values of its path; null when none does.</summary>
    /// <param name="method">The method, upper case.</param>
    /// <param name="rawPath">The path as sent, without the server's own path before it.</param>
    /// <param name="rawQuery">The query as sent, without the question mark.</param>
    public (DocumentOperation Operation, IReadOnlyDictionary<string, string> PathValues)? Match(
        string method, string rawPath, string rawQuery)
    {
        var matches = new List<(DocumentOperation Operation, IReadOnlyDictionary<string, string> Values)>();
        IReadOnlyList<QueryText> pairs = QueryText.Split(rawQuery);
        string? specificity = null;
        foreach ((DocumentOperation operation, PathTemplate template) in _templates)
        {
            if (operation.Method == method && template.FixedQuery.All(pairs.Contains)
                && (specificity ?? template.Specificity) == template.Specificity && template.Match(rawPath) is { } values)
            {
                specificity = template.Specificity;
                matches.Add((operation, values));
            }
        }

        // Templates that differ in a variable's name only are told apart by which of them the values suit.
        return matches.Count == 0 ? null
            : matches.Where(match => RequestChecker.PathValuesConform(match.Operation, match.Values))
                .OrderByDescending(match => RequestChecker.RestrictedPathParameters(match.Operation))
                .FirstOrDefault(matches[0]);
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

    // Swagger 2.0 joins the items of a list unless it says 'multi' (Parameter Object, collectionFormat); the reader of the object model makes
    // the default of 3.0 of it, a parameter for each.
    private static void WriteCollectionFormat(JsonNode? node) => Visit(node, static properties =>
    {
        if (properties["in"] is JsonValue && properties["type"]?.ToString() == "array")
        {
            string format = properties["collectionFormat"]?.ToString() ?? "csv";
            properties[JoinedExtension] = format != "multi";
        }
    });

    private static IEnumerable<OpenApiParameter> AllParameters(OpenApiDocument document) =>
        (document.Components?.Parameters).OrEmpty().Values
            .Concat((document.Paths ?? []).Values.SelectMany(item => (item.Parameters ?? [])
                .Concat((item.Operations ?? []).Values.SelectMany(operation => operation.Parameters ?? []))))
            .OfType<OpenApiParameter>();

    // The reader of the object model makes a body of JSON of each form parameter that is referred to, which leaves an operation with the last.
    private static void WriteFormParameters(JsonNode root)
    {
        foreach (JsonArray parameters in ((root["paths"] as JsonObject) ?? []).Select(static path => path.Value).OfType<JsonObject>()
            .SelectMany(static item => item.Select(static member => member.Value is JsonObject operation ? operation["parameters"] : member.Value))
            .OfType<JsonArray>())
        {
            for (int i = 0; i < parameters.Count; i++)
            {
                if (parameters[i]?["$ref"]?.ToString() is { } reference && DocumentFiles.Find(root, reference.TrimStart('#')) is { } target
                    && target["in"]?.ToString() == "formData")
                {
                    parameters[i] = target.DeepClone();
                }
            }
        }
    }

    private static IEnumerable<OpenApiRequestBody> AllBodies(OpenApiDocument document) => (document.Paths ?? []).Values
        .SelectMany(item => (item.Operations ?? []).Values)
        .Select(operation => operation.RequestBody)
        .OfType<OpenApiRequestBody>();

    private static void MarkNullable(JsonNode? node) => Visit(node, static properties =>
    {
        if (properties["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool isNullable) && isNullable)
        {
            properties[NullableExtension] = true;
        }
    });

    // All objects, those inside one before itself.
    private static void Visit(JsonNode? node, Action<JsonObject> visit)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array)
                {
                    Visit(item, visit);
                }

                break;
            case JsonObject properties:
                foreach ((string _, JsonNode? value) in properties)
                {
                    Visit(value, visit);
                }

                visit(properties);
                break;
        }
    }
}
