using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>How much of a schema a sample shows.</summary>
public enum SampleMode
{
    /// <summary>Every property present, two items in every array, as deep as recursion is bounded.</summary>
    Full,

    /// <summary>Only what is required.</summary>
    Minimal,

    /// <summary>Presence, counts and nulls by seed.</summary>
    Random,
}

/// <summary>
/// Synthesises JSON values that conform to a schema: the same mode and seed give the same value. Seed 0 takes the first enum value and
/// the first variant everywhere and no nulls; other seeds reach the rest.
/// </summary>
public sealed class SchemaSample
{
    private const int MaxDepth = 12;
    private const int HardDepth = 40;
    private const int MaxNodes = 2000;
    private const int MaxRecursion = 2;

    private readonly Direction _direction;
    private readonly SampleMode _mode;
    private readonly SampleChoices _choices;
    private readonly ScalarSample _scalars;
    // False where the value will be flattened into text, which has no nulls and, without a schema, only strings.
    private readonly bool _nulls;
    private readonly Deviations _deviations;
    // Documents do list names as required that they describe nowhere. A client has no property for one, so an answer that holds it
    // would only show that unknown members are left out.
    private readonly bool _describedOnly;
    private readonly Dictionary<IOpenApiSchema, int> _open = new(ReferenceEqualityComparer.Instance);
    private int _nodes;

    private SchemaSample(
        Direction direction, SampleMode mode, int seed, TextAlphabet alphabet, bool nulls = true, Deviations deviations = Deviations.None,
        bool describedOnly = false)
    {
        _deviations = deviations;
        _describedOnly = describedOnly;
        _nulls = nulls;
        _direction = direction;
        _mode = mode;
        _choices = new SampleChoices(seed);
        _scalars = new ScalarSample(_choices, alphabet, seed);
    }

    /// <summary>A value of <paramref name="schema"/>.</summary>
    public static JsonNode? Of(IOpenApiSchema schema, Direction direction, SampleMode mode = SampleMode.Full, int seed = 0) =>
        new SchemaSample(direction, mode, seed, TextAlphabet.Any).Value([schema], "", 0);

    /// <summary>
    /// A value for an answer: like one of <paramref name="schema"/> but for the <paramref name="deviations"/>, and with members that
    /// the schema describes only.
    /// </summary>
    public static JsonNode? Answer(IOpenApiSchema schema, Deviations deviations, SampleMode mode = SampleMode.Full, int seed = 0) =>
        new SchemaSample(Direction.Response, mode, seed, TextAlphabet.Any, deviations: deviations, describedOnly: true)
            .Value([schema], "", 0);

    /// <summary>
    /// Modes and seeds that together show all that <paramref name="seeds"/> seeds can: every enum value, every variant, every nullable
    /// member both ways, every optional member both ways. Those that show nothing new are left out.
    /// </summary>
    public static IEnumerable<(SampleMode Mode, int Seed, JsonNode? Value)> Covering(
        IOpenApiSchema schema, Direction direction, int seeds = 64)
    {
        var shown = new HashSet<(object, string, int)>();
        for (int seed = 0; seed < seeds; seed++)
        {
            SampleMode[] modes = seed == 0 ? [SampleMode.Full, SampleMode.Minimal] : [SampleMode.Random, SampleMode.Full];
            foreach (SampleMode mode in modes)
            {
                var sample = new SchemaSample(direction, mode, seed, TextAlphabet.Any);
                JsonNode? value = sample.Value([schema], "", 0);
                int before = shown.Count;
                shown.UnionWith(sample._choices.Made);
                if (seed == 0 || shown.Count > before)
                {
                    yield return (mode, seed, value);
                }
            }
        }
    }

    /// <summary>A value of a parameter, whose strings are what its place in the request allows and which is nowhere null.</summary>
    internal static JsonNode? OfParameter(IOpenApiSchema schema, SampleMode mode, int seed, TextAlphabet alphabet, string name) =>
        new SchemaSample(Direction.Request, mode, seed, alphabet, nulls: false).Value([schema], JsonPointer.Append("", name), 0);

