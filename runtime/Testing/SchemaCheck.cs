using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Testing;

/// <summary>
/// Checks JSON against a schema (JSON Schema 2020-12). Where documents mean something else than the specification says, their meaning holds:
/// <c>oneOf</c> wants at least one match, and a member that no schema describes is unknown unless <c>additionalProperties</c> allows it.
/// </summary>
/// <param name="root">The document.</param>
/// <param name="isRequest">Whether values are sent: <c>readOnly</c> members are not, and <c>writeOnly</c> ones are not received.</param>
/// <param name="differences">Takes what differs.</param>
internal sealed class SchemaCheck(JsonElement root, bool isRequest, List<StubDifference> differences)
{
    private const int MaximumDepth = 128;

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // Keywords for members that this does not evaluate. Next to them no member is unknown.
    private static readonly string[] OtherDescriptions = ["if", "dependentSchemas", "unevaluatedProperties", "$dynamicRef", "$recursiveRef"];

    private readonly ValueCheck _values = new(differences);

    /// <summary>Checks a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="path">Its JSON path.</param>
    public void Check(JsonElement value, SchemaPlace schema, string path) => Check(value, schema, path, 0);

    /// <summary>Whether a value differs in nothing.</summary>
    public bool Fits(JsonElement value, SchemaPlace schema) => Try(value, schema, "$", 0).Count == 0;

