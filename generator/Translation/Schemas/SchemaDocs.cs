using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Turns a schema's descriptions into documentation: its own words first, then the constraints for a caller.</summary>
internal static class SchemaDocs
{
    private const int LongestText = 8000;
    private const int LongestFact = 300;

    /// <summary>Documentation of a type: its words, and where the document has it.</summary>
    public static DocModel OfType(SchemaPart part)
    {
        (string? summary, string? rest) = Paragraphs(part.Schema.Description, part.Schema.Title);
        string source = $"Schema {part.Pointer}.";
        return new DocModel(summary ?? source, summary is null ? null : rest is null ? source : rest + "\n" + source)
        {
            Deprecation = part.Schema.Deprecated ? DeprecationText.Of(summary, rest) : null,
            Pointer = part.Pointer,
        };
    }

    /// <summary>Documentation of a property: the last schema that describes it speaks, all of them constrain it.</summary>
    public static DocModel OfProperty(PropertyView property)
    {
        string? description = null;
        string? title = null;
        List<string> facts = [];
        for (int i = property.Parts.Count - 1; i >= 0; i--)
        {
            IOpenApiSchema schema = property.Parts[i].Schema;
            description ??= NonEmpty(schema.Description);
            title ??= NonEmpty(schema.Title);
            AddFacts(schema, facts);
        }

        (string? summary, string? rest) = Paragraphs(description, title);
        return (summary is null ? new DocModel(string.Join(" ", facts), null) : new DocModel(summary, Remarks(rest, facts))) with
        {
            Deprecation = PropertyTraits.IsDeprecated(property) ? DeprecationText.Of(summary, rest) : null,
        };
    }

    /// <summary>Further text, with the constraints for a caller as a separate paragraph; null for nothing.</summary>
    public static string? Remarks(string? text, List<string> facts) =>
        facts.Count == 0 ? text : (text is null ? "" : text + "\n\n") + string.Join(" ", facts);

    /// <summary>Documentation of anything that has a description.</summary>
    /// <param name="description">The document's words, if it has any.</param>
    /// <param name="fallback">The text if it has none. Nothing is better than the name once more.</param>
    public static DocModel Of(string? description, string fallback)
    {
        (string? summary, string? rest) = Paragraphs(description, null);
        return new DocModel(summary ?? fallback, rest);
    }

    /// <summary>The constraints for a caller: default, format, limits, pattern.</summary>
    public static void AddFacts(IOpenApiSchema schema, List<string> facts)
    {
        Add(facts, "Default", Literal(schema.Default));
        Add(facts, "Format", IsInType(schema.Format) ? null : schema.Format);
        Add(facts, "At least", schema.Minimum);
        Add(facts, "At most", schema.Maximum);
        Add(facts, "More than", schema.ExclusiveMinimum);
        Add(facts, "Less than", schema.ExclusiveMaximum);
        Add(facts, "Multiple of", schema.MultipleOf?.ToString(CultureInfo.InvariantCulture));
        AddRange(facts, "character", schema.MinLength, schema.MaxLength);
        AddRange(facts, "item", schema.MinItems, schema.MaxItems);
        AddRange(facts, "member", schema.MinProperties, schema.MaxProperties);
        Add(facts, "Pattern", schema.Pattern);
        if (schema.UniqueItems == true)
        {
            AddOnce(facts, "Items are unique.");
        }

        if (schema.ReadOnly)
        {
            AddOnce(facts, "Read-only: never sent.");
        }

        if (schema.WriteOnly)
        {
            AddOnce(facts, "Write-only: never received.");
        }
    }

    private static void AddRange(List<string> facts, string what, int? minimum, int? maximum)
    {
        string? text = (minimum, maximum) switch
        {
            (null or 0, null) => null,
            ({ } least, null) => $"At least {Count(least, what)}.",
            (null or 0, { } most) => $"At most {Count(most, what)}.",
            ({ } least, { } most) when least == most => $"Exactly {Count(most, what)}.",
            ({ } least, { } most) => $"{least.ToString(CultureInfo.InvariantCulture)} to {Count(most, what)}.",
        };
        if (text is not null)
        {
            AddOnce(facts, text);
        }
    }

    private static string Count(int count, string what) => $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static void Add(List<string> facts, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            AddOnce(facts, $"{name}: `{Cut(value, LongestFact)}`.");
        }
    }

    // The C# type shows it already; a secret shows it by its absence in a debugger.
    private static bool IsInType(string? format) =>
        Scalar.IsFormat(format) || format is "binary" or "password";

    private static void AddOnce(List<string> facts, string fact)
    {
        if (!facts.Contains(fact))
        {
            facts.Add(fact);
        }
    }

    private static string? Literal(JsonNode? node) =>
        node is JsonValue value && !value.IsJsonNullSentinel() && value.GetValueKind() != JsonValueKind.Null
            ? value.TryGetValue(out string? text) ? (text.Length == 0 ? "\"\"" : text) : value.ToJsonString()
            : null;

    // The first paragraph is the summary, the rest are remarks.
    private static (string? Summary, string? Further) Paragraphs(string? description, string? title)
    {
        string? text = NonEmpty(description);
        if (text is null)
        {
            return (NonEmpty(title), null);
        }

        text = Cut(text, LongestText);
        int end = FindBlankLine(text);
        return end < 0 ? (text, null) : (text.Substring(0, end).TrimEnd(), NonEmpty(text.Substring(end)));
    }

    private static int FindBlankLine(string text)
    {
        for (int at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            int next = at + 1;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            {
                next++;
            }

            if (next < text.Length && text[next] == '\n')
            {
                return at;
            }
        }

        return -1;
    }

    private static string? NonEmpty(string? text)
    {
        string? trimmed = text?.Trim();
        return trimmed is { Length: > 0 } ? trimmed : null;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        StringBuilder cut = new(text, 0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length, length + 1);
        return cut.Append('…').ToString();
    }
}
