using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>An operation with the names that were chosen for it.</summary>
/// <param name="Source">The operation.</param>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Name">Stem of its methods, unique in the group.</param>
/// <param name="TypeStem">The first words of its types, unique in the document.</param>
internal sealed record NamedOperation(OperationSource Source, OperationGroup Group, string Name, string TypeStem)
{
    /// <summary>Its name in telemetry and errors: the document's id, or the derived one.</summary>
    public string Id => Source.Id ?? TypeStem;
}

/// <summary>A group of operations.</summary>
/// <param name="Name">Identifier of the group.</param>
/// <param name="PropertyName">Identifier of the client's property.</param>
internal sealed record OperationGroup(string Name, string PropertyName)
{
    /// <summary>The name of the class that the user chose by the group's own name, or null.</summary>
    public string? ChosenType { get; init; }

    /// <summary>The singular of the group's resources.</summary>
    public string Singular => Plurals.Singular(Name) ?? Name;
}
