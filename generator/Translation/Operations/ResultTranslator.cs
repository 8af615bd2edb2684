using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates successes: one result for each form in which they can be had. Values that differ become a union by status and media type; a
/// status without body next to one with a body makes the value nullable. <c>default</c> is a success only when no other is documented.
/// </summary>
internal sealed class ResultTranslator(TranslationContext context, SchemaTranslator schemas)
{
    private readonly SequenceTranslator _sequences = new(schemas);

    /// <summary>Plans the types of an operation's successes.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="ranges">All documented responses.</param>
    public ResultPlan Plan(NamedOperation named, List<StatusRange> ranges)
    {
        List<StatusRange> successes = StatusRange.Successes(ranges);
        if (ranges.Count > 0 && successes.Count == 0)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.NoSuccess, named.Source.Pointer, named.Source.Title);
        }

        Dictionary<(StatusRange, MediaTypeEntry), PlannedType> json = [];
        DocumentedAnswers answers = DocumentedAnswers.Read(
            named.Source.Method, successes, (range, entry) => schemas.IsBinary(PlanJson(named, range, entry, json)));
        ResultPlan plan = new(answers, ranges.FindAll(range => !range.IsSuccess && !successes.Contains(range)));
        if (answers.IsMixed)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.MixedSuccesses, named.Source.Pointer, named.Source.Title);
        }

        foreach (AnswerForm form in answers.Forms)
        {
            List<DocumentedAnswer> own = answers.IsMixed ? answers.All : answers.Of(form);
            plan.Forms.Add(form switch
            {
                AnswerForm.Value => new FormPlan(form, own, Values: PlanValues(named, own, json)),
                AnswerForm.Sequence => new FormPlan(form, own, Sequence: PlanSequence(named, own, answers.LeftOut)),
                _ => new FormPlan(form, own, Stream: PlanStream(own[0].Entry.Pointer + "/schema")),
            });
        }

        return plan;
    }

    /// <summary>Plans the unions of successes that differ, when equal types are known.</summary>
    public void PlanUnions(NamedOperation named, ResultPlan plan)
    {
        foreach (FormPlan form in plan.Forms)
        {
            if (form.Sequence is not null)
            {
                _sequences.PlanUnion(named, form.Sequence);
            }

            foreach (ValuePlan value in form.Values ?? [])
            {
                if (!form.Distinct.Exists(other => IsAlike(value, other)))
                {
                    form.Distinct.Add(value);
                }
            }

            if (form.Distinct.Count > 1)
            {
                form.Union = PlanUnion(named, form.Distinct);
            }
        }
    }

    /// <summary>Translates the successes of an operation.</summary>
    /// <param name="plan">Their types.</param>
    /// <param name="notes">Receives the docs.</param>
    /// <returns>At least one. The operation's own method returns the first.</returns>
    public List<FormResult> Translate(ResultPlan plan, List<string> notes)
    {
        if (plan.Forms.Count == 0)
        {
            return [new FormResult(AnswerForm.Value, ResultModel.None, AcceptHeader.Of([], plan.Errors, isChoice: false))];
        }

        List<FormResult> results = [];
        foreach (FormPlan form in plan.Forms)
        {
            ResultModel result = form switch
            {
                { Sequence: { } sequence } => _sequences.Translate(sequence),
                { Stream: { } stream } => new ResultModel(ResultKind.Stream, schemas.TypeOf(stream), false, EquatableArray<AnswerModel>.Empty),
                _ => TranslateValues(form, plan.Answers.Bodiless),
            };
            bool isChoice = result.Answers.Any(static answer => answer.MediaType == "application/json");
            string? accept = AcceptHeader.Of(form.Answers.Select(static answer => answer.Entry), plan.Errors, isChoice);
            results.Add(new FormResult(form.Form, result, accept) { Pages = PagesOf(plan, form) });
        }

        if (plan.Answers.LeftOut.Count > 0)
        {
            notes.Add("The API can also return " + string.Join(", ", plan.Answers.LeftOut) + ". The client does not request " + (plan.Answers.LeftOut.Count == 1 ? "it." : "them."));
        }

        return results;
    }

    private List<ValuePlan> PlanValues(
        NamedOperation named, List<DocumentedAnswer> answers, Dictionary<(StatusRange, MediaTypeEntry), PlannedType> planned)
    {
        List<ValuePlan> values = [];
        foreach (DocumentedAnswer answer in answers)
        {
            MediaTypeEntry entry = answer.Entry;
            if (entry.Kind == MediaTypeKind.Json)
            {
                bool isNullable = entry.Content.Schema is { } schema && schemas.IsNullable(schema);
                values.Add(new ValuePlan(answer, ResultKind.Json, PlanJson(named, answer.Range, entry, planned), isNullable));
                continue;
            }

            entry.ReportUnusable(context.Diagnostics);
            DocumentedAnswer? json = answers.Find(other => other.Range == answer.Range && other.Entry.Kind == MediaTypeKind.Json);
            PlannedType own = json is null ? PlannedType.String : PlanJson(named, json.Range, json.Entry, planned);
            values.Add(new ValuePlan(answer, schemas.IsString(own) ? ResultKind.Text : ResultKind.Json, own, false));
        }

        // A string is read by the response's media type if one response may be plain text.
        bool hasText = values.Exists(static value => value.Kind == ResultKind.Text);
        return values.ConvertAll(value => hasText && schemas.IsString(value.Type) ? value with { Kind = ResultKind.Text } : value);
    }

    private PlannedType PlanJson(
        NamedOperation named, StatusRange range, MediaTypeEntry entry, Dictionary<(StatusRange, MediaTypeEntry), PlannedType> planned)
    {
        if (!planned.TryGetValue((range, entry), out PlannedType? type))
        {
            IOpenApiSchema? schema = entry.Content.Schema ?? entry.Content.ItemSchema;
            string pointer = entry.Pointer + (entry.Content.Schema is null && schema is not null ? "/itemSchema" : "/schema");
            type = schemas.PlanBody(schema ?? new OpenApiSchema(), pointer, NameOf(named, range, entry), SchemaUse.Received);
            planned.Add((range, entry), type);
        }

        return type;
    }

    private SequencePlan PlanSequence(NamedOperation named, List<DocumentedAnswer> answers, SortedSet<string> leftOut)
    {
        // The same items in another frame. Events describe more.
        DocumentedAnswer chosen = answers.Find(static answer => answer.Entry.Kind == MediaTypeKind.ServerSentEvents) ?? answers[0];
        leftOut.UnionWith(answers.Where(answer => answer.Entry.Kind != chosen.Entry.Kind).Select(static answer => answer.Entry.Name));
        answers.RemoveAll(answer => answer.Entry.Kind != chosen.Entry.Kind);
        return _sequences.Plan(named, chosen.Entry, NameOf(named, chosen.Range, chosen.Entry));
    }

    private PlannedType PlanStream(string pointer) => schemas.PlanBody(
        new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, pointer, SuggestedName.From("Content"), SchemaUse.Received);

    private PlannedType PlanUnion(NamedOperation named, List<ValuePlan> distinct)
    {
        OpenApiSchema schema = new() { OneOf = [] };
        foreach (ValuePlan value in distinct)
        {
            schema.OneOf.Add(value.Kind == ResultKind.Text || value.Answer.Entry.Content.Schema is not { } own
                ? new OpenApiSchema { Type = value.Kind == ResultKind.Text ? JsonSchemaType.String : null }
                : own);
        }

        SuggestedName name = SuggestedName.From(named.TypeStem).Then("Result") with { VariantScope = ScopeOf(named), UnionScope = named.Source.Pointer };
        return schemas.PlanBody(schema, named.Source.Pointer + "/responses", name, SchemaUse.Received);
    }

    private bool IsAlike(ValuePlan left, ValuePlan right) => left.Kind == right.Kind && schemas.AreEqual(left.Type, right.Type);

    // One type for all responses, or a union of them by status and, where one status has several, by media type.
    private ResultModel TranslateValues(FormPlan form, List<StatusRange> bodiless)
    {
        if (form.Union is not null)
        {
            return TranslateUnion(form, schemas.TypeOf(form.Union), bodiless);
        }

        List<ValuePlan> values = form.Values!;
        TypeReference type = schemas.TypeOf(values[0].Type);
        bool isNullable = values.Exists(static value => value.IsNullable) || (bodiless.Count > 0 && values.Exists(static value => value.Answer.Entry.Kind == MediaTypeKind.Json));
        return new ResultModel(values[0].Kind, type, isNullable && type is not AnyType, EquatableArray<AnswerModel>.Empty);
    }

    private ResultModel TranslateUnion(FormPlan form, TypeReference type, List<StatusRange> bodiless)
    {
        EquatableArray<VariantModel> variants = (schemas.FindEmitted(type) as UnionModel)?.Variants ?? EquatableArray<VariantModel>.Empty;
        List<AnswerModel> answers = [];
        foreach (ValuePlan value in form.Values!)
        {
            StatusRange range = value.Answer.Range;
            TypeReference own = schemas.TypeOf(value.Type);
            int variant = IndexOf(variants, own, form.Distinct, value);
            bool hasOther = form.Values.Exists(other => other.Answer.Range == range && !IsAlike(other, value));
            answers.Add(new AnswerModel(
                range.From,
                range.To,
                hasOther ? AcceptHeader.NameOf(value.Answer.Entry) : null,
                value.Kind,
                variant,
                variant < 0 ? own : variants[variant].Type));
        }

        // Types that turned out to be one, or any JSON: then statuses and media types make no difference.
        bool isUnion = answers.TrueForAll(static answer => answer.Variant >= 0);
        foreach (StatusRange range in bodiless)
        {
            answers.Add(new AnswerModel(range.From, range.To, null, ResultKind.None, -1, null));
        }

        // The most specific status first.
        answers = [.. answers.Distinct().OrderBy(static answer => answer.To - answer.From).ThenBy(static answer => answer.From)];
        return isUnion
            ? new ResultModel(ResultKind.Json, type, bodiless.Count > 0, answers.ToEquatableArray())
            : new ResultModel(ResultKind.Json, type, bodiless.Count > 0 && type is not AnyType, EquatableArray<AnswerModel>.Empty);
    }

    // One status with several JSON types. A request can ask for each of them alone.
    private List<PageAnswerModel> PagesOf(ResultPlan plan, FormPlan form)
    {
        List<PageAnswerModel> pages = [];
        List<ValuePlan> values = form.Union is null ? [] : form.Values!;
        if (plan.Answers.Bodiless.Count > 0 || values.Exists(value => value.Answer.Range != values[0].Answer.Range))
        {
            return pages;
        }

        foreach (ValuePlan value in values.OrderBy(static value => value.Answer.Entry.Name == "application/json" ? 0 : 1))
        {
            // The union takes lists together. The list itself has its own items.
            TypeReference type = schemas.TypeOf(value.Type);
            if (value.Kind == ResultKind.Json && !value.IsNullable && !value.Answer.Entry.IsRange)
            {
                pages.Add(new PageAnswerModel(
                    new ResultModel(ResultKind.Json, type, false, EquatableArray<AnswerModel>.Empty),
                    AcceptHeader.Of([value.Answer.Entry], plan.Errors, isChoice: false)));
            }
        }

        return pages;
    }

    // The variant of the same type. A type in a response of several operations has another name there, but the same place.
    private int IndexOf(EquatableArray<VariantModel> variants, TypeReference type, List<ValuePlan> distinct, ValuePlan value)
    {
        for (int i = 0; i < variants.Count; i++)
        {
            if (variants[i].Type == type)
            {
                return i;
            }
        }

        return variants.Count == distinct.Count ? distinct.FindIndex(other => IsAlike(value, other)) : -1;
    }

    // A response that several operations share gives its types its own name. Others belong to their operation, because a caller does not
    // look for a result under another operation's name. Media types next to JSON name their variants.
    private static SuggestedName NameOf(NamedOperation named, StatusRange range, MediaTypeEntry entry)
    {
        bool isPlain = MediaTypes.Find(range.Content, entry.Kind)?.Key == entry.Key;
        string kind = isPlain ? "" : Identifiers.Pascal(MediaTypes.Word(entry.Name), "");
        return range.Component is { } id
            ? SuggestedName.From(Identifiers.Join(Identifiers.Pascal(id, "Type"), kind)).Or("Response") with { Scope = range.Pointer }
            : SuggestedName.From(named.TypeStem).Then(kind + "Response").Or("Body") with
            {
                Scope = ScopeOf(named),
                UnionScope = named.Source.Pointer,
            };
    }

    private static string ScopeOf(NamedOperation named) => named.Source.Pointer + "/responses";
}

