using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>What the schemas of a property say about its use.</summary>
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

    /// <summary>Whether nothing is said about the value, or of the items of a list.</summary>
    public static bool IsUndescribed(PropertyPlan property) => property.View.Parts.TrueForAll(static part => IsUndescribed(
        part.Schema is { Type: JsonSchemaType.Array, Items: { } items } and not OpenApiSchemaReference ? items : part.Schema));

    /// <summary>Whether a schema says nothing at all.</summary>
    public static bool IsUndescribed(IOpenApiSchema schema) =>
        schema is { Type: null } and not OpenApiSchemaReference && SchemaViews.SaysOnlyType(schema);

    /// <summary>Whether a name can stand in the table of names, which is UTF-8 with a line per name.</summary>
    public static bool IsUsable(string name) => name.IndexOf('\n') < 0 && Unicode.IsWellFormed(name);
}
