using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Translates successes. Several that differ become a union by status; one without body beside one with a body makes the value nullable.
/// <c>default</c> is a success only when no other is documented.
/// </summary>
internal sealed class ResultTranslator(TranslationContext context)
{
    // One schema object per place, over both looks at the document.
    private readonly Dictionary<string, OpenApiSchema> _unions = new(StringComparer.Ordinal);

    /// <summary>Translates the successes of an operation.</summary>
    public ResultModel Translate(NamedOperation named, List<StatusRange> ranges)
    {
        List<Success> successes = [];
        foreach (StatusRange range in Successes(ranges))
        {
            successes.Add(Translate(named, range));
        }

        List<Success> distinct = [];
        foreach (Success success in successes)
        {
            if (success.Kind != ResultKind.None && !distinct.Exists(other => other.Kind == success.Kind && Equals(other.Type, success.Type)))
            {
                distinct.Add(success);
            }
        }

        if (ranges.Count > 0 && successes.Count == 0)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.NoSuccess, named.Source.Pointer, named.Source.Title);
        }

        if (distinct.Count == 0)
        {
            return new ResultModel(ResultKind.None, null, false, EquatableArray<StatusResultModel>.Empty);
        }

        bool hasBodiless = successes.Exists(static success => success.Kind == ResultKind.None);
        if (distinct.Count == 1)
        {
            Success only = distinct[0];
            bool isNullable = only.Kind == ResultKind.Json && (hasBodiless || only.IsNullable);
            return new ResultModel(only.Kind, only.Type, isNullable, EquatableArray<StatusResultModel>.Empty, only.TextMediaType);
        }

        if (distinct.TrueForAll(static success => success.Kind is ResultKind.Json or ResultKind.Text))
        {
            return Unite(named, successes, distinct, hasBodiless);
        }

        // Values and sequences have no common type; bytes are what all of them are.
        context.Diagnostics.Report(DiagnosticDescriptors.MixedSuccesses, named.Source.Pointer, named.Source.Title);
        return new ResultModel(ResultKind.Stream, StreamType(named.Source.Pointer), false, EquatableArray<StatusResultModel>.Empty);
    }

    /// <summary>The documented successes; <c>default</c> when there are no others.</summary>
    public static List<StatusRange> Successes(List<StatusRange> ranges)
    {
        List<StatusRange> successes = ranges.FindAll(static range => range.IsSuccess);
        return successes.Count > 0 ? successes : ranges.FindAll(static range => range.IsDefault);
    }

    private Success Translate(NamedOperation named, StatusRange range)
    {
        List<MediaTypeEntry> entries = MediaTypes.Read(range.Target.Content, range.Pointer);
        if (entries.Count == 0 || range.IsBodiless || named.Source.Method == "HEAD")
        {
            return new Success(range, ResultKind.None, null, null, false);
        }

        MediaTypeEntry chosen = Choose(entries);
        IOpenApiSchema? schema = chosen.Content.Schema ?? chosen.Content.ItemSchema;
        string pointer = chosen.Pointer + (chosen.Content.Schema is null && schema is not null ? "/itemSchema" : "/schema");
        SuggestedName name = NameOf(named, range);
        switch (chosen.Kind)
        {
            case MediaTypeKind.Json:
                TypeReference type = context.Schemas.TranslateBody(schema ?? new OpenApiSchema(), pointer, name, SchemaUse.Received);
                return type.Kind == TypeKind.Binary
                    ? new Success(range, ResultKind.Stream, type, null, false)
                    : new Success(
                        range,
                        ResultKind.Json,
                        type,
                        chosen with { Pointer = pointer },
                        schema is not null && context.Schemas.IsNullable(schema) && type.Kind != TypeKind.Any);
            case MediaTypeKind.JsonLines or MediaTypeKind.ServerSentEvents when schema is not null:
                ResultKind kind = chosen.Kind == MediaTypeKind.JsonLines ? ResultKind.JsonLines : ResultKind.ServerSentEvents;
                return new Success(range, kind, TranslateItem(schema, pointer, name, kind), null, false);
            case MediaTypeKind.Text or MediaTypeKind.Form:
                chosen.ReportUnusable(context.Diagnostics);
                return new Success(range, ResultKind.Text, ScalarTypes.String, chosen, false);
            default:
                return new Success(range, ResultKind.Stream, StreamType(pointer), null, false);
        }
    }

    private static MediaTypeEntry Choose(List<MediaTypeEntry> entries) =>
        MediaTypes.Find(entries, MediaTypeKind.Json)
        ?? MediaTypes.Find(entries, MediaTypeKind.JsonLines)
        ?? MediaTypes.Find(entries, MediaTypeKind.ServerSentEvents)
        ?? MediaTypes.Find(entries, MediaTypeKind.Binary)
        ?? MediaTypes.Find(entries, MediaTypeKind.Text)
        ?? entries[0];

    // The type of one item: of a list's when the document describes the whole, of an event's data when it describes the event.
    private TypeReference TranslateItem(IOpenApiSchema schema, string pointer, SuggestedName name, ResultKind kind)
    {
        if (SchemaShapes.Resolve(schema) is { } resolved)
        {
            if (SchemaShapes.IsList(resolved) && resolved.Items is { } items)
            {
                (schema, pointer) = (items, (schema == resolved ? pointer : PointerOf(schema, pointer)) + "/items");
                name = name.Item();
            }
            else if (kind == ResultKind.ServerSentEvents && EventData(resolved) is { } eventData)
            {
                (schema, pointer) = (eventData, (schema == resolved ? pointer : PointerOf(schema, pointer)) + "/properties/data");
                pointer += (eventData as IOpenApiSchemaMissingProperties)?.ContentSchema is null ? "" : "/contentSchema";
                schema = (eventData as IOpenApiSchemaMissingProperties)?.ContentSchema ?? eventData;
            }
        }

        return context.Schemas.Translate(schema, pointer, name, SchemaUse.Received);
    }

    // OpenAPI 3.2, section 4.14.4: an event is described as an object of its fields, whose data is a string.
    private static IOpenApiSchema? EventData(IOpenApiSchema schema) =>
        SchemaShapes.Resolve(schema)?.Properties is { } properties
        && properties.TryGetValue("data", out IOpenApiSchema? content)
        && (properties.ContainsKey("event") || properties.ContainsKey("id") || properties.ContainsKey("retry"))
        && SchemaShapes.Resolve(content) is { Type: JsonSchemaType.String }
            ? content
            : null;

    private static string PointerOf(IOpenApiSchema schema, string pointer) =>
        schema is OpenApiSchemaReference { Reference.Id: { } id } ? Reading.JsonPointers.Join("/components/schemas", id) : pointer;

    private ResultModel Unite(NamedOperation named, List<Success> successes, List<Success> distinct, bool hasBodiless)
    {
        string pointer = named.Source.Pointer + "/responses";
        if (!_unions.TryGetValue(pointer, out OpenApiSchema? schema))
        {
            schema = new OpenApiSchema { OneOf = [] };
            foreach (Success success in distinct)
            {
                schema.OneOf.Add(success.Kind == ResultKind.Text || success.Source?.Content.Schema is not { } own
                    ? new OpenApiSchema { Type = success.Kind == ResultKind.Text ? JsonSchemaType.String : null }
                    : own);
            }

            _unions.Add(pointer, schema);
        }

        TypeReference type = context.Schemas.TranslateBody(schema, pointer, SuggestedName.From(named.TypeStem).Then("Result"), SchemaUse.Received);
        EquatableArray<VariantModel> variants = (context.Schemas.FindEmitted(type) as UnionModel)?.Variants ?? EquatableArray<VariantModel>.Empty;
        List<StatusResultModel> byStatus = [];
        foreach (Success success in successes)
        {
            byStatus.Add(new StatusResultModel(
                success.Range.From, success.Range.To, success.Kind, IndexOf(variants, success.Type), success.Type, success.TextMediaType));
        }

        // Types that turned out to be one, or any JSON: then statuses make no difference.
        bool isUnion = byStatus.TrueForAll(static status => status.Kind == ResultKind.None || status.Variant >= 0);
        return isUnion
            ? new ResultModel(ResultKind.Json, type, hasBodiless, byStatus.ToEquatableArray())
            : new ResultModel(ResultKind.Json, type, hasBodiless && type.Kind != TypeKind.Any, EquatableArray<StatusResultModel>.Empty);
    }

    private static int IndexOf(EquatableArray<VariantModel> variants, TypeReference? type)
    {
        for (int i = 0; i < variants.Count; i++)
        {
            if (variants[i].Type == type)
            {
                return i;
            }
        }

        return -1;
    }

    private TypeReference StreamType(string pointer) =>
        context.Schemas.TranslateBody(
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, pointer, SuggestedName.From("Content"), SchemaUse.Received);

    // A response that several operations share gives its types its own name. Others are one only within a group: an API key is the same
    // thing,
    // whether it was read, changed or revoked.
    private static SuggestedName NameOf(NamedOperation named, StatusRange range) =>
        range.Response is OpenApiResponseReference { Reference.Id: { } id }
            ? SuggestedName.From(id).Or("Response") with { Scope = range.Pointer }
            : SuggestedName.From(named.TypeStem).Then("Response").Or("Body") with { Scope = "responses of " + named.Group.Name };

    /// <param name="Range">Where it is documented.</param>
    /// <param name="Kind">How its body is read.</param>
    /// <param name="Type">Type of its body, or null for none.</param>
    /// <param name="Source">Media type that the type was read from, when it can be part of a union.</param>
    /// <param name="IsNullable">Whether the body may be null.</param>
    private sealed record Success(StatusRange Range, ResultKind Kind, TypeReference? Type, MediaTypeEntry? Source, bool IsNullable)
    {
        /// <summary>What is asked for when it is a text, else null.</summary>
        public string? TextMediaType => Kind == ResultKind.Text ? Source!.Sent : null;
    }
}
