using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Describes a value of a parameter or member: its default, limits and listed values.</summary>
internal sealed class ValueFacts(EmittedClient client, TypePlaces places)
{
    private const int LongestList = 12;

    /// <summary>The limits of a value, as Markdown.</summary>
    /// <param name="schema">The value's schema.</param>
    /// <param name="from">The page that has the value.</param>
    /// <param name="type">The value's C# type, if it is known.</param>
    public string Of(WireSchema schema, string from, string? type)
    {
        List<string> facts = [];
        if (schema.Default is { } value)
        {
            facts.Add($"Default: {MarkdownText.Code(value)}.");
        }

        facts.AddRange(schema.Limits.Select(static limit => $"{Limit(limit.Key)} {MarkdownText.Code(limit.Value)}."));
        bool isDescribed = type is not null && TypeNames.In(type).Any(name => places.PageOf(name) is { } page && (page != from || client.MembersOf(name).Count > 0));
        if (schema.Values is { Count: > 0 } values && !isDescribed)
        {
            facts.Add("One of " + string.Join(", ", values.Take(LongestList).Select(MarkdownText.Code)) + ".");
        }

        return string.Join(" ", facts);
    }

    private static string Limit(string keyword) => keyword switch
    {
        "minimum" or "minLength" or "minItems" or "minProperties" => keyword == "minimum" ? "At least" : $"At least ({Unit(keyword)}):",
        "maximum" or "maxLength" or "maxItems" or "maxProperties" => keyword == "maximum" ? "At most" : $"At most ({Unit(keyword)}):",
        "exclusiveMinimum" => "More than",
        "exclusiveMaximum" => "Less than",
        "multipleOf" => "A multiple of",
        "pattern" => "Pattern:",
        _ => "Unique items:",
    };

    private static string Unit(string keyword) => keyword[3..] switch { "Length" => "characters", "Items" => "items", _ => "members" };
}
