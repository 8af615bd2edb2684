using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Facts about the use of a property, from its schemas.</summary>
internal static class PropertyTraits
{
    /// <summary>Whether the member is never sent.</summary>
    public static bool IsReadOnly(PropertyView property) =>
        property.Parts.Exists(static part => part.Schema.ReadOnly) && !property.Parts.Exists(static part => part.Schema.WriteOnly);

    /// <summary>Whether the member is never received.</summary>
    public static bool IsWriteOnly(PropertyView property) =>
        property.Parts.Exists(static part => part.Schema.WriteOnly) && !property.Parts.Exists(static part => part.Schema.ReadOnly);

    public static bool IsDeprecated(PropertyView property) => property.Parts.Exists(static part => part.Schema.Deprecated);

    /// <summary>The name that the document's author chose, or null.</summary>
    public static string? ChosenName(PropertyView property)
    {
        for (int i = property.Parts.Count - 1; i >= 0; i--)
        {
            if (ChosenNames.Find(property.Parts[i].Schema) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Whether the value, or the items of a list, are unconstrained.</summary>
    public static bool IsUndescribed(PropertyPlan property) => property.View.Parts.TrueForAll(static part => IsUndescribed(
        part.Schema is { Items: { } items } and not OpenApiSchemaReference && part.Schema.Types() == SchemaTypes.Array ? items : part.Schema));

    /// <summary>Whether a schema is empty.</summary>
    public static bool IsUndescribed(IOpenApiSchema schema) =>
        schema is { Type: null } and not OpenApiSchemaReference && SchemaViews.SaysOnlyType(schema);

    /// <summary>Whether the table of names, UTF-8 with a line per name, can contain a name.</summary>
    public static bool IsUsable(string name) => name.IndexOf('\n') < 0 && Unicode.IsWellFormed(name);
}
