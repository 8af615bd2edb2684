using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Errors;

/// <summary>
/// Codes and trace id in the body of an error, in the usual places. Only plain words are kept, because they appear in messages.
/// </summary>
internal static class ErrorCodes
{
    private const int MaxCodes = 3;
    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>Finds them. Gives nothing for a body that is not a JSON object.</summary>
    internal static (IReadOnlyList<string> Codes, string? TraceId) Of(ReadOnlyMemory<byte> body, List<string>? secrets)
    {
        if (body.Length is 0 or > MaxBodyBytes)
        {
            return ([], null);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ([], null);
            }

            var codes = new List<string>();
            string? traceId = null;
            foreach ((string name, JsonElement value) in Members(document.RootElement))
            {
                if (traceId is null && IsTraceId(name))
                {
                    traceId = Word(value, secrets);
                }
            }

            AddFrom(codes, document.RootElement, secrets);
            return (codes, traceId);
        }
        catch (JsonException)
        {
            return ([], null);
        }
    }

    private static bool IsTraceId(string name) =>
        name.EndsWith("trace_id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("traceId", StringComparison.OrdinalIgnoreCase);

    // JSON has a form for half a surrogate pair (RFC 8259, section 8.2), which .NET takes for no text. A member of such a name is passed over.
    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (Text(static member => member.Name, member) is string name)
            {
                yield return (name, member.Value);
            }
        }
    }

    private static JsonElement Find(JsonElement element, string name)
    {
        JsonElement found = default;
        foreach ((string member, JsonElement value) in Members(element))
        {
            found = member == name ? value : found;
        }

        return found;
    }

    private static string? Text<T>(Func<T, string?> read, T from)
    {
        try
        {
            return read(from);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void AddFrom(List<string> codes, JsonElement error, List<string>? secrets)
    {
        if (Find(error, "errors") is { ValueKind: JsonValueKind.Array } errors)
        {
            foreach (JsonElement item in errors.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object)
                {
                    Add(codes, Find(item, "code"), secrets);
                }
            }
        }

        foreach (string name in (string[])["code", "error", "type"])
        {
            if (codes.Count == 0)
            {
                JsonElement code = Find(error, name);
                Add(codes, code.ValueKind == JsonValueKind.Object ? Find(code, "code") : code, secrets);
            }
        }
    }

    private static void Add(List<string> codes, JsonElement code, List<string>? secrets)
    {
        if (codes.Count < MaxCodes && Word(code, secrets) is string word && !codes.Contains(word))
        {
            codes.Add(word);
        }
    }

    private static string? Word(JsonElement value, List<string>? secrets)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => Text(static value => value.GetString(), value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return text is not null && HarmlessText.IsWord(text) && SecretMask.Apply(text, secrets) == text ? text : null;
    }
}
