using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Reads members of a request body, and applies them to resources.</summary>
internal static class Fields
{
    /// <summary>A required string.</summary>
    /// <exception cref="ClerkErrorException">It is missing, null, empty or not a string.</exception>
    public static string Required(JsonObject body, string name) => Optional(body, name) is { Length: > 0 } value
        ? value
        : throw ClerkErrorException.Missing(name);

    /// <summary>A string that may be missing or null.</summary>
    /// <exception cref="ClerkErrorException">It is not a string.</exception>
    public static string? Optional(JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string)value!,
        _ => throw ClerkErrorException.Unprocessable("form_param_type_invalid", "is invalid", $"{name} must be a string.", name),
    };

    /// <summary>A required mail address.</summary>
    /// <exception cref="ClerkErrorException">It is missing or not an address.</exception>
    public static string MailAddress(JsonObject body)
    {
        string address = Required(body, "email_address");
        int at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < address.Length - 1 && !address.Contains(' ', StringComparison.Ordinal)
            ? address
            : throw ClerkErrorException.Unprocessable(
                "form_param_format_invalid", "is invalid", "email_address must be a valid email address.", "email_address");
    }

    /// <summary>A copy of a metadata object; empty when it is missing or null.</summary>
    /// <exception cref="ClerkErrorException">It is not an object.</exception>
    public static JsonObject Metadata(JsonObject body, string name) => body[name] switch
    {
        null => [],
        JsonObject value => (JsonObject)value.DeepClone(),
        _ => throw ClerkErrorException.Unprocessable("form_param_type_invalid", "is invalid", $"{name} must be an object.", name),
    };

    /// <summary>Merges metadata deeply: a null removes its key at any level, an object merges, anything else replaces.</summary>
    public static void Merge(JsonObject target, JsonObject changes)
    {
        foreach ((string name, JsonNode? value) in changes)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject nested when target[name] is JsonObject existing:
                    Merge(existing, nested);
                    break;
                case JsonObject nested:
                    var created = new JsonObject();
                    Merge(created, nested);
                    target[name] = created;
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }
    }
}
