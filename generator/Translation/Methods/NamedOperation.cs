using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>An operation with the names that were chosen for it.</summary>
/// <param name="Source">The operation.</param>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Name">Stem of its methods, unique in the group.</param>
/// <param name="TypeStem">What its types begin with, unique in the document.</param>
internal sealed record NamedOperation(OperationSource Source, OperationGroup Group, string Name, string TypeStem)
{
    /// <summary>What telemetry and errors call it: the document's id, or the made-up one.</summary>
    public string Id => Source.Id ?? TypeStem;
}

/// <summary>A group of operations.</summary>
/// <param name="Name">Identifier of the group.</param>
/// <param name="PropertyName">Identifier of the client's property.</param>
internal sealed record OperationGroup(string Name, string PropertyName)
{
    /// <summary>What one of the things is called that the group is about.</summary>
    public string Singular => Plurals.Singular(Name) ?? Name;
}
