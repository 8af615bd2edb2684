using System.Collections.Immutable;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Translation;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>Finds the places of diagnostics about the user's declarations.</summary>
internal static class UserDiagnostics
{
    public static ImmutableArray<LocatedDiagnostic> Locate(EquatableArray<UserDiagnostic> diagnostics, DeclaredTypes declared)
    {
        ImmutableArray<LocatedDiagnostic>.Builder located = ImmutableArray.CreateBuilder<LocatedDiagnostic>(diagnostics.Count);
        foreach (UserDiagnostic diagnostic in diagnostics)
        {
            located.Add(new LocatedDiagnostic(diagnostic.Descriptor, Find(diagnostic, declared), diagnostic.Arguments));
        }

        return located.MoveToImmutable();
    }

    private static Position Find(UserDiagnostic diagnostic, DeclaredTypes declared)
    {
        Position position = default;
        foreach (DeclarationPlace place in declared.Places)
        {
            if (place.Type == diagnostic.Type && place.Namespace == diagnostic.Namespace)
            {
                if (place.Part == diagnostic.Part)
                {
                    return place.Position;
                }

                position = place.Part.Length == 0 && position.Path is null ? place.Position : position;
            }
        }

        return position;
    }
}
