using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Translates successes that are read item by item: JSON lines, and events, whose data their names may decide.</summary>
internal sealed class SequenceTranslator(SchemaTranslator schemas)
{
    /// <summary>Plans the types of a sequence.</summary>
    /// <param name="named">The operation.</param>
    /// <param name="entry">The media type, whose items are described.</param>
    /// <param name="name">Name of an inline type of an item.</param>
    public SequencePlan Plan(NamedOperation named, MediaTypeEntry entry, SuggestedName name)
    {
        IOpenApiSchema schema = (entry.Content.ItemSchema ?? entry.Content.Schema)!;
        string pointer = entry.Pointer + (entry.Content.ItemSchema is null ? "/schema" : "/itemSchema");
        if (entry.Kind == MediaTypeKind.ServerSentEvents)
        {
            return PlanEvents(named, EventShape.Read(schema, pointer), name);
        }

        if (SchemaShapes.Resolve(schema) is { Items: { } items } list && SchemaShapes.IsList(list) && entry.Content.ItemSchema is null)
        {
            (schema, pointer) = (items, (schema is OpenApiSchemaReference { Reference.Id: { } id } ? JsonPointers.Join("/components/schemas", id) : pointer) + "/items");
            name = name.Item();
        }

        return new SequencePlan(schemas.Plan(schema, pointer, name, SchemaUse.Received), [], name.Scope);
    }

    /// <summary>Plans the union of data that differs, when equal types are known.</summary>
    public void PlanUnion(NamedOperation named, SequencePlan sequence)
    {
        List<EventPlan> distinct = [];
        foreach (EventPlan item in sequence.Events)
        {
            if (!distinct.Exists(other => schemas.AreEqual(other.Type, item.Type)))
            {
                distinct.Add(item);
            }
        }

        if (distinct.Count > 1)
        {
            OpenApiSchema schema = new()
            {
                OneOf = [.. distinct.Select(static item => item.Data.IsText ? new OpenApiSchema { Type = JsonSchemaType.String } : item.Data.Schema)],
            };
            SuggestedName union = SuggestedName.From(named.TypeStem).Then("Event") with { VariantScope = sequence.Scope };
            sequence.Union = schemas.Plan(schema, named.Source.Pointer + "/responses/events", union, SchemaUse.Received);
        }
    }

    /// <summary>Translates a sequence.</summary>
    public ResultModel Translate(SequencePlan sequence)
    {
        if (sequence.Items is { } items)
        {
            return new ResultModel(ResultKind.JsonLines, schemas.TypeOf(items), false, EquatableArray<AnswerModel>.Empty);
        }

        List<EventDataModel> data = [];
        foreach (EventPlan item in sequence.Events)
        {
            EventDataModel model = new(item.Data.Name, item.Data.IsText, schemas.TypeOf(item.Type), IsVariant: false);
            if (!data.Contains(model))
            {
                data.Add(model);
            }
        }

        if (sequence.Union is { } union)
        {
            return TranslateUnion(schemas.TypeOf(union), data);
        }

        // All data alike needs no table, unless it is text, or other events come too.
        bool isPlain = data.TrueForAll(static item => item.EventName is null && !item.IsText);
        return Sequence(data[0].Type, isPlain ? [] : data);
    }

    private SequencePlan PlanEvents(NamedOperation named, List<EventData> events, SuggestedName name) => new(
        Items: null,
        events.ConvertAll(item =>
        {
            SuggestedName own = item.Name is null ? name : SuggestedName.From(named.TypeStem).Then(item.Name) with { Scope = name.Scope };
            return new EventPlan(item, item.IsText ? PlannedType.String : schemas.Plan(item.Schema, item.Pointer, own, SchemaUse.Received));
        }),
        name.Scope);

    private ResultModel TranslateUnion(TypeReference type, List<EventDataModel> data)
    {
        EquatableArray<VariantModel> variants = (schemas.FindEmitted(type) as UnionModel)?.Variants ?? EquatableArray<VariantModel>.Empty;
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

/// <summary>A sequence whose types are planned.</summary>
/// <param name="Items">Type of the lines, or null for events.</param>
/// <param name="Events">The events.</param>
/// <param name="Scope">The scope in which equal types are united.</param>
internal sealed record SequencePlan(PlannedType? Items, List<EventPlan> Events, string? Scope)
{
    /// <summary>The union of the data of all events, or null when it is all alike.</summary>
    public PlannedType? Union { get; set; }
}

/// <summary>Events of one name, with the planned type of their data.</summary>
internal sealed record EventPlan(EventData Data, PlannedType Type);
