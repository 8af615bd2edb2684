using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Translates one operation from its parts: plans their types first, and makes the model when names are decided.</summary>
internal sealed class OperationTranslator(
    TranslationContext context,
    SchemaTranslator schemas,
    ParameterTranslator parameters,
    SecurityTranslator security,
    ServerTranslator servers)
{
    private readonly BodyTranslator _bodies = new(context, schemas);
    private readonly ResultTranslator _results = new(context, schemas);
    private readonly ErrorTranslator _errors = new(context, schemas);
    private readonly PagingTranslator _paging = new(context, schemas);
    private readonly WebhookPlanner _webhooks = new(context, schemas);

    /// <summary>Exceptions and error tables of all translated operations.</summary>
    public ErrorTranslator Errors => _errors;

    /// <summary>Plans the types of an operation.</summary>
    /// <exception cref="OperationProblemException">The operation cannot be expressed.</exception>
    public OperationPlan Plan(NamedOperation named)
    {
        if (named.Source.Method is "CONNECT")
        {
            throw new OperationProblemException("its method opens a tunnel");
        }

        named.Source.Report(context.Diagnostics);
        List<StatusRange> ranges = named.Source.Responses;
        OperationPlan plan = new(
            named, parameters.Plan(named), _bodies.Plan(named), _results.Plan(named, ranges), _errors.Plan(named, ranges));
        _webhooks.PlanCallbacks(named);
        return plan;
    }

    /// <summary>Plans the unions of an operation's successes, when equal types are known.</summary>
    public void PlanUnions(OperationPlan plan) => _results.PlanUnions(plan.Named, plan.Results);

    /// <summary>Translates an operation, when names are decided.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="methods">Names of the group's methods.</param>
    public TranslatedOperation Translate(OperationPlan plan, UniqueNames methods)
    {
        NamedOperation named = plan.Named;
        List<StatusRange> ranges = named.Source.Responses;
        OpenApiOperation operation = named.Source.Operation;
        List<string> notes = [];
        OperationParameters translated = parameters.Translate(named, plan.Parameters);
        BodyModel? body = plan.Body is null ? null : _bodies.Translate(plan.Body, notes);
        List<FormResult> forms = _results.Translate(plan.Results, notes);
        FormResult first = forms[0];
        List<ErrorEntryModel> errorEntries = _errors.Translate(ranges, plan.Errors, out EquatableArray<ErrorDocModel> errorDocs);
        AddHeaders(ranges, notes);
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
            _paging.Translate(named, translated.Reference, first.Result, first.Pages, ranges, methods),
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

    // The other forms of a success have the same parameters as the first.
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
                Doc = OperationDocs.OfOperation(named, [.. notes, $"Like {first.Name}Async, but requests {AcceptHeader.First(form.Accept) ?? "events"}."]),
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

    // The members of a group's base class.
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

/// <summary>An operation whose types are planned.</summary>
/// <param name="Named">The operation.</param>
/// <param name="Parameters">Its path and parameters.</param>
/// <param name="Body">Its body, or null.</param>
/// <param name="Results">Its successes.</param>
/// <param name="Errors">Its errors.</param>
internal sealed record OperationPlan(
    NamedOperation Named, ParameterPlan Parameters, BodyPlan? Body, ResultPlan Results, List<ErrorPlan> Errors);

/// <summary>An operation and what goes with it.</summary>
/// <param name="Model">The operation, not yet with the name of its error table.</param>
/// <param name="Forms">The same operation in the other forms in which its success can be had.</param>
/// <param name="Errors">Its error table; empty for none.</param>
/// <param name="Parameters">Its parameters object, or null.</param>
internal sealed record TranslatedOperation(
    OperationModel Model, List<OperationModel> Forms, List<ErrorEntryModel> Errors, ParametersModel? Parameters);
