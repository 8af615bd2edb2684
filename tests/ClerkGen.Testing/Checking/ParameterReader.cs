using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>A query parameter or form field as the wire sees it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">The schema of the value; null when <paramref name="Content"/> stands in its place.</param>
/// <param name="Style">How lists and objects become pairs.</param>
/// <param name="Explode">Whether each item and member is a pair of its own.</param>
/// <param name="Content">The schema of a value that is sent as JSON text.</param>
internal sealed record QueryParameter(string Name, IOpenApiSchema? Schema, ParameterStyle Style, bool Explode, IOpenApiSchema? Content);

/// <summary>
/// Reads the value of a parameter back from the wire by its style and explode (OpenAPI 3.1.1, section 4.8.12.3, and RFC 6570).
/// Delimiters count only where they are not percent-encoded: an encoded comma belongs to the value.
/// </summary>
internal static class ParameterReader
{
    /// <summary>Reads a path parameter from its raw segment.</summary>
    public static JsonNode? Path(IOpenApiParameter parameter, string raw)
    {
        if (ContentSchema(parameter) is { } content)
        {
            return Json(Uri.UnescapeDataString(raw), content);
        }

        string text = parameter.Style switch
        {
            ParameterStyle.Label => raw.StartsWith('.') ? raw[1..] : throw new FormatException("a label starts with a dot"),
            ParameterStyle.Matrix => raw.StartsWith(';') ? raw[1..] : throw new FormatException("a matrix parameter starts with ';'"),
            _ => raw,
        };
        char separator = (parameter.Style, parameter.Explode) switch
        {
            (ParameterStyle.Label, true) => '.',
            (ParameterStyle.Matrix, true) => ';',
            _ => ',',
        };
        string prefix = $"{parameter.Name}=";
        JsonSchemaType? structure = TextValue.Structure(parameter.Schema);
        if (parameter.Style == ParameterStyle.Matrix && !(parameter.Explode && structure == JsonSchemaType.Object))
        {
            string[] values = text.Split(parameter.Explode && structure == JsonSchemaType.Array ? [';'] : Array.Empty<char>());
            text = string.Join(separator, values.Select(value => value.StartsWith(prefix, StringComparison.Ordinal)
                ? value[prefix.Length..]
                : throw new FormatException($"a matrix parameter names itself: {value}")));
        }

        return Separated(text, separator, parameter.Explode, parameter.Schema, Uri.UnescapeDataString);
    }

    /// <summary>Reads a header value: a <c>simple</c> list without any encoding of its own.</summary>
    public static JsonNode? Header(IOpenApiParameter parameter, string text) => ContentSchema(parameter) is { } content
        ? Json(text, content)
        : Separated(text, ',', parameter.Explode, parameter.Schema, value => value.Trim());

    /// <summary>
    /// Reads a query parameter, a cookie or a form field, and takes the pairs that it consists of out of <paramref name="pairs"/>; false when it is
    /// not there.
    /// </summary>
    public static bool Query(QueryParameter parameter, List<QueryText> pairs, out JsonNode? value)
    {
        (string name, IOpenApiSchema? schema, ParameterStyle style, bool explode, IOpenApiSchema? content) = parameter;
        if (content is null && TextValue.Structure(schema) == JsonSchemaType.Object)
        {
            if (style == ParameterStyle.DeepObject)
            {
                return DeepObject(name, schema, pairs, out value);
            }

            if (explode)
            {
                return ExplodedObject(schema, pairs, out value);
            }
        }

        QueryText[] own = [.. pairs.Where(pair => pair.Name == name)];
        pairs.RemoveAll(pair => pair.Name == name);
        if (own.Length == 0)
        {
            value = null;
            return false;
        }

        bool isArray = TextValue.Structure(schema) == JsonSchemaType.Array;
        if (own.Length > 1 && !(isArray && explode))
        {
            throw new FormatException($"occurs {own.Length} times");
        }

        string first = own[0].RawValue ?? "";
        if (isArray && own.Length == 1 && TextValue.MayBeScalar(schema)
            && TextValue.Read(own[0].Value, schema) is { } scalar && SchemaChecker.Check(scalar, schema!, Direction.Request).Count == 0)
        {
            value = scalar;
            return true;
        }

        value = content is not null ? Json(own[0].Value, content)
            : isArray && explode ? new JsonArray([.. own.Select(pair => TextValue.Read(pair.Value, TextValue.Items(schema)))])
            : Separated(Normalised(first, style), ',', false, schema, QueryText.Decode);
        return true;
    }

