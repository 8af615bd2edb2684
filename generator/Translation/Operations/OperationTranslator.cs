using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

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
    /// <param name="methods">Names of the group's methods.</param>
    /// <exception cref="OperationProblemException">The operation cannot be expressed.</exception>
    public TranslatedOperation Translate(NamedOperation named, ErrorTranslator errors, UniqueNames methods)
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
        List<FormResult> forms = results.Translate(named, ranges, notes);
        FormResult first = forms[0];
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
            first.Result,
            Errors: null,
            security.Translate(named.Source),
            servers.Translate(named.Source),
            _paging.Translate(named, translated.Reference, first.Result, ranges, methods),
            operation.Deprecated,
            OperationDocs.OfOperation(named, notes),
            errorDocs)
        {
            Accept = first.Accept,
            HasIdempotencyKey = translated.HasIdempotencyKey,
            Returns = first.Result.Kind == ResultKind.None ? null : OperationDocs.OfResult(StatusRange.Successes(ranges)),
            IsOverloaded = IsOverloaded(named.Name),
        };
        context.Output.AddOperation(model);
        return new TranslatedOperation(model, TranslateForms(named, model, forms, notes, methods), errorEntries, translated.Model);
    }

    // The other forms of a success take what the first one takes.
    private List<OperationModel> TranslateForms(
        NamedOperation named, OperationModel first, List<FormResult> forms, List<string> notes, UniqueNames methods)
    {
        List<OperationModel> models = [];
        foreach (FormResult form in forms.Skip(1))
        {
            string name = NameOf(named, form.Form, methods);
            OperationModel model = first with
            {
                Name = name,
                FormOf = first.Name,
                Result = form.Result,
                Accept = form.Accept,
                Paging = null,
                Doc = OperationDocs.OfOperation(named, [.. notes, $"Like {first.Name}Async, but asks for {AcceptHeader.First(form.Accept) ?? "events"}."]),
                IsOverloaded = IsOverloaded(name),
            };
            context.Output.AddOperation(model);
            models.Add(model);
        }

        return models;
    }

    // ChatStreaming, ReportStream; where that is an operation's own name, with a number.
    private static string NameOf(NamedOperation named, AnswerForm form, UniqueNames methods) =>
        methods.Take(Identifiers.Join(named.Name, form == AnswerForm.Sequence ? "Streaming" : "Stream"));

    // What the base class of a group has.
    private static bool IsOverloaded(string name) => name is "Send" or "SendWithResponse" or "Stream" or "StreamEvents" or "All";

    private static void AddHeaders(List<StatusRange> ranges, List<string> notes)
    {
        SortedSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (StatusRange range in StatusRange.Successes(ranges))
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
/// <param name="Forms">The same operation in the other forms in which its success can be had.</param>
/// <param name="Errors">Its error table; empty for none.</param>
/// <param name="Parameters">Its parameters object, or null.</param>
internal sealed record TranslatedOperation(
    OperationModel Model, List<OperationModel> Forms, List<ErrorEntryModel> Errors, ParametersModel? Parameters);
