using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>Translates one operation from its parts.</summary>
internal sealed class OperationTranslator(
    TranslationContext context,
    ParameterTranslator parameters,
    ResultTranslator results,
    SecurityTranslator security,
    ServerTranslator servers)
{
    private readonly BodyTranslator _bodies = new(context);
    private readonly PagingTranslator _paging = new(context);
    private readonly WebhookTranslator _webhooks = new(context);

    /// <summary>Translates.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="errors">Exceptions and error tables of the client.</param>
    /// <param name="isTaken">Whether an operation of the group has this name.</param>
    /// <exception cref="OperationProblemException">The operation cannot be expressed.</exception>
    public TranslatedOperation Translate(NamedOperation named, ErrorTranslator errors, Predicate<string> isTaken)
    {
        OpenApiOperation operation = named.Source.Operation;
        if (named.Source.Method is "CONNECT")
        {
            throw new OperationProblemException("its method opens a tunnel");
        }

        List<string> notes = [];
        List<StatusRange> ranges = StatusRange.Read(named.Source, context.Diagnostics);
        OperationParameters translated = parameters.Translate(named);
        BodyModel? body = _bodies.Translate(named, notes);
        ResultModel result = results.Translate(named, ranges);
        List<ErrorEntryModel> errorEntries = errors.Translate(named, ranges, out EquatableArray<ErrorDocModel> errorDocs);
        AddHeaders(ranges, notes);
        _webhooks.TranslateCallbacks(named);
        OperationModel model = new(
            named.Name,
            named.Id,
            named.Source.Method,
            named.Source.Path,
            translated.Path,
            translated.PathParameters,
            body,
            translated.Reference,
            result,
            Errors: null,
            security.Translate(named.Source),
            servers.Translate(named.Source),
            _paging.Translate(named, translated.Reference, result, ranges, isTaken),
            operation.Deprecated,
            OperationDocs.OfOperation(named, notes),
            errorDocs)
        {
            Returns = result.Kind == ResultKind.None ? null : OperationDocs.OfResult(ResultTranslator.Successes(ranges)),
            IsOverloaded = named.Name is "Send" or "SendWithResponse" or "Stream" or "All",
        };
        context.Output.AddOperation(model);
        return new TranslatedOperation(model, errorEntries, translated.Model);
    }

    private static void AddHeaders(List<StatusRange> ranges, List<string> notes)
    {
        SortedSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (StatusRange range in ResultTranslator.Successes(ranges))
        {
            names.UnionWith(range.Target.Headers?.Keys ?? (IEnumerable<string>)[]);
        }

        if (names.Count > 0)
        {
            notes.Add("Headers of the response: " + string.Join(", ", names) + ".");
        }
    }
}

/// <summary>An operation and what goes with it.</summary>
/// <param name="Model">The operation, not yet with the name of its error table.</param>
/// <param name="Errors">Its error table; empty for none.</param>
/// <param name="Parameters">Its parameters object, or null.</param>
internal sealed record TranslatedOperation(OperationModel Model, List<ErrorEntryModel> Errors, ParametersModel? Parameters);
