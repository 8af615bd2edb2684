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
/// status without body beside one with a body makes the value nullable. <c>default</c> is a success only when no other is documented.
/// </summary>
internal sealed class ResultTranslator(TranslationContext context)
{
    private readonly SequenceTranslator _sequences = new(context);

    // One schema object per place, over both looks at the document.
    private readonly Dictionary<string, OpenApiSchema> _unions = new(StringComparer.Ordinal);

    /// <summary>Translates the successes of an operation.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="ranges">All documented responses.</param>
    /// <param name="notes">Takes what the docs have to say.</param>
    /// <returns>At least one; the first is what the operation's own method returns.</returns>
    public List<FormResult> Translate(NamedOperation named, List<StatusRange> ranges, List<string> notes)
    {
        List<StatusRange> successes = StatusRange.Successes(ranges);
        if (ranges.Count > 0 && successes.Count == 0)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.NoSuccess, named.Source.Pointer, named.Source.Title);
        }

        DocumentedAnswers answers = DocumentedAnswers.Read(
            named.Source.Method, successes, (range, entry) => TranslateJson(named, range, entry).Kind == TypeKind.Binary);
        List<StatusRange> errors = ranges.FindAll(range => !range.IsSuccess && !successes.Contains(range));
        if (answers.Forms.Count == 0)
        {
            return [new FormResult(AnswerForm.Value, ResultModel.None, AcceptHeader.Of([], errors, isChoice: false))];
        }

        if (answers.IsMixed)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.MixedSuccesses, named.Source.Pointer, named.Source.Title);
        }

        List<FormResult> results = [];
        foreach (AnswerForm form in answers.Forms)
        {
            List<DocumentedAnswer> own = answers.IsMixed ? answers.All : answers.Of(form);
            ResultModel result = form switch
            {
                AnswerForm.Value => TranslateValues(named, own, answers.Bodiless),
                AnswerForm.Sequence => TranslateSequence(named, own, answers.LeftOut),
                _ => new ResultModel(ResultKind.Stream, StreamType(own[0].Entry.Pointer + "/schema"), false, EquatableArray<AnswerModel>.Empty),
            };
            bool isChoice = result.Answers.Any(static answer => answer.MediaType == "application/json");
            results.Add(new FormResult(form, result, AcceptHeader.Of(own.Select(static answer => answer.Entry), errors, isChoice)));
        }

        if (answers.LeftOut.Count > 0)
        {
            notes.Add("The API also answers with " + string.Join(", ", answers.LeftOut) + ", which is not asked for.");
        }

        return results;
    }

    // One type for all answers, or a union of them by status and, where one status has several, by media type.
    private ResultModel TranslateValues(NamedOperation named, List<DocumentedAnswer> answers, List<StatusRange> bodiless)
    {
        List<Value> values = [];
        foreach (DocumentedAnswer answer in answers)
        {
            values.Add(TranslateValue(named, answer, answers));
        }

        // A string is read by what the answer says it is, as soon as one answer may be the text itself.
        bool hasText = values.Exists(static value => value.Kind == ResultKind.Text);
        values = values.ConvertAll(value => hasText && value.Type == ScalarTypes.String ? value with { Kind = ResultKind.Text } : value);
        List<Value> distinct = [];
        foreach (Value value in values)
        {
            if (!distinct.Exists(value.HasTypeOf))
            {
                distinct.Add(value);
            }
        }

        if (distinct.Count > 1)
        {
            return Unite(named, values, distinct, bodiless);
        }

        Value only = distinct[0];
        bool isNullable = values.Exists(static value => value.IsNullable) || (bodiless.Count > 0 && values.Exists(static value => value.Answer.Entry.Kind == MediaTypeKind.Json));
        return new ResultModel(only.Kind, only.Type, isNullable && only.Type.Kind != TypeKind.Any, EquatableArray<AnswerModel>.Empty);
    }

    private Value TranslateValue(NamedOperation named, DocumentedAnswer answer, List<DocumentedAnswer> all)
    {
        MediaTypeEntry entry = answer.Entry;
        if (entry.Kind == MediaTypeKind.Json)
        {
            TypeReference type = TranslateJson(named, answer.Range, entry);
            bool isNullable = entry.Content.Schema is { } schema && context.Schemas.IsNullable(schema);
            return new Value(answer, ResultKind.Json, type, isNullable);
        }

        entry.ReportUnusable(context.Diagnostics);
        DocumentedAnswer? json = all.Find(other => other.Range == answer.Range && other.Entry.Kind == MediaTypeKind.Json);
        TypeReference own = json is null ? ScalarTypes.String : TranslateJson(named, json.Range, json.Entry);
        return new Value(answer, own == ScalarTypes.String ? ResultKind.Text : ResultKind.Json, own, false);
    }

    private TypeReference TranslateJson(NamedOperation named, StatusRange range, MediaTypeEntry entry)
    {
        IOpenApiSchema? schema = entry.Content.Schema ?? entry.Content.ItemSchema;
        string pointer = entry.Pointer + (entry.Content.Schema is null && schema is not null ? "/itemSchema" : "/schema");
        return context.Schemas.TranslateBody(schema ?? new OpenApiSchema(), pointer, NameOf(named, range, entry), SchemaUse.Received);
    }

    private ResultModel TranslateSequence(NamedOperation named, List<DocumentedAnswer> answers, SortedSet<string> leftOut)
    {
        // The same items in another frame; that of events says more about them.
        DocumentedAnswer chosen = answers.Find(static answer => answer.Entry.Kind == MediaTypeKind.ServerSentEvents) ?? answers[0];
        leftOut.UnionWith(answers.Where(answer => answer.Entry.Kind != chosen.Entry.Kind).Select(static answer => answer.Entry.Name));
        answers.RemoveAll(answer => answer.Entry.Kind != chosen.Entry.Kind);
        return _sequences.Translate(named, chosen.Entry, NameOf(named, chosen.Range, chosen.Entry));
    }

    private ResultModel Unite(NamedOperation named, List<Value> values, List<Value> distinct, List<StatusRange> bodiless)
    {
        string pointer = named.Source.Pointer + "/responses";
        if (!_unions.TryGetValue(pointer, out OpenApiSchema? schema))
        {
            schema = new OpenApiSchema { OneOf = [] };
            foreach (Value value in distinct)
            {
                schema.OneOf.Add(value.Kind == ResultKind.Text || value.Answer.Entry.Content.Schema is not { } own
                    ? new OpenApiSchema { Type = value.Kind == ResultKind.Text ? JsonSchemaType.String : null }
                    : own);
            }

            _unions.Add(pointer, schema);
        }

        SuggestedName name = SuggestedName.From(named.TypeStem).Then("Result") with { VariantScope = ScopeOf(named) };
        TypeReference type = context.Schemas.TranslateBody(schema, pointer, name, SchemaUse.Received);
        EquatableArray<VariantModel> variants = (context.Schemas.FindEmitted(type) as UnionModel)?.Variants ?? EquatableArray<VariantModel>.Empty;
        List<AnswerModel> answers = [];
        foreach (Value value in values)
        {
            StatusRange range = value.Answer.Range;
            int variant = IndexOf(variants, value, distinct);
            bool hasOther = values.Exists(other => other.Answer.Range == range && !other.HasTypeOf(value));
            answers.Add(new AnswerModel(
                range.From,
                range.To,
                hasOther ? AcceptHeader.NameOf(value.Answer.Entry) : null,
                value.Kind,
                variant,
                variant < 0 ? value.Type : variants[variant].Type));
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
            : new ResultModel(ResultKind.Json, type, bodiless.Count > 0 && type.Kind != TypeKind.Any, EquatableArray<AnswerModel>.Empty);
    }

    // The variant of the same type; a type that stands in a response of several operations has another name there, but the same place.
    private static int IndexOf(EquatableArray<VariantModel> variants, Value value, List<Value> distinct)
    {
        for (int i = 0; i < variants.Count; i++)
        {
            if (variants[i].Type == value.Type)
            {
                return i;
            }
        }

        return variants.Count == distinct.Count ? distinct.FindIndex(value.HasTypeOf) : -1;
    }

    private TypeReference StreamType(string pointer) =>
        context.Schemas.TranslateBody(
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, pointer, SuggestedName.From("Content"), SchemaUse.Received);

    // A response that several operations share gives its types its own name. Others belong to their operation: nobody looks for what one
    // gives under the name of another. Of several media types those beside JSON itself are called after what they are.
    private static SuggestedName NameOf(NamedOperation named, StatusRange range, MediaTypeEntry entry)
    {
        bool isPlain = MediaTypes.Find(MediaTypes.Read(range.Target.Content, range.Pointer), entry.Kind)?.Key == entry.Key;
        string kind = isPlain ? "" : Identifiers.Pascal(MediaTypes.Word(entry.Name), "");
        return range.Response is OpenApiResponseReference { Reference.Id: { } id }
            ? SuggestedName.From(Identifiers.Join(Identifiers.Keep(id, "Type"), kind)).Or("Response") with { Scope = range.Pointer }
            : SuggestedName.From(named.TypeStem).Then(kind + "Response").Or("Body") with
            {
                Scope = ScopeOf(named),
                UnionScope = named.Source.Pointer,
            };
    }

    private static string ScopeOf(NamedOperation named) => named.Source.Pointer + "/responses";

    /// <summary>A success with a value.</summary>
    /// <param name="Answer">Where it is documented.</param>
    /// <param name="Kind">How its body is read.</param>
    /// <param name="Type">Type of its body.</param>
    /// <param name="IsNullable">Whether the body may be null.</param>
    private sealed record Value(DocumentedAnswer Answer, ResultKind Kind, TypeReference Type, bool IsNullable)
    {
        /// <summary>Whether another one is read alike.</summary>
        public bool HasTypeOf(Value other) => Kind == other.Kind && Type == other.Type;
    }
}

/// <summary>What a method of an operation returns.</summary>
/// <param name="Form">The form in which it gives the success.</param>
/// <param name="Result">The result.</param>
/// <param name="Accept">What it asks for, or null for what the result asks for by itself.</param>
internal sealed record FormResult(AnswerForm Form, ResultModel Result, string? Accept);
