using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Translation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>Takes one document through reading and translation. Nothing but cancellation leaves it as an exception.</summary>
internal static class DocumentGenerator
{
    public static DocumentOutput Generate(DocumentKey key, IReadOnlyList<SourceDocument> others, CancellationToken cancellationToken) =>
        Generate(key, others, new WorkBudget(cancellationToken));

    /// <param name="key">The document and the inputs of its translation.</param>
    /// <param name="others">Files that it may refer to.</param>
    /// <param name="budget">The work that it may take.</param>
    public static DocumentOutput Generate(DocumentKey key, IReadOnlyList<SourceDocument> others, WorkBudget budget) =>
        Generate(key, others, budget, out _);

    /// <param name="key">The document and the inputs of its translation.</param>
    /// <param name="others">Files that it may refer to.</param>
    /// <param name="budget">The work that it may take.</param>
    /// <param name="document">The document as it was read; null when that failed.</param>
    public static DocumentOutput Generate(DocumentKey key, IReadOnlyList<SourceDocument> others, WorkBudget budget, out ReadDocument? document)
    {
        ReadDocument? read = null;
        DocumentOutput output = DeepStack.Run(() => GenerateHere(key, others, budget, out read), budget.CancellationToken);
        document = read;
        return output;
    }

    /// <summary>Reads a translated document again for facts that are not kept: places, and the text's own structure.</summary>
    /// <returns>The document, or null when it cannot be read.</returns>
    public static ReadDocument? Read(InputFile file, DocumentOptions options, IReadOnlyList<SourceDocument> others, WorkBudget budget)
    {
        try
        {
            return DeepStack.Run(
                () => DocumentReader.Read(file.ToSource(), others, ReadLimits.Default, budget, FindOverlay(options, others)), budget.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Reported when it was translated.
            return null;
        }
    }

    private static DocumentOutput GenerateHere(DocumentKey key, IReadOnlyList<SourceDocument> others, WorkBudget budget, out ReadDocument? document)
    {
        document = null;
        try
        {
            SourceDocument? overlay = FindOverlay(key.Options, others);
            document = DocumentReader.Read(key.File.ToSource(), others, ReadLimits.Default, budget, overlay);
            TranslationResult result = DocumentTranslator.Translate(document, key.Options, key.Facts);
            result = Printable(result with { Model = new ClientModel(TakenNames.Apply(result.Model.Files)) }, budget.CancellationToken);

            List<LocatedDiagnostic> diagnostics = Located(document, result, key.File.Path);
            if (overlay is null && key.Options.Overlay is { } missing)
            {
                string name = DiagnosticBag.Printable(missing);
                diagnostics.Insert(0, LocatedDiagnostic.OfFile(DiagnosticDescriptors.OverlayMissing, key.File.Path, name));
            }

            return new DocumentOutput(result.Model.Files, diagnostics.ToEquatableArray());
        }
        catch (WorkLimitException)
        {
            string steps = budget.Maximum.ToString("N0", CultureInfo.InvariantCulture);
            return DocumentOutput.Failed(LocatedDiagnostic.OfFile(DiagnosticDescriptors.TooMuchWork, key.File.Path, steps));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Left to the compiler, this would be a warning and a client that is silently missing.
            string message = DiagnosticBag.Printable($"{exception.GetType().Name}: {exception.Message}");
            return DocumentOutput.Failed(LocatedDiagnostic.OfFile(DiagnosticDescriptors.GeneratorFailed, key.File.Path, message));
        }
    }

    // OutputSize counts a part of the text, usually half and never less than an eighth. So only clients that might exceed the limit
    // are printed to know. That is no work lost, since texts are kept.
    private static TranslationResult Printable(TranslationResult result, CancellationToken cancellationToken)
    {
        if (result.Characters <= Math.Min(Math.Min(result.Limit, result.CodeLimit), OutputSize.MaximumOfLiterals) / 8)
        {
            return result;
        }

        PrintedSize printed = new();
        try
        {
            foreach (FileModel file in result.Model.Files)
            {
                printed.Add(FileOutput.TextOf(file, cancellationToken).ToString());
                if (printed.Characters > result.Limit)
                {
                    return TranslationResult.TooLarge(result.Limit);
                }

                if (printed.Code > result.CodeLimit)
                {
                    return TranslationResult.TooMuchCode(result.CodeLimit);
                }

                if (printed.CharactersOfLiterals > OutputSize.MaximumOfLiterals)
                {
                    return TranslationResult.TooManyLiterals;
                }
            }
        }
        catch (OutputTooLargeException)
        {
            return TranslationResult.TooLarge(result.Limit);
        }

        return result;
    }

    // The project names the overlay as it names its files: relative to itself, while the compiler's paths are absolute.
    private static SourceDocument? FindOverlay(DocumentOptions options, IReadOnlyList<SourceDocument> others)
    {
        if (options.Overlay is not { } path)
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

    private static List<LocatedDiagnostic> Located(ReadDocument document, TranslationResult result, string path)
    {
        List<LocatedDiagnostic> diagnostics = [];
        DiagnosticLimit limit = new();
        foreach (ReadDiagnostic diagnostic in document.Diagnostics)
        {
            DiagnosticDescriptor descriptor = DiagnosticDescriptors.Of(diagnostic.Kind);
            if (limit.TryAdd(descriptor))
            {
                diagnostics.Add(new LocatedDiagnostic(
                    descriptor, diagnostic.Position, new EquatableArray<string>([DiagnosticBag.Printable(diagnostic.Message)]))
                { Pointer = diagnostic.Pointer });
            }
        }

        foreach (TranslationDiagnostic diagnostic in result.Diagnostics)
        {
            if (limit.TryAdd(diagnostic.Descriptor))
            {
                diagnostics.Add(new LocatedDiagnostic(diagnostic.Descriptor, document.Locate(diagnostic.Pointer), diagnostic.Arguments) { Pointer = diagnostic.Pointer });
            }
        }

        if (document.IsCut || result.IsCut || limit.IsExceeded)
        {
            string most = DiagnosticLimit.Maximum.ToString("N0", CultureInfo.InvariantCulture);
            diagnostics.Add(LocatedDiagnostic.OfFile(DiagnosticDescriptors.MoreDiagnostics, path, most));
        }

        return diagnostics;
    }
}
