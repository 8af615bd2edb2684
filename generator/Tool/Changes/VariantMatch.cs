using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Finds the alternatives of two unions that belong together.</summary>
internal static class VariantMatch
{
    /// <summary>The alternatives of both, of the old one only, of the new one only.</summary>
    public static (IReadOnlyList<(string Old, string New)> Common, IReadOnlyList<string> Gone, IReadOnlyList<string> Added) Of(
        WireDocument old, WireDocument current, WireSchema oldSchema, WireSchema newSchema)
    {
        List<(string, string)> common = [];
        List<string> gone = [];
        List<string> added = [.. newSchema.Variants];
        foreach (string variant in oldSchema.Variants)
        {
            string name = Name(old, variant);
            int at = added.FindIndex(other => Name(current, other) == name);
            if (at >= 0)
            {
                common.Add((variant, added[at]));
                added.RemoveAt(at);
            }
            else
            {
                gone.Add(variant);
            }
        }

        // A renamed component is still the same alternative.
        foreach (string variant in gone.ToArray())
        {
            WireSchema schema = old.Schema(variant);
            string shape = Shape(schema);
            int at = added.FindIndex(other => Shape(current.Schema(other)) == shape && !AreOthers(schema, current.Schema(other)));
            if (at >= 0)
            {
                common.Add((variant, added[at]));
                added.RemoveAt(at);
                gone.Remove(variant);
            }
        }

        return (common, gone, added);

        // Components that both documents have are not renamed.
        bool AreOthers(WireSchema first, WireSchema second) => first.Component is not null && second.Component is not null
            && current.Find(first.Pointer) is not null && old.Find(second.Pointer) is not null;
    }

    /// <summary>The name of an alternative: the component's key, or its types and members.</summary>
    public static string Name(WireDocument document, string pointer)
    {
        WireSchema schema = document.Schema(pointer);
        return schema.Component ?? Shape(schema);
    }

    private static string Shape(WireSchema schema) => schema.Properties.Count > 0
        ? "{" + string.Join(",", schema.Properties.Select(static property => property.Name).Order(StringComparer.Ordinal)) + "}"
        : string.Join('/', schema.Types) + (schema.Format is { } format ? $"({format})" : "") + string.Join(',', schema.Values);
}