/// <summary>The result of a method.</summary>
/// <param name="Form">The form in which it gives the success.</param>
/// <param name="Result">The result.</param>
/// <param name="Accept">Value of <c>Accept</c>, or null for the result's default.</param>
internal sealed record FormResult(AnswerForm Form, ResultModel Result, string? Accept)
{
    /// <summary>The JSON types of a single status, or empty if it has one. A request can ask for each alone.</summary>
    public List<PageAnswerModel> Pages { get; init; } = [];
}

/// <summary>The successes of an operation with their planned types.</summary>
/// <param name="Answers">How they are documented.</param>
/// <param name="Errors">The responses that are none.</param>
internal sealed record ResultPlan(DocumentedAnswers Answers, List<StatusRange> Errors)
{
    /// <summary>The forms in which a success can be had.</summary>
    public List<FormPlan> Forms { get; } = [];
}

/// <summary>One form of success with its planned types: values, a sequence, or a stream.</summary>
/// <param name="Form">The form.</param>
/// <param name="Answers">The responses that have it.</param>
internal sealed record FormPlan(
    AnswerForm Form, List<DocumentedAnswer> Answers, List<ValuePlan>? Values = null, SequencePlan? Sequence = null, PlannedType? Stream = null)
{
    /// <summary>The values that are read differently.</summary>
    public List<ValuePlan> Distinct { get; } = [];

    /// <summary>The union of values that differ, or null when they are all alike.</summary>
    public PlannedType? Union { get; set; }
}

/// <summary>A success with a value.</summary>
/// <param name="Answer">Where it is documented.</param>
/// <param name="Kind">How its body is read.</param>
/// <param name="Type">Type of its body.</param>
/// <param name="IsNullable">Whether the body may be null.</param>
internal sealed record ValuePlan(DocumentedAnswer Answer, ResultKind Kind, PlannedType Type, bool IsNullable);
