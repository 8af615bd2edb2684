using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml;
using ClerkGen.Testing;

namespace ClerkGen.Client.Tests;

/// <summary>Turns JSON that a document's schema describes into values of the types that were emitted for it.</summary>
internal static class JsonArguments
{
    private static readonly MethodInfo ParseOf = typeof(ApiJson).GetMethod("Parse", BindingFlags.Public | BindingFlags.Static)!;

    /// <summary>Whether a type reads and writes itself as JSON.</summary>
    public static bool IsJson(Type type) => type.GetCustomAttribute<JsonConverterAttribute>() is not null;

    /// <summary>The property that a wire name became: equal but for case and everything that is not a letter or digit.</summary>
    /// <param name="type">An emitted type.</param>
    /// <param name="wireName">The name to find.</param>
    /// <param name="siblings">All wire names of the type: of several that are equal in that way the ordinally first has the plain name.</param>
    public static PropertyInfo? FindProperty(Type type, string wireName, IEnumerable<string> siblings)
    {
        string wanted = Squash(wireName);
        int index = siblings.Where(name => Squash(name) == wanted).Order(StringComparer.Ordinal).TakeWhile(name => name != wireName).Count();
        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => Squash(property.Name).StartsWith(wanted, StringComparison.Ordinal))
            .OrderBy(property => property.Name.Length)
            .ThenBy(property => property.Name, StringComparer.Ordinal)
            .ElementAtOrDefault(index);
    }

    /// <summary>The method's argument for a sample's body.</summary>
    public static object? Body(SampleBody body, Type type)
    {
        if (body.Bytes is { } bytes)
        {
            return type == typeof(string) ? Encoding.UTF8.GetString(bytes) : ApiFile.FromBytes(bytes, "sample.bin", body.ContentType);
        }

        if (body.Value is JsonObject members && HasFiles(type))
        {
            object value = Activator.CreateInstance(type, nonPublic: true)!;
            foreach ((string name, JsonNode? member) in members)
            {
                if (FindProperty(type, name, members.Select(other => other.Key)) is { } property)
                {
                    property.SetValue(value, Convert(member, property.PropertyType));
                }
                else if (type.GetProperty("AdditionalProperties")?.GetValue(value) is IDictionary others)
                {
                    others.Add(name, Convert(member, others.GetType().GetGenericArguments()[1]));
                }
                else
                {
                    throw new MissingMemberException(type.Name, name);
                }
            }

            return value;
        }

        return Convert(body.Value, type);
    }

    /// <summary>A value of <paramref name="type"/> for a JSON value.</summary>
    public static object? Convert(JsonNode? node, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return node is null ? null : Convert(node, underlying);
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(node);
        }

        if (node is null)
        {
            return null;
        }

        if (type == typeof(ApiFile))
        {
            return ApiFile.FromBytes(System.Convert.FromBase64String(node.GetValue<string>()), "sample.bin");
        }

        if (type == typeof(DateTimeOffset) && node.GetValueKind() == JsonValueKind.Number)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds((long)decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        if (type == typeof(TimeSpan))
        {
            return XmlConvert.ToTimeSpan(node.GetValue<string>());
        }

        if (type == typeof(TimeOnly))
        {
            return TimeOnly.Parse(node.GetValue<string>().TrimEnd('Z'), CultureInfo.InvariantCulture);
        }

        if (type.IsGenericType && node is JsonArray array && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Type item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, array.Count);
            for (int i = 0; i < array.Count; i++)
            {
                items.SetValue(Convert(array[i], item), i);
            }

            return items;
        }

        if (type.IsGenericType && node is JsonObject members && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            Type value = type.GetGenericArguments()[1];
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
            foreach ((string name, JsonNode? member) in members)
            {
                dictionary.Add(name, Convert(member, value));
            }

            return dictionary;
        }

        // The serializer would ask for members that a request does not have, since only the server sets them.
        return IsJson(type) && node is not null
            ? ParseOf.MakeGenericMethod(type).Invoke(null, [node.ToJsonString()])
            : JsonSerializer.Deserialize(node, type);
    }

    private static bool HasFiles(Type type) => type.GetProperties().Any(property =>
        property.PropertyType == typeof(ApiFile)
        || (property.PropertyType.IsGenericType && property.PropertyType.GetGenericArguments().Contains(typeof(ApiFile))));

    internal static string Squash(string name)
    {
        var squashed = new StringBuilder(name.Length);
        foreach (char character in name.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character))
            {
                squashed.Append(char.ToUpperInvariant(character));
            }
        }

        return squashed.ToString();
    }
}