    /// <summary>The schema of a parameter that is described by <c>content</c> instead of <c>schema</c>.</summary>
    public static IOpenApiSchema? ContentSchema(IOpenApiParameter parameter) =>
        parameter.Schema is null && parameter.Content is { Count: > 0 } content ? content.First().Value.Schema : null;

    // The delimiters of the two other delimited styles can only appear encoded in a URI; a comma of the value has to be encoded then.
    private static string Normalised(string raw, ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => raw.Replace(",", "%2C", StringComparison.Ordinal)
            .Replace("%20", ",", StringComparison.Ordinal).Replace('+', ','),
        ParameterStyle.PipeDelimited => raw.Replace(",", "%2C", StringComparison.Ordinal)
            .Replace("%7C", ",", StringComparison.OrdinalIgnoreCase).Replace('|', ','),
        _ => raw,
    };

    private static JsonNode? Separated(string raw, char separator, bool explode, IOpenApiSchema? schema, Func<string, string> decode)
    {
        switch (TextValue.Structure(schema))
        {
            case JsonSchemaType.Array:
                return raw.Length == 0
                    ? []
                    : new JsonArray([.. raw.Split(separator).Select(item => TextValue.Read(decode(item), TextValue.Items(schema)))]);
            case JsonSchemaType.Object:
                string[] pieces = raw.Length == 0 ? [] : raw.Split(separator);
                (string Name, string Value)[] members = explode
                    ? [.. pieces.Select(piece => piece.IndexOf('=', StringComparison.Ordinal) is int equals and >= 0
                        ? (piece[..equals], piece[(equals + 1)..])
                        : throw new FormatException($"no 'name=value': {piece}"))]
                    : pieces.Length % 2 == 0
                        ? [.. pieces.Chunk(2).Select(pair => (pair[0], pair[1]))]
                        : throw new FormatException("an odd number of names and values");
                var value = new JsonObject();
                foreach ((string name, string text) in members)
                {
                    value[decode(name)] = TextValue.Read(decode(text), TextValue.Member(schema, decode(name)));
                }

                return value;
            default:
                return TextValue.Read(decode(raw), schema);
        }
    }

    // style=form, explode=true: every member is a pair of its own; which pairs belong to the object only its schema tells.
    private static bool ExplodedObject(IOpenApiSchema? schema, List<QueryText> pairs, out JsonNode? value)
    {
        var members = new JsonObject();
        foreach (QueryText pair in pairs.ToArray())
        {
            if (TextValue.Member(schema, pair.Name) is { } member)
            {
                JsonNode? read = TextValue.Structure(member) is null
                    ? TextValue.Read(pair.Value, member)
                    : Separated(pair.RawValue ?? "", ',', false, member, QueryText.Decode);
                if (read is JsonArray more && members[pair.Name] is JsonArray before)
                {
                    before.Add(more[0]?.DeepClone());
                }
                else
                {
                    members[pair.Name] = read;
                }

                pairs.Remove(pair);
            }
        }

        value = members;
        return members.Count > 0;
    }

    private static bool DeepObject(string name, IOpenApiSchema? schema, List<QueryText> pairs, out JsonNode? value)
    {
        var members = new JsonObject();
        foreach (QueryText pair in pairs.Where(pair => pair.Name.StartsWith($"{name}[", StringComparison.Ordinal)).ToArray())
        {
            string[] keys = pair.Name[(name.Length + 1)..].TrimEnd(']').Split("][");
            Place(members, keys, pair.Value, schema);
            pairs.Remove(pair);
        }

        value = members;
        return members.Count > 0;
    }

    private static void Place(JsonObject members, ReadOnlySpan<string> keys, string text, IOpenApiSchema? schema)
    {
        string key = keys[0];
        IOpenApiSchema? member = TextValue.Member(schema, key);
        if (TextValue.Structure(member) == JsonSchemaType.Array && keys.Length <= 2)
        {
            if (members[key] is not JsonArray items)
            {
                members[key] = items = [];
            }

            items.Add(TextValue.Read(text, TextValue.Items(member)));
        }
        else if (keys.Length == 1)
        {
            members[key] = TextValue.Read(text, member);
        }
        else
        {
            if (members[key] is not JsonObject nested)
            {
                members[key] = nested = [];
            }

            Place(nested, keys[1..], text, member);
        }
    }

    private static JsonNode? Json(string text, IOpenApiSchema schema)
    {
        try
        {
            return TextValue.Structure(schema) is null && !text.StartsWith('"') ? TextValue.Read(text, schema) : JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"is no JSON: {e.Message}", e);
        }
    }
}
