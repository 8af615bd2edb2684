using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ClerkGen.Generator.Reading;

/// <summary>Reads the text of a document, and of the files it refers to, into Microsoft.OpenApi's model. It opens no file and no connection.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a document. Never throws for what a document holds; everything wrong with it becomes a diagnostic.</summary>
    /// <param name="root">The document.</param>
    /// <param name="others">Further files that a reference may name, by a path relative to the file it stands in.</param>
    /// <param name="limits">What reading may cost.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static ReadDocument Read(
        SourceDocument root, IReadOnlyList<SourceDocument> others, ReadLimits limits, CancellationToken cancellationToken)
    {
        ReadContext context = new(limits, cancellationToken);
        SourceFile file = new(root);
        DocumentNode? node = null;
        JsonNode? json = null;
        OpenApiDocument? document = null;
        try
        {
            node = ReadText(file, context);
            if (node is not null)
            {
                json = new JsonNodeBuilder(context).Build(node);
                if (json is not null)
                {
                    document = new OpenApiJsonReader().Read(json, new Uri("https://openapi.invalid/"), new OpenApiReaderSettings()).Document;
                }
            }
        }
        catch (DocumentSyntaxException exception)
        {
            context.Report(exception.Kind, "", file, exception.Start, exception.Length, exception.Message);
        }

        return new ReadDocument(file, node, json, document, context.Diagnostics);
    }

    private static DocumentNode? ReadText(SourceFile file, ReadContext context) =>
        file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonTextReader.Read(file, context) : YamlTextReader.Read(file, context);
}
