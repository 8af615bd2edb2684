using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;

namespace ClerkGen.Generator.Translation;

/// <summary>Turns a document into the model of its client.</summary>
internal static class DocumentTranslator
{
    /// <summary>Translates.</summary>
    /// <param name="document">The document; one that could not be read gives an empty model.</param>
    /// <param name="options">What the consumer's project says about it.</param>
    /// <param name="facts">What emitted code has to know of the consumer's project.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    public static TranslationResult Translate(
        ReadDocument document, DocumentOptions options, ConsumerFacts facts, CancellationToken cancellationToken)
    {
        if (document.Document is null)
        {
            return new TranslationResult(new ClientModel(EquatableArray<FileModel>.Empty), EquatableArray<TranslationDiagnostic>.Empty);
        }

        TranslationContext context = new(document.Document, options, facts, cancellationToken);

        // Operations are translated twice: the first time only to learn which types there will be and what they would like to be called.
        ClientTranslator client = new(context);
        client.Translate();
        context.DecideNames();
        List<FileModel> files = [.. client.Translate(), .. context.Schemas.Complete()];
        files.Sort(static (left, right) => string.CompareOrdinal(left.HintName, right.HintName));
        if (files.Count == 0 && document.Diagnostics.Count == 0 && context.Diagnostics.Items.Count == 0)
        {
            // Everything else that leaves nothing has been reported; nothing at all would only show as a client that is not found.
            context.Diagnostics.Report(DiagnosticDescriptors.NothingEmitted, "");
        }

        return new TranslationResult(
            new ClientModel(files.ToEquatableArray()), new EquatableArray<TranslationDiagnostic>([.. context.Diagnostics.Items]));
    }
}

/// <summary>What translation made of a document.</summary>
/// <param name="Model">The client.</param>
/// <param name="Diagnostics">What its user should know.</param>
internal sealed record TranslationResult(ClientModel Model, EquatableArray<TranslationDiagnostic> Diagnostics);