    /// <summary>A value of a form or multipart body: neither can say null.</summary>
    internal static JsonNode? OfForm(IOpenApiSchema schema, SampleMode mode, int seed) =>
        new SchemaSample(Direction.Request, mode, seed, TextAlphabet.Any, nulls: false).Value([schema], "", 0);

    private JsonNode? Value(IOpenApiSchema[] schemas, string pointer, int depth)
    {
        _nodes++;
        bool bounded = depth > MaxDepth || _nodes > MaxNodes || schemas.Any(IsOpenTooOften);
        int oneIn = _mode == SampleMode.Random ? 4 : 7;
        bool isNull = schemas.All(MayBeNull) && (bounded || (_nulls && _choices.Rarely(oneIn, pointer, schemas[0].Resolve(), "null")));
        if (isNull || depth > HardDepth)
        {
            return null;
        }

        var conjunction = SchemaConjunction.Of(schemas, (owner, keyword, variants) => Variant(owner, keyword, variants, pointer, bounded));
        if (conjunction.Parts.Any(part => part.IsNullOnly()))
        {
            return null;
        }

        foreach (IOpenApiSchema part in conjunction.Parts)
        {
            _open[part] = _open.GetValueOrDefault(part) + 1;
        }

        JsonNode? value = Value(conjunction, pointer, depth, bounded);
        foreach (IOpenApiSchema part in conjunction.Parts)
        {
            _open[part]--;
        }

        return value;
    }

    private JsonNode? Value(SchemaConjunction conjunction, string pointer, int depth, bool bounded)
    {
        if (ScalarSample.Fixed(conjunction.Parts) is { Count: > 0 } candidates)
        {
            if (_deviations.HasFlag(Deviations.UnknownEnumValues) && candidates is [JsonValue first, _, ..]
                && first.GetValueKind() == JsonValueKind.String)
            {
                return JsonValue.Create("a value that came later");
            }

            int index = _choices.Among(candidates.Count, pointer, conjunction.Parts[0], "enum");
            return candidates[index]?.DeepClone();
        }

        return Kind(conjunction.Parts, pointer) switch
        {
            JsonSchemaType.Object => Object(conjunction, pointer, depth, bounded),
            JsonSchemaType.Array => Array(conjunction.Parts, pointer, depth, bounded),
            JsonSchemaType.String => _scalars.Text(conjunction.Parts, pointer),
            JsonSchemaType.Integer => _scalars.Integer(conjunction.Parts, pointer),
            JsonSchemaType.Number => _scalars.Number(conjunction.Parts, pointer),
            JsonSchemaType.Boolean => JsonValue.Create(_choices.Among(2, pointer, conjunction.Parts[0], "boolean") == 0),
            _ when !_nulls => JsonValue.Create(_scalars.FreeText(pointer)),
            _ => bounded ? null : _scalars.Anything(conjunction.Parts[0], pointer),
        };
    }

    private JsonSchemaType? Kind(List<IOpenApiSchema> parts, string pointer)
    {
        if (Schemas.CommonType(parts) is not { } common || common == 0)
        {
            return parts.Any(part => part.Required is { Count: > 0 }) ? JsonSchemaType.Object : null;
        }

        JsonSchemaType[] types = [.. Enum.GetValues<JsonSchemaType>().Where(type => type != JsonSchemaType.Null && common.HasFlag(type))];
        return types[_choices.Among(types.Length, pointer, parts[0], "type")];
    }

    private JsonObject Object(SchemaConjunction conjunction, string pointer, int depth, bool bounded)
    {
        var value = new JsonObject();
        string[] required = [.. conjunction.Parts.SelectMany(part => part.Required ?? new HashSet<string>()).Distinct()];
        ILookup<string, IOpenApiSchema> properties = conjunction.Parts
            .SelectMany(part => part.Properties.OrEmpty())
            .ToLookup(property => property.Key, property => property.Value);
        foreach (IGrouping<string, IOpenApiSchema> property in properties)
        {
            IOpenApiSchema[] schemas = [.. property];
            string member = JsonPointer.Append(pointer, property.Key);
            if (IsPresent(schemas, required.Contains(property.Key), member, bounded))
            {
                value[property.Key] = Value(schemas, member, depth + 1);
            }
        }

        bool holdsOthers = !_describedOnly || conjunction.Parts.Any(part => part.AdditionalProperties is not null);
        foreach (string name in required.Where(name => holdsOthers && !properties.Contains(name)))
        {
            value[name] = Other(conjunction.Parts, JsonPointer.Append(pointer, name), depth);
        }

        Deviate(value, required, pointer);
        SetDiscriminators(value, conjunction, properties);
        AddOthers(value, conjunction.Parts, properties.Count > 0, pointer, depth, bounded);
        return value;
    }

