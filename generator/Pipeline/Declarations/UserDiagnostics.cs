using System.Collections.Immutable;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Finds the places of diagnostics about the user's declarations.</summary>
internal static class UserDiagnostics
{
    public static ImmutableArray<LocatedDiagnostic> Locate(EquatableArray<UserDiagnostic> diagnostics, DeclaredTypes declared)
    {
        ImmutableArray<LocatedDiagnostic>.Builder located = ImmutableArray.CreateBuilder<LocatedDiagnostic>(diagnostics.Count);
        foreach (UserDiagnostic diagnostic in diagnostics)
        {
            DeclarationPlace? place = Find(diagnostic, declared);
            located.Add(new LocatedDiagnostic(diagnostic.Descriptor, place?.Position ?? default, diagnostic.Arguments)
            {
                Tree = place?.Tree,
                Similar = diagnostic.Similar,
            });
        }

        return located.MoveToImmutable();
    }

    private static DeclarationPlace? Find(UserDiagnostic diagnostic, DeclaredTypes declared)
    {
        DeclarationPlace? type = null;
        foreach (DeclarationPlace place in declared.Places)
        {
            if (place.Type == diagnostic.Type && place.Namespace == diagnostic.Namespace)
            {
                if (place.Part == diagnostic.Part)
                {
                    return place;
                }

                type ??= place.Part.Length == 0 ? place : null;
            }
        }

        return type;
    }
}
