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
        Dictionary<(string Namespace, string Type, string Part), DeclarationPlace>? places = null;
        foreach (UserDiagnostic diagnostic in diagnostics)
        {
            places ??= FirstOf(declared.Places);
            DeclarationPlace? place = places.TryGetValue((diagnostic.Namespace, diagnostic.Type, diagnostic.Part), out DeclarationPlace? own) ? own
                : places.TryGetValue((diagnostic.Namespace, diagnostic.Type, ""), out DeclarationPlace? type) ? type
                : null;
            located.Add(new LocatedDiagnostic(diagnostic.Descriptor, place?.Position ?? default, diagnostic.Arguments)
            {
                Tree = place?.Tree,
                Similar = diagnostic.Similar,
            });
        }

        return located.MoveToImmutable();
    }

    private static Dictionary<(string Namespace, string Type, string Part), DeclarationPlace> FirstOf(EquatableArray<DeclarationPlace> all)
    {
        Dictionary<(string Namespace, string Type, string Part), DeclarationPlace> places = [];
        foreach (DeclarationPlace place in all)
        {
            if (!places.ContainsKey((place.Namespace, place.Type, place.Part)))
            {
                places.Add((place.Namespace, place.Type, place.Part), place);
            }
        }

        return places;
    }
}