    private void Deviate(JsonObject value, string[] required, string pointer)
    {
        const int OneIn = 3;
        foreach (string name in required)
        {
            ulong number = _choices.Number(JsonPointer.Append(pointer, name), "deviation");
            if (_deviations.HasFlag(Deviations.MissingMembers) && number % OneIn == 0)
            {
                value.Remove(name);
            }
            else if (_deviations.HasFlag(Deviations.NullMembers) && number % OneIn == 1)
            {
                value[name] = null;
            }
        }

        if (_deviations.HasFlag(Deviations.UnknownMembers))
        {
            value["a member that came later"] = new JsonObject { ["list"] = new JsonArray(1, "two", null) };
            value["another"] = JsonValue.Create("text");
        }
    }

    private bool IsPresent(IOpenApiSchema[] schemas, bool required, string pointer, bool bounded)
    {
        IOpenApiSchema first = schemas[0].Resolve();
        if (schemas.Any(schema => _direction == Direction.Request ? schema.Resolve().ReadOnly : schema.Resolve().WriteOnly))
        {
            return false;
        }

        bool present = required || _mode switch
        {
            // An optional member that has no finite value can only be left out.
            _ when bounded || schemas.Any(schema => SchemaHeight.Of(schema) == SchemaHeight.Unreachable) => false,
            SampleMode.Full => !schemas.Any(IsOpenTooOften),
            SampleMode.Minimal => false,
            _ => _choices.Among(2, pointer, first, "present") == 0,
        };
        _choices.Note(first, "present", present ? 0 : 1);
        return present;
    }

    private static void SetDiscriminators(JsonObject value, SchemaConjunction conjunction, ILookup<string, IOpenApiSchema> properties)
    {
        // The innermost union has the last word, and a variant that itself fixes the member's value has it over the mapping.
        foreach ((string property, IReadOnlyList<string> values) in conjunction.Discriminators)
        {
            if (values.FirstOrDefault(candidate => properties[property].All(schema => Allows(schema, candidate))) is { } allowed)
            {
                value[property] = allowed;
            }
            else if (!value.ContainsKey(property)
                && ScalarSample.Fixed([.. properties[property].Select(schema => schema.Resolve())]) is [{ } first, ..])
            {
                value[property] = first.DeepClone();
            }
        }
    }

    // A member that the schema has no property for.
    private JsonNode? Other(List<IOpenApiSchema> parts, string pointer, int depth) =>
        parts.Select(part => part.AdditionalProperties).FirstOrDefault(schema => schema is not null) is { } additional
            ? Value([additional], pointer, depth + 1)
            : JsonValue.Create("other");

    private static bool Allows(IOpenApiSchema schema, string value) =>
        SchemaChecker.Check(JsonValue.Create(value), schema, Direction.Response).Count == 0;