    private void Check(JsonElement value, SchemaPlace schema, string path, int depth)
    {
        var known = new KnownMembers();
        Apply(value, schema, path, known, depth);
        AddMissing(path, known);
        if (value.ValueKind == JsonValueKind.Object && known.AreAll)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                if (!known.Names.Contains(member.Name))
                {
                    Add(Member(path, member.Name), schema.Resolve(root).Pointer, "unknown member");
                }
            }
        }
    }

    private void Apply(JsonElement value, SchemaPlace schema, string path, KnownMembers known, int depth)
    {
        if (depth > MaximumDepth || schema.Schema.ValueKind == JsonValueKind.True)
        {
            known.IsOpen |= depth > MaximumDepth;
            return;
        }

        if (schema.Schema.ValueKind == JsonValueKind.False)
        {
            Add(path, schema.Pointer, "no value is allowed");
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && schema.IsTrue("nullable"))
        {
            return;
        }

        if (schema.Text("$ref") is { } reference && SchemaPlace.Find(root, reference) is { } target)
        {
            Apply(value, target, path, known, depth + 1);
        }

        if (!_values.Check(value, schema, path))
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            CheckItems(value, schema, path, depth);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(value, schema, path, known, depth);
        }
        else if (value.ValueKind == JsonValueKind.String && schema.Child("contentSchema") is { } content
            && MediaTypes.IsJson(schema.Text("contentMediaType") ?? MediaTypes.Json))
        {
            CheckContent(value.GetString()!, content, path, depth);
        }

        foreach (SchemaPlace part in schema.Items("allOf"))
        {
            Apply(value, part, path, known, depth + 1);
        }

        bool isDiscriminated = ApplyDiscriminated(value, schema, path, known, depth);
        if (!isDiscriminated)
        {
            ApplyAny(value, schema, "oneOf", path, known, depth);
            ApplyAny(value, schema, "anyOf", path, known, depth);
        }

        if (schema.Child("not") is { } not && Try(value, not, path, depth).Count == 0)
        {
            Add(path, not.Pointer, "a value that 'not' excludes");
        }
    }

    // JSON in a string.
    private void CheckContent(string text, SchemaPlace schema, string path, int depth)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            Check(json.RootElement, schema, path, depth + 1);
        }
        catch (JsonException)
        {
            Add(path, schema.Pointer, "no JSON");
        }
    }

    private void CheckItems(JsonElement value, SchemaPlace schema, string path, int depth)
    {
        int count = value.GetArrayLength();
        if (schema.Count("minItems") > count)
        {
            Add(path, schema.Pointer + "/minItems", $"{count} items");
        }

        if (schema.Count("maxItems") < count)
        {
            Add(path, schema.Pointer + "/maxItems", $"{count} items");
        }

        SchemaPlace[] first = [.. schema.Items("prefixItems")];
        SchemaPlace? items = schema.Child("items");
        for (int i = 0; i < count; i++)
        {
            if ((i < first.Length ? first[i] : items) is { } item)
            {
                Check(value[i], item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), depth + 1);
            }
        }
    }

    private void CheckMembers(JsonElement value, SchemaPlace schema, string path, KnownMembers known, int depth)
    {
        foreach (SchemaPlace required in schema.Items("required"))
        {
            if (required.Schema.GetString() is { } name && !value.TryGetProperty(name, out _) && !IsOneWay(schema, name, isRequest))
            {
                known.Missing.Add(new(name, required.Pointer));
            }
        }

        foreach (KeyValuePair<string, SchemaPlace> property in schema.Members("properties"))
        {
            known.Add(property.Key);
            if (value.TryGetProperty(property.Key, out JsonElement member))
            {
                if (IsOneWay(schema, property.Key, isRequest))
                {
                    Add(Member(path, property.Key), property.Value.Pointer, isRequest ? "read-only member is sent" : "write-only member is received");
                }

                Check(member, property.Value, Member(path, property.Key), depth + 1);
            }
        }

        KeyValuePair<string, SchemaPlace>[] patterns = [.. schema.Members("patternProperties")];
        SchemaPlace? others = schema.Child("additionalProperties");
        known.HasDescription |= patterns.Length > 0 || others is { Schema.ValueKind: JsonValueKind.False };
        known.IsOpen |= others is { Schema.ValueKind: not JsonValueKind.False }
            || Array.Exists(OtherDescriptions, keyword => schema.Child(keyword) is { Schema.ValueKind: not JsonValueKind.False });
        foreach (JsonProperty member in value.EnumerateObject())
        {
            bool isDescribed = schema.Child("properties") is { } properties && properties.Schema.TryGetProperty(member.Name, out _);
            foreach ((string pattern, SchemaPlace place) in patterns)
            {
                if (ValueCheck.IsMatch(pattern, member.Name) != false)
                {
                    isDescribed = true;
                    known.Add(member.Name);
                    Check(member.Value, place, Member(path, member.Name), depth + 1);
                }
            }

            if (!isDescribed && others is { Schema.ValueKind: JsonValueKind.Object } schemaOfOthers)
            {
                Check(member.Value, schemaOfOthers, Member(path, member.Name), depth + 1);
            }
        }
    }

    // In a request a member that only responses have, and the other way round.
    private bool IsOneWay(SchemaPlace schema, string name, bool inRequest) =>
        schema.Child("properties")?.Child(name) is { } property
        && (property.IsTrue(inRequest ? "readOnly" : "writeOnly") || property.Resolve(root).IsTrue(inRequest ? "readOnly" : "writeOnly"));

    // The variant that the value names; also of a base whose derived schemas stand elsewhere.
    private bool ApplyDiscriminated(JsonElement value, SchemaPlace schema, string path, KnownMembers known, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object || schema.Child("discriminator") is not { } discriminator
            || discriminator.Text("propertyName") is not { } name || !value.TryGetProperty(name, out JsonElement named))
        {
            return false;
        }

        string text = named.ToString();
        string reference = discriminator.Child("mapping")?.Text(text) is { } mapped
            ? mapped.StartsWith('#') ? mapped : "#/components/schemas/" + mapped
            : "#/components/schemas/" + text;
        if (SchemaPlace.Find(root, reference) is not { } variant || !known.Discriminated.Add(schema.Pointer) || variant.Pointer == schema.Pointer)
        {
            return false;
        }

        known.Add(name);
        Apply(value, variant, path, known, depth + 1);
        return true;
    }

    // If all variants differ, the one with the fewest differences was probably meant.
    private void ApplyAny(JsonElement value, SchemaPlace schema, string keyword, string path, KnownMembers known, int depth)
    {
        List<StubDifference>? fewest = null;
        bool matches = false;
        foreach (SchemaPlace variant in schema.Items(keyword))
        {
            var ofVariant = new KnownMembers(known);
            List<StubDifference> found = Try(value, variant, path, depth, ofVariant);
            if (found.Count == 0)
            {
                matches = true;
                known.Add(ofVariant);
                known.IsOpen |= !ofVariant.HasDescription && IsFree(variant);
            }
            else if (fewest is null || found.Count < fewest.Count)
            {
                fewest = found;
            }
        }

        if (!matches && fewest is not null)
        {
            differences.AddRange(fewest);
            known.IsOpen = true;
        }
    }

    // A variant that takes any object, and not one that only restricts what is described next to it.
    private bool IsFree(SchemaPlace variant)
    {
        JsonElement schema = variant.Resolve(root).Schema;
        return schema.ValueKind == JsonValueKind.True
            || (schema.ValueKind == JsonValueKind.Object && (schema.TryGetProperty("type", out _) || !schema.EnumerateObject().MoveNext()));
    }

    private List<StubDifference> Try(JsonElement value, SchemaPlace schema, string path, int depth, KnownMembers? known = null)
    {
        List<StubDifference> found = [];
        known ??= new KnownMembers();
        var check = new SchemaCheck(root, isRequest, found);
        check.Apply(value, schema, path, known, depth + 1);
        check.AddMissing(path, known);
        return found;
    }

    // A required member without a schema has no emitted member, so no test could set it.
    private void AddMissing(string path, KnownMembers known)
    {
        foreach ((string name, string pointer) in known.Missing)
        {
            if (known.Names.Contains(name) || !known.AreAll)
            {
                Add(path, pointer, $"required member '{name}' is missing");
            }
        }
    }

    private static string Member(string path, string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(PlainCharacters)
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

    private void Add(string path, string pointer, string text) => differences.Add(new StubDifference(path, pointer, text));
}
