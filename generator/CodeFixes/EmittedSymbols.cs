using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.CodeFixes;

/// <summary>Distinguishes emitted code from the user's.</summary>
internal static class EmittedSymbols
{
    // The compiler keeps emitted files in a folder called like the class of their generator.
    private const string Generator = "ClerkGen.Generator.ClerkGenerator";

    /// <summary>Whether one of a symbol's declarations is emitted.</summary>
    public static bool IsEmitted(ISymbol symbol)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (IsEmitted(reference.SyntaxTree))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The user's own part of a type, or null when there is none.</summary>
    public static async Task<TypeDeclarationSyntax?> FindUserPartAsync(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (!IsEmitted(reference.SyntaxTree))
            {
                return await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) as TypeDeclarationSyntax;
            }
        }

        return null;
    }

    /// <summary>
    /// The JSON name of an emitted property: the one name that the type reads and that is equal except for case and separators. Null if
    /// there is none or there are several.
    /// </summary>
    public static async Task<string?> FindWireNameAsync(IPropertySymbol property, CancellationToken cancellationToken)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (SyntaxReference reference in property.ContainingType.DeclaringSyntaxReferences)
        {
            if (!IsEmitted(reference.SyntaxTree))
            {
                continue;
            }

            SyntaxNode declaration = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
            foreach (SyntaxToken token in declaration.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.Utf8StringLiteralToken))
                {
                    found.UnionWith(token.ValueText.Split('\n').Where(name => Fold(name) == Fold(property.Name)));
                }
            }
        }

        return found.Count == 1 ? found.First() : null;
    }

    private static bool IsEmitted(SyntaxTree tree) => tree.FilePath.Contains(Generator);

    private static string Fold(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
