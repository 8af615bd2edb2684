using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>The data of the events of one name, as a document describes it.</summary>
/// <param name="Name">The field <c>event</c>, or null if it is not described.</param>
/// <param name="Schema">Schema of the data.</param>
/// <param name="Pointer">JSON pointer of it.</param>
/// <param name="IsText">Whether the data is text, not JSON.</param>
internal sealed record EventData(string? Name, IOpenApiSchema Schema, string Pointer, bool IsText);

/// <summary>
/// Reads a schema's description of server-sent events. It may describe the event as an object of its fields (OpenAPI 3.2, section 4.14.4),
/// perhaps one for each name; a list of such objects; ASP.NET Core's <c>SseItem</c>; or the data alone.
/// </summary>
internal static class EventShape
{
    private const int MaximumDepth = 8;
    private const int MaximumEvents = 500;

    private static readonly string[] Fields = ["data", "event", "id", "retry", "comment"];
    private static readonly string[] ItemFields = ["data", "eventType", "eventId", "reconnectionInterval"];

    /// <summary>The data of each kind of event, at least one.</summary>
    /// <param name="schema">The schema of the media type, or of an item.</param>
    /// <param name="pointer">Its JSON pointer.</param>
    public static List<EventData> Read(IOpenApiSchema schema, string pointer)
    {
        // A reference stays one, because it gives the type the component's name.
        (IOpenApiSchema target, string place) = Target(schema, pointer);
        if (SchemaShapes.IsList(target) && target.Items is { } items)
        {
            (schema, pointer) = (items, place + "/items");
            (target, _) = Target(schema, pointer);
        }

        List<EventData> events = [];
        return Collect(schema, pointer, new Dictionary<string, (IOpenApiSchema, string)>(StringComparer.Ordinal), events, 0) && events.Count > 0
            ? events
            : [new EventData(null, schema, pointer, SchemaShapes.IsString(target) && !HasValues(target))];
    }

    // Whether all that is described are events; those with data are added.
    private static bool Collect(
        IOpenApiSchema schema, string pointer, Dictionary<string, (IOpenApiSchema Schema, string Pointer)> inherited, List<EventData> events, int depth)
    {
        if (depth > MaximumDepth || events.Count > MaximumEvents)
        {
            return false;
        }

        (schema, pointer) = Target(schema, pointer);
        Dictionary<string, (IOpenApiSchema Schema, string Pointer)> fields = new(inherited, StringComparer.Ordinal);
        AddFields(schema, pointer, fields, depth);
        List<(IOpenApiSchema Schema, string Pointer)> alternatives =
        [
            .. (schema.OneOf ?? []).Select((alternative, index) => (alternative, $"{pointer}/oneOf/{index}")),
            .. (schema.AnyOf ?? []).Select((alternative, index) => (alternative, $"{pointer}/anyOf/{index}")),
        ];
        return alternatives.Count == 0
            ? AddEvent(fields, events)
            : alternatives.TrueForAll(alternative => Collect(alternative.Schema, alternative.Pointer, fields, events, depth + 1));
    }

    private static void AddFields(
        IOpenApiSchema schema, string pointer, Dictionary<string, (IOpenApiSchema Schema, string Pointer)> fields, int depth)
    {
        for (int i = 0; i < (schema.AllOf?.Count ?? 0) && depth < MaximumDepth; i++)
        {
            (IOpenApiSchema part, string place) = Target(schema.AllOf![i], $"{pointer}/allOf/{i}");
            AddFields(part, place, fields, depth + 1);
        }

        foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            // An alternative may describe a field further. Otherwise the earlier description stays.
            if (!fields.ContainsKey(property.Key) || !SchemaShapes.SaysNothing(property.Value) || HasContent(property.Value))
            {
                fields[property.Key] = (property.Value, JsonPointers.Join(pointer, "properties", property.Key));
            }
        }
    }

    private static bool AddEvent(Dictionary<string, (IOpenApiSchema Schema, string Pointer)> fields, List<EventData> events)
    {
        bool isItem = fields.ContainsKey("data") && (fields.ContainsKey("eventType") || fields.ContainsKey("eventId"))
            && fields.Keys.All(name => ItemFields.Contains(name));
        bool isEvent = isItem || (fields.Keys.All(name => Fields.Contains(name)) && IsEvent(fields));
        if (!isEvent)
        {
            return false;
        }

        if (!fields.TryGetValue("data", out (IOpenApiSchema Schema, string Pointer) data))
        {
            // An event without data gives nothing.
            return true;
        }

        (IOpenApiSchema schema, string pointer) = Target(data.Schema, data.Pointer);
        IOpenApiSchema? content = (schema as IOpenApiSchemaMissingProperties)?.ContentSchema;
        string? mediaType = (schema as IOpenApiSchemaMissingProperties)?.ContentMediaType;
        bool isText = content is null && (mediaType is null ? SchemaShapes.IsString(schema) && !HasValues(schema) : !MediaTypes.IsJson(mediaType));
        IOpenApiSchema own = content ?? (mediaType is not null && !isText ? new OpenApiSchema() : data.Schema);
        string place = content is null ? data.Pointer : pointer + "/contentSchema";
        string[] names = isItem ? [] : NamesOf(fields);
        events.AddRange(names.DefaultIfEmpty().Select(name => new EventData(name, own, place, isText)));
        return true;
    }

    // Data next to only an id is an event if the data is text, as in the fields of events. Otherwise it is a value.
    private static bool IsEvent(Dictionary<string, (IOpenApiSchema Schema, string Pointer)> fields) =>
        fields.ContainsKey("event")
        || (fields.TryGetValue("data", out (IOpenApiSchema Schema, string) data) && SchemaShapes.IsString(data.Schema)
            && (fields.ContainsKey("id") || fields.ContainsKey("retry")));

    private static string[] NamesOf(Dictionary<string, (IOpenApiSchema Schema, string Pointer)> fields)
    {
        if (!fields.TryGetValue("event", out (IOpenApiSchema Schema, string Pointer) field) || SchemaShapes.Resolve(field.Schema) is not { } schema)
        {
            return [];
        }

        return schema.Const is { } constant
            ? [constant]
            : [.. (schema.Enum ?? []).OfType<JsonValue>().Where(static value => value.GetValueKind() == JsonValueKind.String).Select(static value => value.GetValue<string>())];
    }

    private static bool HasValues(IOpenApiSchema schema) => schema.Enum is { Count: > 0 } || schema.Const is not null;

    private static bool HasContent(IOpenApiSchema schema) =>
        SchemaShapes.Resolve(schema) is IOpenApiSchemaMissingProperties content && (content.ContentSchema ?? (object?)content.ContentMediaType) is not null;

    private static (IOpenApiSchema Schema, string Pointer) Target(IOpenApiSchema schema, string pointer) =>
        schema is OpenApiSchemaReference { Reference.Id: { } id } && SchemaShapes.Resolve(schema) is { } target
            ? (target, JsonPointers.Join("/components/schemas", id))
            : (schema, pointer);
}
