using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Gives identifiers their own types.</summary>
internal interface IIdentifierTypes
{
    /// <summary>Whether nothing of the document has a type for its identifiers; only sure when all of it was planned.</summary>
    bool IsEmpty { get; }

    /// <summary>The type of a property.</summary>
    /// <param name="owner">The class that has it.</param>
    /// <param name="property">The property.</param>
    /// <param name="type">The plan it was given.</param>
    TypePlan OfProperty(ObjectPlan owner, PropertyView property, TypePlan type);

    /// <summary>The type of a parameter.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="pointer">Pointer of the schema.</param>
    /// <param name="name">Its name.</param>
    /// <param name="path">Its path; null for parameters elsewhere.</param>
    /// <param name="type">The plan it was given.</param>
    TypePlan OfParameter(IOpenApiSchema schema, string pointer, string name, string? path, TypePlan type);
}
