using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.Overlays;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Reading.Swagger;
using ClerkGen.Generator.Reading.Syntax;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading;

/// <summary>Reads the text of a document, and of the files it refers to, into Microsoft.OpenApi's model. It opens no file and no connection.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a document. Never throws because of a document's content. Every fault becomes a diagnostic.</summary>
    /// <param name="root">The document.</param>
    /// <param name="others">Further files that a reference may name, by a path relative to the file with the reference.</param>
    /// <param name="limits">Limits of reading.</param>
    /// <param name="budget">The work that the document may take.</param>
    /// <param name="overlay">Changes the document before anything else looks at it; null for none.</param>
    /// <exception cref="WorkLimitException">The document takes more steps than there are.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static ReadDocument Read(
        SourceDocument root,
        IReadOnlyList<SourceDocument> others,
        ReadLimits limits,
        WorkBudget budget,
        SourceDocument? overlay = null)
    {
        ReadContext context = new(limits, budget);
        SourceFile file = new(root);
        DocumentSyntaxException failure;
        try
        {
            return Read(file, others, overlay is null ? null : new SourceFile(overlay), context);
        }
        catch (DocumentSyntaxException exception)
        {
            // A handler runs on top of the frames that threw, which may be deep. Its work waits until they are gone.
            failure = exception;
        }

        context.Report(failure);
        return new ReadDocument(file, null, null, null, context);
    }

    private static ReadDocument Read(SourceFile file, IReadOnlyList<SourceDocument> others, SourceFile? overlay, ReadContext context)
    {
        if (DocumentText.Read(file, context) is not { } node)
        {
            context.Report(ReadDiagnosticKind.NotOpenApi, "", file, 0, 0, "The file is empty. An OpenAPI document was expected.");
            return new ReadDocument(file, null, null, null, context);
        }

        if (overlay is not null)
        {
            node = Apply(overlay, node, context);
        }

        int version = OpenApiVersions.Read(node, context);
        if (version == 0)
        {
            return new ReadDocument(file, node, null, null, context);
        }

        ReferenceResolver references = new(file, node, others, context);
        if (overlay is not null)
        {
            references.AddOverlay(overlay, file);
        }

        ObjectNode source = version == 20 ? SwaggerUpgrade.Upgrade((ObjectNode)node, references, context) : (ObjectNode)node;
        ObjectNode normalized = DocumentNormalizer.Normalize(source, references, version, context);
        OpenApiDocument? document = new OpenApiModelReader(context).Read(normalized, out JsonObject json);
        return new ReadDocument(file, normalized, document is null ? null : json, document, context) { Version = version };
    }

    // A broken overlay is an error, but the client as it is without the overlay spares its user a thousand more.
    private static DocumentNode Apply(SourceFile overlay, DocumentNode root, ReadContext context)
    {
        DocumentSyntaxException failure;
        try
        {
            return OverlayApplier.Apply(root, new OverlayReader(context).Read(overlay, DocumentText.Read(overlay, context)), context);
        }
        catch (DocumentSyntaxException exception)
        {
            failure = exception;
        }

        context.Report(failure);
        return root;
    }
}
