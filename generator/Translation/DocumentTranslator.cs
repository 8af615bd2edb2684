using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Ids;
using ClerkGen.Generator.Translation.Operations;
using ClerkGen.Generator.Translation.Samples;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Translation;

/// <summary>Turns a document into the model of its client.</summary>
internal static class DocumentTranslator
{
    /// <summary>Translates.</summary>
    /// <param name="document">The document; one that could not be read gives an empty model.</param>
    /// <param name="options">The document's options in the project.</param>
    /// <param name="facts">The facts about the consumer's project that emitted code needs.</param>
    /// <exception cref="WorkLimitException">The document takes more steps than there are.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static TranslationResult Translate(
        ReadDocument document, DocumentOptions options, ConsumerFacts facts)
    {
        if (document.Document is null)
        {
            return new TranslationResult(new ClientModel(EquatableArray<FileModel>.Empty), EquatableArray<TranslationDiagnostic>.Empty, false, OutputSize.Maximum, OutputSize.Maximum, 0);
        }

        TranslationContext context = new(document.Document, options, facts, document.Budget, document.Characters) { Version = document.Version };
        try
        {
            return Translate(document, context);
        }
        catch (OutputTooLargeException)
        {
            return TranslationResult.TooLarge(context.Output.Limit);
        }
    }

    private static TranslationResult Translate(ReadDocument document, TranslationContext context)
    {
        SchemaTranslator schemas = new(context, context.Options.StrongIds ? planner => new StrongIds(planner, context) : null);
        ClientTranslator client = new(context, schemas);
        client.Plan();
        schemas.Unite();
        client.PlanUnions();
        schemas.DecideNames();
        List<FileModel> files = [.. client.Translate(), .. schemas.Complete()];
        if ((context.Facts.HasOpenApi || context.Facts.HasSwaggerGen) && files.Count > 0)
        {
            files.Add(WireSchemas.Of(files, context));
        }

        if (context.Options.Samples && files.Count > 0)
        {
            files.Add(new SampleTranslator(context, schemas).Translate(files, document.Root!, document.Locate));
        }

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
            context.Diagnostics.IsCut,
            context.Output.Limit,
            context.Output.CodeLimit,
            context.Output.Characters);
    }
}

/// <summary>The result of translating a document.</summary>
/// <param name="Model">The client.</param>
/// <param name="Diagnostics">The diagnostics.</param>
/// <param name="IsCut">Whether diagnostics were dropped.</param>
/// <param name="Limit">How much may be emitted, in characters.</param>
/// <param name="CodeLimit">How much of it may be code, in characters.</param>
/// <param name="Characters">Lower bound of the emitted text, in characters.</param>
internal sealed record TranslationResult(
    ClientModel Model, EquatableArray<TranslationDiagnostic> Diagnostics, bool IsCut, int Limit, int CodeLimit, int Characters)
{
    /// <summary>No client, because it would be too large. Other diagnostics no longer matter.</summary>
    public static TranslationResult TooLarge(int limit) => Nothing(DiagnosticDescriptors.OutputTooLarge, limit);

    /// <summary>No client, because compiling it would take too long.</summary>
    public static TranslationResult TooMuchCode(int limit) => Nothing(DiagnosticDescriptors.TooMuchCode, limit);

    /// <summary>No client, since its texts would not fit into an assembly.</summary>
    public static TranslationResult TooManyLiterals { get; } = Nothing(DiagnosticDescriptors.TooManyLiterals, OutputSize.MaximumOfLiterals);

    private static TranslationResult Nothing(DiagnosticDescriptor descriptor, int limit) => new(
        new ClientModel(EquatableArray<FileModel>.Empty),
        new EquatableArray<TranslationDiagnostic>(
            [new(descriptor, "", new EquatableArray<string>([limit.ToString("N0", CultureInfo.InvariantCulture)]))]),
        false,
        limit,
        limit,
        0);
}
