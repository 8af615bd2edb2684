using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Which way a value travels; decides about <c>readOnly</c> and <c>writeOnly</c> members.</summary>
public enum Direction
{
    /// <summary>From the client to the server: <c>readOnly</c> members are not expected.</summary>
    Request,

    /// <summary>From the server to the client: <c>writeOnly</c> members are not expected.</summary>
    Response,
}

/// <summary>
/// Checks a JSON value against a schema of the document. Where real documents mean something else than JSON Schema says, their meaning
/// holds: <c>oneOf</c> wants at least one match, not exactly one, and <c>additionalProperties: false</c> inside an <c>allOf</c> allows the
/// members that its neighbours declare. Formats are checked loosely. Safe for use from several threads.
/// </summary>
public static class SchemaChecker
{
    private const int MaxDepth = 200;

    /// <summary>Everything wrong with <paramref name="value"/>, as pointer and message; empty when it conforms.</summary>
    public static IReadOnlyList<(string Pointer, string Message)> Check(JsonNode? value, IOpenApiSchema schema, Direction direction)
    {
        var problems = new List<(string, string)>();
        new Walk(direction, problems, []).Value(value, schema, "", 0, null);
        return problems;
    }

    private readonly struct Walk(
        Direction direction, List<(string Pointer, string Message)> problems, HashSet<(IOpenApiSchema Schema, string Pointer)> open)
    {
        public void Value(JsonNode? value, IOpenApiSchema declared, string pointer, int depth, HashSet<string>? neighbours)
        {
            IOpenApiSchema schema = declared.Resolve();
            if (depth > MaxDepth)
            {
                problems.Add((pointer, "nested too deeply to check"));
                return;
            }

            if (value is null && schema.SaysNullable())
            {
                return;
            }

            if (schema.Const is not null && !schema.ConstValues().Any(candidate => JsonDiff.AreEqual(candidate, value)))
            {
                problems.Add((pointer, $"expected the constant {schema.Const}, got {Text(value)}"));
            }

            IReadOnlyList<JsonNode?> allowed = schema.EnumValues();
            if (allowed.Count > 0 && !allowed.Any(candidate => JsonDiff.AreEqual(candidate, value)))
            {
                problems.Add((pointer, $"expected one of {string.Join(", ", allowed.Select(Text))}, got {Text(value)}"));
            }

            // Without a type everything is allowed, null included, unless some other keyword has already said otherwise.
            if (schema.Type is { } type && !IsOfType(value, type))
            {
                problems.Add((pointer, $"expected {schema.Type}, got {Text(value)}"));
                return;
            }

            // A variant may in turn be made of the union that it belongs to; what is already being checked is not checked again inside.
            if (open.Add((schema, pointer)))
            {
                Composition(value, schema, pointer, depth, neighbours);
                open.Remove((schema, pointer));
            }

            // A value that the document lists is meant to be allowed, whatever length or range stands beside the list.
            bool listed = allowed.Count > 0 || schema.Const is not null;
            switch (value)
            {
                case JsonObject properties:
                    Members(properties, schema, pointer, depth, neighbours);
                    break;
                case JsonArray items:
                    Items(items, schema, pointer, depth);
                    break;
                case JsonValue when !listed && value.GetValueKind() == JsonValueKind.String:
                    String(value.GetValue<string>(), schema, pointer);
                    break;
                case JsonValue when !listed && value.GetValueKind() == JsonValueKind.Number:
                    Number(value.ToJsonString(), schema, pointer);
                    break;
            }
        }

        private void Composition(JsonNode? value, IOpenApiSchema schema, string pointer, int depth, HashSet<string>? neighbours)
        {
            if (value is JsonObject && schema.AllOf is { Count: > 0 })
            {
                neighbours = [.. neighbours ?? []];
                Schemas.DeclaredNames(schema, neighbours);
            }

            foreach (IOpenApiSchema part in schema.AllOf ?? [])
            {
                Value(value, part, pointer, depth + 1, neighbours);
            }

            Variants(value, schema.OneOf, schema.Discriminator, "oneOf", pointer, depth, neighbours);
            Variants(value, schema.AnyOf, schema.Discriminator, "anyOf", pointer, depth, neighbours);
            if (schema.Not is { } not && !not.AllowsAnything() && Check(value, not, direction).Count == 0)
            {
                problems.Add((pointer, "matches what the schema excludes with 'not'"));
            }
        }

        private void Variants(
            JsonNode? value, IList<IOpenApiSchema>? variants, OpenApiDiscriminator? discriminator, string keyword, string pointer,
            int depth, HashSet<string>? neighbours)
        {
            if (variants is not { Count: > 0 })
            {
                return;
            }

            if (discriminator?.PropertyName is { } name && value is JsonObject members
                && members[name] is JsonValue chosen && chosen.TryGetValue(out string? choice)
                && Schemas.Variant(discriminator, variants, choice) is { } variant)
            {
                Value(value, variant, pointer, depth + 1, neighbours);
                return;
            }

            List<(string Pointer, string Message)>? closest = null;
            foreach (IOpenApiSchema candidate in variants)
            {
                var attempt = new List<(string Pointer, string Message)>();
                new Walk(direction, attempt, open).Value(value, candidate, pointer, depth + 1, neighbours);
                if (attempt.Count == 0)
                {
                    return;
                }

                if (closest is null || attempt.Count < closest.Count)
                {
                    closest = attempt;
                }
            }

            problems.Add((pointer, $"matches none of the {variants.Count} schemas of {keyword}; the closest fails at "
                + $"{closest![0].Pointer}: {closest[0].Message}"));
        }

        private void Members(JsonObject value, IOpenApiSchema schema, string pointer, int depth, HashSet<string>? neighbours)
        {
            IReadOnlyDictionary<string, IOpenApiSchema> properties = schema.Properties.OrEmpty();
            foreach (string required in schema.Required ?? new HashSet<string>())
            {
                if (!value.ContainsKey(required)
                    && !(properties.TryGetValue(required, out IOpenApiSchema? absent) && IsForOtherWay(absent)))
                {
                    problems.Add((JsonPointer.Append(pointer, required), "required, but missing"));
                }
            }

            foreach ((string name, JsonNode? member) in value)
            {
                string memberPointer = JsonPointer.Append(pointer, name);
                bool known = false;
                if (properties.TryGetValue(name, out IOpenApiSchema? property))
                {
                    known = true;
                    Value(member, property, memberPointer, depth + 1, null);
                }

                foreach ((string pattern, IOpenApiSchema patternSchema) in schema.PatternProperties.OrEmpty())
                {
                    if (Patterns.Matches(pattern, name) != false)
                    {
                        known = true;
                        Value(member, patternSchema, memberPointer, depth + 1, null);
                    }
                }

                if (known)
                {
                    continue;
                }

                if (schema.AdditionalProperties is { } additional)
                {
                    Value(member, additional, memberPointer, depth + 1, null);
                }
                else if (!schema.AdditionalPropertiesAllowed && neighbours?.Contains(name) != true)
                {
                    problems.Add((memberPointer, "not a member of the schema, which allows no others"));
                }
            }

            if (value.Count < schema.MinProperties || value.Count > schema.MaxProperties)
            {
                problems.Add((pointer, $"{value.Count} members are not within {schema.MinProperties} to {schema.MaxProperties}"));
            }
        }

        private bool IsForOtherWay(IOpenApiSchema property) =>
            direction == Direction.Request ? property.Resolve().ReadOnly : property.Resolve().WriteOnly;

        private void Items(JsonArray value, IOpenApiSchema schema, string pointer, int depth)
        {
            if (schema.Items is { } items)
            {
                for (int i = 0; i < value.Count; i++)
                {
                    Value(value[i], items, JsonPointer.Append(pointer, $"{i}"), depth + 1, null);
                }
            }

            if (value.Count < schema.MinItems || value.Count > schema.MaxItems)
            {
                problems.Add((pointer, $"{value.Count} items are not within {schema.MinItems} to {schema.MaxItems}"));
            }

            if (schema.UniqueItems == true && value.Where((item, i) => value.Take(i).Any(other => JsonDiff.AreEqual(item, other))).Any())
            {
                problems.Add((pointer, "has equal items where they must be unique"));
            }
        }

        private void String(string value, IOpenApiSchema schema, string pointer)
        {
            int length = value.EnumerateRunes().Count();
            if (length < schema.MinLength || length > schema.MaxLength)
            {
                problems.Add((pointer, $"{length} characters are not within {schema.MinLength} to {schema.MaxLength}: {value}"));
            }

            if (schema.Pattern is { } pattern && Patterns.Matches(pattern, value) == false)
            {
                problems.Add((pointer, $"does not match the pattern {pattern}: {value}"));
            }

            // A document may give a string format beside several types; the format then says nothing about the others.
            if (schema.Format is { } format && !Formats.IsString(format, value))
            {
                problems.Add((pointer, $"is no {format}: {value}"));
            }
        }

        private void Number(string text, IOpenApiSchema schema, string pointer)
        {
            if (schema.Format is { } format && !Formats.IsNumber(format, text))
            {
                problems.Add((pointer, $"is no {format}: {text}"));
            }

            if (!JsonNumber.TryDecimal(text, out decimal value))
            {
                return;
            }

            bool inside =
                !(JsonNumber.TryDecimal(schema.Minimum, out decimal minimum) && value < minimum)
                && !(JsonNumber.TryDecimal(schema.Maximum, out decimal maximum) && value > maximum)
                && !(JsonNumber.TryDecimal(schema.ExclusiveMinimum, out decimal above) && value <= above)
                && !(JsonNumber.TryDecimal(schema.ExclusiveMaximum, out decimal below) && value >= below);
            if (!inside)
            {
                problems.Add((pointer, $"{text} is outside the allowed range"));
            }

            if (schema.MultipleOf is { } step && step != 0 && value % step != 0)
            {
                problems.Add((pointer, $"{text} is no multiple of {step}"));
            }
        }
    }

    /// <summary>Whether a value is of one of the types in <paramref name="type"/>.</summary>
    internal static bool IsOfType(JsonNode? value, JsonSchemaType type)
    {
        return value?.GetValueKind() switch
        {
            null => type.HasFlag(JsonSchemaType.Null),
            JsonValueKind.Object => type.HasFlag(JsonSchemaType.Object),
            JsonValueKind.Array => type.HasFlag(JsonSchemaType.Array),
            JsonValueKind.String => type.HasFlag(JsonSchemaType.String),
            JsonValueKind.True or JsonValueKind.False => type.HasFlag(JsonSchemaType.Boolean),
            JsonValueKind.Number => type.HasFlag(JsonSchemaType.Number)
                || (type.HasFlag(JsonSchemaType.Integer) && JsonNumber.IsInteger(value.ToJsonString())),
            _ => true,
        };
    }

    private static string Text(JsonNode? value)
    {
        string text = value?.ToJsonString() ?? "null";
        return text.Length > 120 ? string.Concat(text.AsSpan(0, 120), "…") : text;
    }
}
