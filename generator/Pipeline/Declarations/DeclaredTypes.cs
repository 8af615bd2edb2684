using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>The user's partial types: their declarations and places.</summary>
/// <param name="Types">Without places, so that emission does not depend on them.</param>
/// <param name="Places">For diagnostics.</param>
internal sealed record DeclaredTypes(EquatableArray<UserTypeModel> Types, EquatableArray<DeclarationPlace> Places)
{
    private static readonly DeclaredTypes None = new(EquatableArray<UserTypeModel>.Empty, EquatableArray<DeclarationPlace>.Empty);

    /// <summary>Those of the project's types that lie in a document's namespace, each once, in ordinal order.</summary>
    public static EquatableArray<DeclaredTypeName> Select(EquatableArray<DeclaredTypeName> all, EquatableArray<string> namespaces)
    {
        HashSet<string> wanted = [.. namespaces];
        HashSet<DeclaredTypeName> found = [];
        foreach (DeclaredTypeName name in all)
        {
            if (wanted.Contains(name.Namespace))
            {
                found.Add(name);
            }
        }

        List<DeclaredTypeName> sorted = [.. found];
        sorted.Sort(static (left, right) =>
            left.Namespace == right.Namespace
                ? string.CompareOrdinal(left.Name, right.Name)
                : string.CompareOrdinal(left.Namespace, right.Namespace));
        return sorted.ToEquatableArray();
    }

    /// <summary>Reads the declarations from the compilation.</summary>
    public static DeclaredTypes Read(EquatableArray<DeclaredTypeName> names, Compilation compilation, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return None;
        }

        List<UserTypeModel> types = [];
        List<DeclarationPlace> places = [];
        foreach (DeclaredTypeName name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (compilation.Assembly.GetTypeByMetadataName(name.Namespace + "." + name.Name) is { } symbol)
            {
                types.Add(new UserTypeReader(symbol, places, cancellationToken).Read(name));
            }
        }

        return new DeclaredTypes(types.ToEquatableArray(), places.ToEquatableArray());
    }
}
