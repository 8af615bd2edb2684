using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;

namespace ClerkGen.Requests;

/// <summary>
/// Names and texts of an object's members, for parameter styles that spread an object. The object is written as JSON and read
/// back, so that a member's wire name and form are the ones of its codec.
/// </summary>
internal static class ObjectMembers
{
    /// <summary>
    /// The object's own members. Those that are null are left out; arrays and objects become comma-separated text or JSON.
    /// </summary>
    internal static List<(string Name, string Text)> Of<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using JsonDocument document = Parse<T, TJson>(value);
        var members = new List<(string, string)>();
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null)
                {
                    members.Add((member.Name, TextOf(member.Value)));
                }
            }
        }

        return members;
    }

    /// <summary>The object's own members as the fields of a form: one for each item of a list of scalars, JSON for what holds objects.</summary>
    internal static List<(string Name, string Text)> FieldsOf<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using JsonDocument document = Parse<T, TJson>(value);
        var fields = new List<(string, string)>();
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.Array && ItemTexts(member.Value) is { } items)
                {
                    foreach (string item in items)
                    {
                        fields.Add((member.Name, item));
                    }
                }
                else if (member.Value.ValueKind != JsonValueKind.Null)
                {
                    fields.Add((member.Name, TextOf(member.Value)));
                }
            }
        }

        return fields;
    }

    /// <summary>
    /// The texts of a value that is no object: of a list each item's, else the value's own. Null for an object. Only here is it
    /// known for a type with both kinds of values, such as a union. No style has a form for lists of lists or of objects, so
    /// that such a list is one text of JSON.
    /// </summary>
    internal static List<string>? TextsOf<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using JsonDocument document = Parse<T, TJson>(value);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => null,
            JsonValueKind.Array => ItemTexts(document.RootElement) ?? [document.RootElement.GetRawText()],
            JsonValueKind.Null => [],
            _ => [TextOf(document.RootElement)],
        };
    }

    /// <summary>All scalars below the object, with their path in brackets after the parameter's name: <c>a[b][0]</c>.</summary>
    internal static List<(string Path, string Text)> DeepOf<T, TJson>(string name, T value)
        where TJson : IApiJson<T>
    {
        using JsonDocument document = Parse<T, TJson>(value);
        var members = new List<(string, string)>();
        AddDeep(members, name, document.RootElement);
        return members;
    }

    /// <summary>The text of a scalar, the JSON of an object or list; null when the value is a JSON null.</summary>
    internal static string? TextOrJsonOf<T, TJson>(T value, out bool isJson)
        where TJson : IApiJson<T>
    {
        using JsonDocument document = Parse<T, TJson>(value);
        isJson = !IsScalar(document.RootElement);
        return isJson ? document.RootElement.GetRawText()
            : document.RootElement.ValueKind == JsonValueKind.Null ? null : TextOf(document.RootElement);
    }

    /// <summary>The value as JSON text.</summary>
    internal static string JsonOf<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using var buffer = new PooledBufferWriter();
        ApiJsonBody.Write<T, TJson>(buffer, value);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static JsonDocument Parse<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using var buffer = new PooledBufferWriter();
        ApiJsonBody.Write<T, TJson>(buffer, value);
        return JsonDocument.Parse(buffer.Written.ToArray());
    }

    private static void AddDeep(List<(string, string)> members, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    AddDeep(members, $"{path}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    AddDeep(members, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                members.Add((path, TextOf(value)));
                break;
        }
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when ItemTexts(value) is { } texts => string.Join(',', texts),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    /// <summary>The texts of an array's items, or null when one is an array or object.</summary>
    private static List<string>? ItemTexts(JsonElement array)
    {
        var texts = new List<string>(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (!IsScalar(item))
            {
                return null;
            }

            texts.Add(TextOf(item));
        }

        return texts;
    }
}