    private void AddOthers(JsonObject value, List<IOpenApiSchema> parts, bool hasProperties, string pointer, int depth, bool bounded)
    {
        int maximum = parts.Min(part => part.MaxProperties) ?? int.MaxValue;
        int minimum = parts.Max(part => part.MinProperties) ?? 0;
        IOpenApiSchema? additional = parts.Select(part => part.AdditionalProperties).FirstOrDefault(schema => schema is not null);
        bool closed = parts.Any(part => !part.AdditionalPropertiesAllowed && part.AdditionalProperties is null);
        int wanted = bounded || closed || additional is null || SchemaHeight.Of(additional) == SchemaHeight.Unreachable ? 0 : _mode switch
        {
            SampleMode.Full => 2,
            SampleMode.Minimal => 0,
            _ => _choices.Among(3, pointer, parts[0], "additional"),
        };
        wanted = Math.Min(Math.Max(wanted, closed ? 0 : minimum - value.Count), maximum - value.Count);
        for (int i = 1; i <= wanted; i++)
        {
            string name = $"key_{i}";
            value[name] = Other(parts, JsonPointer.Append(pointer, name), depth);
        }

        foreach ((string pattern, IOpenApiSchema schema) in parts.SelectMany(part => part.PatternProperties.OrEmpty()))
        {
            if (!bounded && _mode == SampleMode.Full && PatternSample.Of(pattern, _choices.Number(pointer, pattern)) is { } name)
            {
                value.TryAdd(name, Value([schema], JsonPointer.Append(pointer, name), depth + 1));
            }
        }

        // An object of which nothing is said is free-form: anything may be in it.
        if (!hasProperties && !closed && additional is null && value.Count == 0 && _mode != SampleMode.Minimal && !bounded && maximum >= 4
            && parts.All(part => part.PatternProperties is not { Count: > 0 }))
        {
            value["text"] = _scalars.FreeText(JsonPointer.Append(pointer, "text"));
            if (_nulls)
            {
                value["number"] = 1.5m;
                value["flag"] = true;
                value["nested"] = new JsonObject { ["list"] = new JsonArray(1, null, "two"), ["none"] = null };
            }
        }
    }

    private JsonArray Array(List<IOpenApiSchema> parts, string pointer, int depth, bool bounded)
    {
        IOpenApiSchema[] items = [.. parts.Select(part => part.Items).OfType<IOpenApiSchema>()];
        int minimum = parts.Max(part => part.MinItems) ?? 0;
        int maximum = parts.Min(part => part.MaxItems) ?? int.MaxValue;
        bool unreachable = items.Any(item => SchemaHeight.Of(item) == SchemaHeight.Unreachable || IsOpenTooOften(item));
        int count = Math.Clamp(bounded || unreachable ? 0 : _mode switch
        {
            SampleMode.Full => 2,
            SampleMode.Minimal => 0,
            _ => _choices.Among(4, pointer, parts[0], "items"),
        }, Math.Min(minimum, maximum), maximum);
        bool unique = parts.Any(part => part.UniqueItems == true);
        var array = new JsonArray();
        for (int attempt = 0; array.Count < count && attempt < count * 8; attempt++)
        {
            string item = JsonPointer.Append(pointer, $"{attempt}");
            JsonNode? value = items.Length > 0 ? Value(items, item, depth + 1) : JsonValue.Create($"item {attempt}");
            if (!unique || !array.Any(other => JsonDiff.AreEqual(other, value)))
            {
                array.Add(value);
            }
        }

        return array;
    }

    private int Variant(IOpenApiSchema owner, string keyword, IReadOnlyList<IOpenApiSchema> variants, string pointer, bool bounded)
    {
        int[] finite = [.. Enumerable.Range(0, variants.Count).Where(i => SchemaHeight.Of(variants[i]) < SchemaHeight.Unreachable)];
        if (finite.Length == 0)
        {
            return 0;
        }

        // Where recursion has to end, the variant that ends soonest; for seed 0 not the one that is only null.
        if (bounded)
        {
            return finite.MinBy(i => SchemaHeight.Of(variants[i]));
        }

        finite = [.. finite.OrderBy(i => variants[i].Resolve().IsNullOnly())];
        if (!_nulls && finite.Length > 1)
        {
            finite = [.. finite.Where(i => !variants[i].Resolve().IsNullOnly())];
        }

        return finite[_choices.Among(finite.Length, pointer, owner, keyword)];
    }

    private bool IsOpenTooOften(IOpenApiSchema schema) => _open.GetValueOrDefault(schema.Resolve()) >= MaxRecursion;

    private static bool MayBeNull(IOpenApiSchema declared)
    {
        IOpenApiSchema schema = declared.Resolve();
        return schema.SaysNullable()
            || (schema.Type is null && schema.Enum is not { Count: > 0 } && schema.Properties is not { Count: > 0 }
                && schema.AllOf is { Count: > 0 } parts && schema.OneOf is not { Count: > 0 } && schema.AnyOf is not { Count: > 0 }
                && parts.All(part => part.Resolve().SaysNullable()));
    }
}
