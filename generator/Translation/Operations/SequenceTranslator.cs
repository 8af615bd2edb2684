using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Translates successes that are read item by item: JSON lines, and events, whose data their names may decide.</summary>
internal sealed class SequenceTranslator(TranslationContext context)
{
    // One schema object per place, over both looks at the document.
    private readonly Dictionary<string, OpenApiSchema> _unions = new(StringComparer.Ordinal);

    /// <summary>Translates.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="entry">The media type, whose items are described.</param>
    /// <param name="name">What an inline type of an item is called.</param>
    public ResultModel Translate(NamedOperation named, MediaTypeEntry entry, SuggestedName name)
    {
        IOpenApiSchema schema = (entry.Content.ItemSchema ?? entry.Content.Schema)!;
        string pointer = entry.Pointer + (entry.Content.ItemSchema is null ? "/schema" : "/itemSchema");
        if (entry.Kind == MediaTypeKind.ServerSentEvents)
        {
            return TranslateEvents(named, EventShape.Read(schema, pointer), name);
        }

        if (SchemaShapes.Resolve(schema) is { Items: { } items } list && SchemaShapes.IsList(list) && entry.Content.ItemSchema is null)
        {
            (schema, pointer) = (items, (schema is OpenApiSchemaReference { Reference.Id: { } id } ? JsonPointers.Join("/components/schemas", id) : pointer) + "/items");
            name = name.Item();
        }

        TypeReference type = context.Schemas.Translate(schema, pointer, name, SchemaUse.Received);
        return new ResultModel(ResultKind.JsonLines, type, false, EquatableArray<AnswerModel>.Empty);
    }

    private ResultModel TranslateEvents(NamedOperation named, List<EventData> events, SuggestedName name)
    {
        List<EventDataModel> data = [];
        List<(EventDataModel Model, IOpenApiSchema Schema)> distinct = [];
        foreach (EventData item in events)
        {
            SuggestedName own = item.Name is null ? name : SuggestedName.From(named.TypeStem).Then(item.Name) with { Scope = name.Scope };
            TypeReference type = item.IsText ? ScalarTypes.String : context.Schemas.Translate(item.Schema, item.Pointer, own, SchemaUse.Received);
            EventDataModel model = new(item.Name, item.IsText, type, IsVariant: false);
            if (!data.Contains(model))
            {
                data.Add(model);
            }

            if (!distinct.Exists(other => other.Model.Type == type))
            {
                distinct.Add((model, item.IsText ? new OpenApiSchema { Type = JsonSchemaType.String } : item.Schema));
            }
        }

        // All data alike needs no table, unless it is text, or other events come too.
        bool isPlain = data.TrueForAll(static item => item.EventName is null && !item.IsText);
        return distinct.Count == 1
            ? Sequence(distinct[0].Model.Type, isPlain ? [] : data)
            : Unite(named, data, distinct, name);
    }

    private ResultModel Unite(
        NamedOperation named, List<EventDataModel> data, List<(EventDataModel Model, IOpenApiSchema Schema)> distinct, SuggestedName name)
    {
        string pointer = named.Source.Pointer + "/responses/events";
        if (!_unions.TryGetValue(pointer, out OpenApiSchema? schema))
        {
            schema = new OpenApiSchema { OneOf = [.. distinct.Select(static item => item.Schema)] };
            _unions.Add(pointer, schema);
        }

        SuggestedName union = SuggestedName.From(named.TypeStem).Then("Event") with { VariantScope = name.Scope };
        TypeReference type = context.Schemas.Translate(schema, pointer, union, SchemaUse.Received);
        EquatableArray<VariantModel> variants = (context.Schemas.FindEmitted(type) as UnionModel)?.Variants ?? EquatableArray<VariantModel>.Empty;
        if (!data.TrueForAll(item => variants.Any(variant => variant.Type == item.Type)))
        {
            // Types that turned out to be one: shapes decide.
            return Sequence(type, []);
        }

        // An event that is not documented is kept as JSON.
        List<EventDataModel> all = [.. data.Select(static item => item with { IsVariant = true }), new EventDataModel(null, false, type, false)];
        return Sequence(type, all);
    }

    private static ResultModel Sequence(TypeReference type, List<EventDataModel> data) =>
        new(ResultKind.ServerSentEvents, type, false, EquatableArray<AnswerModel>.Empty) { Events = data.ToEquatableArray() };
}
