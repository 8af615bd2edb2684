using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The purpose of a plan.</summary>
/// <param name="Head">The schema that gives the name, the docs and the place for diagnostics.</param>
/// <param name="Component">The component that the type will be, or null.</param>
/// <param name="Identity">The type's unique key.</param>
internal sealed record PlanTarget(SchemaPart Head, ComponentSchema? Component, string Identity)
{
    public static PlanTarget Of(ComponentSchema component) => new(component.Part, component, component.Part.Pointer);

    public static PlanTarget Inline(IReadOnlyList<SchemaPart> parts, SuggestedName name)
    {
        SchemaPart head = parts[parts.Count - 1];
        string identity = parts.Count == 1 ? IdentityOf(head) : string.Join("&", parts.Select(IdentityOf));
        return new PlanTarget(head.Name == name ? head : head with { Name = name }, Component: null, identity);
    }

    private static string IdentityOf(SchemaPart part) => part.IsBare ? part.Pointer + "!" : part.Pointer;

    /// <summary>For a type inside this one without a separate place.</summary>
    public PlanTarget Then(SuggestedName name, string role) => new(Head with { Name = name }, Component: null, Identity + "&" + role);
}
