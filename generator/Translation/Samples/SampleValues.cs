using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>
/// Creates values of planned types: a matching example of the document, else a value that the schema allows. Classes have
/// their required members, and those of which the document has an example; lists have one item; of several values and variants
/// the first is taken. Not thread-safe.
/// </summary>
internal sealed class SampleValues(
    SchemaPlanner planner, SchemaReach reach, Discriminators discriminators, VariantRoles roles, WorkBudget budget)
{
    private const int MaximumDepth = 32;
    private const int MostItems = 20;

    // Types may share parts level by level, so that a value of one holds thousands.
    private const int MostNodes = 1000;

    private readonly ExampleFit _examples = new(planner, reach, budget);
    private readonly HashSet<TypePlan> _open = [];
    private int _nodes;

    /// <summary>A value of an emitted type.</summary>
    public JsonNode Of(EmittedPlan plan)
    {
        _open.Clear();
        _nodes = 0;
        return Value(plan, [plan.Part], "", 0, 0) ?? new JsonObject();
    }

    // Null where recursion has to end.
    private JsonNode? Value(TypePlan type, List<SchemaPart> parts, string name, int number, int depth)
    {
        budget.Spend();
        if (depth > MaximumDepth || ++_nodes > MostNodes)
        {
            return null;
        }

        ValueLimits limits = new(PartsOf(type, parts), budget);
        if (number == 0 && ExampleOf(type, limits) is { } example)
        {
            return example;
        }

        switch (planner.Resolve(type, 0))
        {
            case ScalarPlan { Type: AnyType }:
                return Any(parts);
            case ScalarPlan scalar:
                return ScalarSamples.Of(scalar, name, number, limits);
            case IdPlan id:
                return JsonValue.Create($"{id.Subject.Key}_{number + 1}");
            case EnumPlan { Values.Count: > 0 } plan:
                return ScalarSamples.Of(plan.Kind, plan.Values[number % plan.Values.Count].Text);
            case BinaryPlan or EnumPlan:
                return JsonValue.Create(ScalarSamples.Text(name, number, limits));
            case ListPlan list:
                return List(list, limits, name, depth);
            case MapPlan map:
                return Map(map, limits, depth);
            case ObjectPlan plan:
                return Within(plan.Representative, () => Object(plan, limits, depth));
            case UnionPlan plan:
                return Within(plan.Representative, () => Union(plan, name, number, depth));
            default:
                return new JsonObject();
        }
    }

    private JsonNode? Within(TypePlan type, Func<JsonNode?> value)
    {
        if (!_open.Add(type))
        {
            return null;
        }

        JsonNode? made = value();
        _open.Remove(type);
        return made;
    }

    private JsonNode? ExampleOf(TypePlan type, ValueLimits limits)
    {
        foreach (JsonNode example in limits.Examples)
        {
            if (_examples.Fits(type, limits, example))
            {
                return example.DeepClone();
            }
        }

        return null;
    }

    private JsonArray List(ListPlan list, ValueLimits limits, string name, int depth)
    {
        List<SchemaPart> items = [.. limits.Items.Select(static schema => new SchemaPart(schema, "", default))];
        int count = Math.Min(Math.Max(limits.MinItems, 1), Math.Min(limits.MaxItems, MostItems));
        JsonArray array = [];
        for (int i = 0; i < count; i++)
        {
            if (Value(list.Item, items, name, limits.AreUnique ? i : 0, depth + 1) is not { } item)
            {
                break;
            }

            array.Add(item);
        }

        return array;
    }

    private JsonObject Map(MapPlan map, ValueLimits limits, int depth)
    {
        JsonObject value = [];
        for (int i = 1; i <= Math.Min(limits.MinProperties, MostItems); i++)
        {
            string key = "key" + (i == 1 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (Value(map.Value, [], key, 0, depth + 1) is { } member)
            {
                value.Add(key, member);
            }
        }

        return value;
    }

    private JsonObject Object(ObjectPlan plan, ValueLimits limits, int depth)
    {
        JsonObject value = [];
        List<PropertyPlan> properties = reach.Expand(plan);
        foreach (PropertyPlan property in properties)
        {
            if (!PropertyTraits.IsUsable(property.View.Name))
            {
                continue;
            }

            if (roles.FindWritten(plan, property) is { Values: { Count: > 0 } named } role)
            {
                value.Add(property.View.Name, role.AreStrings ? JsonValue.Create(named[0]) : ScalarSamples.Parse(named[0]));
            }
            else if (property.IsRequired || HasExample(property, limits))
            {
                Add(value, property, limits, depth);
            }
        }

        foreach (string name in plan.AdditionalProperties is null ? [] : plan.View.Required)
        {
            if (plan.View.FindProperty(name) is null && Value(plan.AdditionalProperties!, [], name, 0, depth + 1) is { } member)
            {
                value.Add(name, member);
            }
        }

        return value;
    }

    // The example of the whole may be outdated in one member and right in the others.
    private void Add(JsonObject value, PropertyPlan property, ValueLimits owner, int depth)
    {
        ValueLimits limits = new(PartsOf(property.Type, property.View.Parts), budget);
        JsonNode? member = owner.Examples.OfType<JsonObject>()
            .Select(example => example.TryGetPropertyValue(property.View.Name, out JsonNode? given) ? given : null)
            .FirstOrDefault(given => _examples.Fits(property.Type, limits, given))?.DeepClone()
            ?? Value(property.Type, property.View.Parts, property.View.Name, 0, depth + 1);
        if (member is not null)
        {
            value.Add(property.View.Name, member);
        }
        else if (property.IsRequired)
        {
            value.Add(property.View.Name, property.IsNullable ? null : Empty(property.Type));
        }
    }

    private bool HasExample(PropertyPlan property, ValueLimits owner)
    {
        ValueLimits limits = new(PartsOf(property.Type, property.View.Parts), budget);
        return limits.Examples.Any(example => _examples.Fits(property.Type, limits, example))
            || owner.Examples.OfType<JsonObject>().Any(example =>
                example.TryGetPropertyValue(property.View.Name, out JsonNode? given) && _examples.Fits(property.Type, limits, given));
    }

    // The first variant that comes to an end, with the value that names it.
    private JsonNode? Union(UnionPlan plan, string name, int number, int depth)
    {
        Discrimination? discrimination = discriminators.Of(plan);
        foreach (VariantPlan variant in plan.Variants)
        {
            if (Value(variant.Type, [variant.Part], name, number, depth + 1) is not { } value)
            {
                continue;
            }

            if (value is JsonObject members && discrimination?.ValuesOf(variant) is { Count: > 0 } values
                && !(members.TryGetPropertyValue(discrimination.Property, out JsonNode? given) && given is JsonValue && values.Contains(given.ToString())))
            {
                members[discrimination.Property] = discrimination.AreStrings ? JsonValue.Create(values[0]) : ScalarSamples.Parse(values[0]);
            }

            return value;
        }

        return null;
    }

    // Any JSON will do for the type; the schema may still say what kind.
    private static JsonNode Any(List<SchemaPart> parts)
    {
        SchemaTypes types = 0;
        foreach (SchemaPart part in parts)
        {
            types |= part.Schema.Types() ?? 0;
        }

        types &= ~SchemaTypes.Null;
        return types == 0 || (types & SchemaTypes.Object) != 0 ? new JsonObject()
            : (types & SchemaTypes.Array) != 0 ? new JsonArray()
            : (types & SchemaTypes.String) != 0 ? JsonValue.Create("text")!
            : (types & SchemaTypes.Boolean) != 0 ? JsonValue.Create(false)
            : ScalarSamples.Parse("1");
    }

    private JsonNode Empty(TypePlan type) => planner.Resolve(type, 0) is ListPlan ? new JsonArray() : new JsonObject();

    private static List<SchemaPart> PartsOf(TypePlan type, List<SchemaPart> parts) =>
        type is ComponentPlan component ? [component.Component.Part, .. parts] : parts;
}
