using System.Globalization;
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
            return new TranslationResult(new ClientModel(EquatableArray<FileModel>.Empty), EquatableArray<TranslationDiagnostic>.Empty, 0);
        }

        TranslationContext context = new(document.Document, options, facts, cancellationToken);
        try
        {
            return Translate(document, context);
        }
        catch (OutputTooLargeException)
        {
            return TranslationResult.TooLarge;
        }
    }

    private static TranslationResult Translate(ReadDocument document, TranslationContext context)
    {
        // Operations are translated twice: the first time only to learn which types there will be and what they would like to be called.
        ClientTranslator client = new(context);
        client.Translate();
        context.DecideNames();
        List<FileModel> files = [.. client.Translate(), .. context.Schemas.Complete()];
        files.Sort(static (left, right) => string.CompareOrdinal(left.HintName, right.HintName));
        if (client.LeavesNothing || (!client.HasOperations && document.LosesPaths))
        {
            context.Diagnostics.Report(DiagnosticDescriptors.NothingLeft, "/paths");
        }
        else if (files.Count == 0)
        {
            // Otherwise it would only show as a client that is not found.
            context.Diagnostics.Report(DiagnosticDescriptors.NothingEmitted, "");
        }

        return new TranslationResult(
            new ClientModel(files.ToEquatableArray()),
            new EquatableArray<TranslationDiagnostic>([.. context.Diagnostics.Items]),
            context.Output.Characters);
    }
}

/// <summary>What translation made of a document.</summary>
/// <param name="Model">The client.</param>
/// <param name="Diagnostics">What its user should know.</param>
/// <param name="Characters">How much will be emitted at least, as far as it was counted.</param>
internal sealed record TranslationResult(ClientModel Model, EquatableArray<TranslationDiagnostic> Diagnostics, int Characters)
{
    /// <summary>No client, since it would be too large; what else there is to say no longer matters.</summary>
    public static TranslationResult TooLarge { get; } = new(
        new ClientModel(EquatableArray<FileModel>.Empty),
        new EquatableArray<TranslationDiagnostic>(
            [new(DiagnosticDescriptors.OutputTooLarge, "", new EquatableArray<string>([OutputSize.Maximum.ToString("N0", CultureInfo.InvariantCulture)]))]),
        0);
}
