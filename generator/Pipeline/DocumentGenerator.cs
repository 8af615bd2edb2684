using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Translation;

namespace ClerkGen.Generator.Pipeline;

/// <summary>Takes one document through reading and translation. Nothing but cancellation leaves it as an exception.</summary>
internal static class DocumentGenerator
{
    public static DocumentOutput Generate(DocumentKey key, IReadOnlyList<SourceDocument> others, CancellationToken cancellationToken)
    {
        try
        {
            ReadDocument document = DocumentReader.Read(key.File.ToSource(), others, ReadLimits.Default, cancellationToken);
            TranslationResult result = DocumentTranslator.Translate(document, key.Options, key.Facts, cancellationToken);
            return new DocumentOutput(result.Model.Files, Located(document, result));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Left to the compiler, this would be a warning and a client that is silently missing.
            string message = DiagnosticBag.Printable($"{exception.GetType().Name}: {exception.Message}");
            return DocumentOutput.Failed(LocatedDiagnostic.OfFile(DiagnosticDescriptors.GeneratorFailed, key.File.Path, message));
        }
    }

    private static EquatableArray<LocatedDiagnostic> Located(ReadDocument document, TranslationResult result)
    {
        List<LocatedDiagnostic> diagnostics = [];
        foreach (ReadDiagnostic diagnostic in document.Diagnostics)
        {
            diagnostics.Add(new LocatedDiagnostic(
                DiagnosticDescriptors.Of(diagnostic.Kind),
                diagnostic.Position,
                new EquatableArray<string>([DiagnosticBag.Printable(diagnostic.Message)])));
        }

        foreach (TranslationDiagnostic diagnostic in result.Diagnostics)
        {
            diagnostics.Add(new LocatedDiagnostic(diagnostic.Descriptor, document.Locate(diagnostic.Pointer), diagnostic.Arguments));
        }

        return diagnostics.ToEquatableArray();
    }
}
