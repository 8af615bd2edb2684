using ClerkGen.Generator.Translation.Context;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The schemas of a document, before anything is decided about types.</summary>
internal sealed class DocumentSchemas
{
    public DocumentSchemas(TranslationContext context)
    {
        Components = new ComponentSchemas(context);
        Views = new SchemaViews(context, Components);
        Nullability = new Nullability(Views, Components);
        UnionSizes = new UnionSizes(Views, Components);
        Bases = new DiscriminatedBases(Components, Views);
    }

    public ComponentSchemas Components { get; }

    public SchemaViews Views { get; }

    public Nullability Nullability { get; }

    public UnionSizes UnionSizes { get; }

    public DiscriminatedBases Bases { get; }

    /// <summary>The component that a schema refers to, or null.</summary>
    public ComponentSchema? FindComponent(SchemaPart part) =>
        Components.Find(part.Schema);

    /// <summary>The component that this one is another name for, or itself.</summary>
    public ComponentSchema Follow(ComponentSchema component, int depth)
    {
        HashSet<ComponentSchema> visited = [];
        while (visited.Add(component) && AliasOf(component, Views.Significant([component.Part], depth)) is { } alias)
        {
            component = alias;
        }

        return component;
    }

    /// <summary>The component that another one only renames, or null.</summary>
    /// <param name="component">The component.</param>
    /// <param name="significant">The parts of its schema with constraints.</param>
    public ComponentSchema? AliasOf(ComponentSchema component, List<SchemaPart> significant) =>
        significant.Count == 1 && !component.StaysApart && FindComponent(significant[0]) is { } target && !IsVariant(component, target)
            ? target
            : null;

    // The variants of a base name it in order to inherit from it.
    private static bool IsVariant(ComponentSchema component, ComponentSchema target) =>
        target.IsDiscriminatedBase && target.Derived.Contains(component);
}
