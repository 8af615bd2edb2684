using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Translation;

namespace ClerkGen.Generator.Pipeline;

/// <summary>Takes one document through reading and translation. Nothing but cancellation leaves it as an exception.</summary>
internal static class DocumentGenerator
{
    public static DocumentOutput Generate(DocumentKey key, IReadOnlyList<SourceDocument> others, CancellationToken cancellationToken) =>
        DeepStack.Run(() => GenerateHere(key, others, cancellationToken), cancellationToken);

    private static DocumentOutput GenerateHere(DocumentKey key, IReadOnlyList<SourceDocument> others, CancellationToken cancellationToken)
    {
        try
        {
            SourceDocument? overlay = FindOverlay(key, others);
            ReadDocument document = DocumentReader.Read(key.File.ToSource(), others, ReadLimits.Default, cancellationToken, overlay);
            TranslationResult result = DocumentTranslator.Translate(document, key.Options, key.Facts, cancellationToken);
            if (IsTooLarge(result, cancellationToken))
            {
                result = TranslationResult.TooLarge;
            }

            List<LocatedDiagnostic> diagnostics = Located(document, result);
            if (overlay is null && key.Options.Overlay is { } missing)
            {
                string name = DiagnosticBag.Printable(missing);
                diagnostics.Insert(0, LocatedDiagnostic.OfFile(DiagnosticDescriptors.OverlayMissing, key.File.Path, name));
            }

            return new DocumentOutput(result.Model.Files, diagnostics.ToEquatableArray());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Left to the compiler, this would be a warning and a client that is silently missing.
            string message = DiagnosticBag.Printable($"{exception.GetType().Name}: {exception.Message}");
            return DocumentOutput.Failed(LocatedDiagnostic.OfFile(DiagnosticDescriptors.GeneratorFailed, key.File.Path, message));
        }
    }

    // Of what is printed a part was counted, half as a rule and surely an eighth: only clients that may be too large are printed to know. That
    // is no work lost, since texts are kept.
    private static bool IsTooLarge(TranslationResult result, CancellationToken cancellationToken)
    {
        if (result.Characters <= OutputSize.Maximum / 8)
        {
            return false;
        }

        long characters = 0;
        try
        {
            foreach (FileModel file in result.Model.Files)
            {
                characters += FileOutput.TextOf(file, cancellationToken).Length;
                if (characters > OutputSize.Maximum)
                {
                    return true;
                }
            }
        }
        catch (OutputTooLargeException)
        {
            return true;
        }

        return false;
    }

    // The project names the overlay as it names its files: relative to itself, while the compiler's paths are absolute.
    private static SourceDocument? FindOverlay(DocumentKey key, IReadOnlyList<SourceDocument> others)
    {
        if (key.Options.Overlay is not { } path)
        {
            return null;
        }

        string name = FilePaths.Normalize(path);
        string suffix = "/" + name;
        foreach (SourceDocument other in others)
        {
            string candidate = FilePaths.Normalize(other.Path);
            if (candidate == name || candidate.EndsWith(suffix, StringComparison.Ordinal))
            {
                return other;
            }
        }

        return null;
    }

    private static List<LocatedDiagnostic> Located(ReadDocument document, TranslationResult result)
    {
        List<LocatedDiagnostic> diagnostics = [];
        foreach (ReadDiagnostic diagnostic in document.Diagnostics)
        {
            diagnostics.Add(new LocatedDiagnostic(
                DiagnosticDescriptors.Of(diagnostic.Kind),
                diagnostic.Position,
                new EquatableArray<string>([DiagnosticBag.Printable(diagnostic.Message)])) { Pointer = diagnostic.Pointer });
        }

        foreach (TranslationDiagnostic diagnostic in result.Diagnostics)
        {
            diagnostics.Add(new LocatedDiagnostic(diagnostic.Descriptor, document.Locate(diagnostic.Pointer), diagnostic.Arguments) { Pointer = diagnostic.Pointer });
        }

        return diagnostics;
    }
}
