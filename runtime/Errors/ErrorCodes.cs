using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Errors;

/// <summary>
/// Codes and trace id in the body of an error, wherever the usual shapes keep them, as far as they are plain words that a
/// message may hold.
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
            AddFrom(codes, document.RootElement, secrets);
            return (codes, TraceIdOf(document.RootElement, secrets));
        }
        catch (JsonException)
        {
            return ([], null);
        }
    }

    private static void AddFrom(List<string> codes, JsonElement error, List<string>? secrets)
    {
        if (error.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in errors.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("code", out JsonElement code))
                {
                    Add(codes, code, secrets);
                }
            }
        }

        foreach (string name in (string[])["code", "error", "type"])
        {
            if (codes.Count == 0 && error.TryGetProperty(name, out JsonElement code))
            {
                if (code.ValueKind == JsonValueKind.Object)
                {
                    if (code.TryGetProperty("code", out JsonElement inner))
                    {
                        Add(codes, inner, secrets);
                    }
                }
                else
                {
                    Add(codes, code, secrets);
                }
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

    private static string? TraceIdOf(JsonElement error, List<string>? secrets)
    {
        foreach (JsonProperty member in error.EnumerateObject())
        {
            if (member.Name.EndsWith("trace_id", StringComparison.OrdinalIgnoreCase)
                || member.Name.EndsWith("traceId", StringComparison.OrdinalIgnoreCase))
            {
                return Word(member.Value, secrets);
            }
        }

        return null;
    }

    private static string? Word(JsonElement value, List<string>? secrets)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return text is not null && HarmlessText.IsWord(text) && SecretMask.Apply(text, secrets) == text ? text : null;
    }
}
