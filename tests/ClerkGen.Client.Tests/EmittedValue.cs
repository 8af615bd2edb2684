using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Client.Tests;

/// <summary>Looks into values of emitted types by the names of the wire.</summary>
internal static class EmittedValue
{
    /// <summary>Whether a value has at a JSON pointer what the JSON that it was read from has there.</summary>
    public static bool Holds(object? value, JsonNode? json, string pointer)
    {
        foreach (string token in pointer.Split('/').Skip(1).Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            // A union's value is one of its variants.
            while (value is not null && JsonArguments.IsJson(value.GetType()) && value.GetType().GetProperty("Value") is { } variant
                && variant.PropertyType == typeof(object))
            {
                value = variant.GetValue(value);
            }

            switch (json)
            {
                case JsonArray items when value is IList list && int.TryParse(token, CultureInfo.InvariantCulture, out int index) && index < list.Count:
                    json = items[index];
                    value = list[index];
                    break;
                case JsonObject members when value is IDictionary dictionary && dictionary.Contains(token):
                    json = members[token];
                    value = dictionary[token];
                    break;
                case JsonObject members when value is not null
                    && JsonArguments.FindProperty(value.GetType(), token, members.Select(member => member.Key)) is PropertyInfo property:
                    json = members[token];
                    value = property.GetValue(value);
                    break;
                default:
                    return false;
            }
        }

        JsonNode? written = value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType());
        return WireComparison.Compare(json, written, nullIsMissing: true)
            .All(difference => difference.Pointer.Length > 0 && Holds(value, json, difference.Pointer));
    }
}
