using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>
/// A type of the project as its syntax names it. Every edit computes it for every type of the edited file, so it uses only syntax. Only
/// types in a document's namespace are examined further.
/// </summary>
/// <param name="Namespace">Namespace, with dots.</param>
/// <param name="Name">Unescaped identifier.</param>
/// <param name="IsPartial">Whether the type can be the user's part of an emitted one.</param>
internal sealed record DeclaredTypeName(string Namespace, string Name, bool IsPartial)
{
    /// <summary>Whether the syntax can have the name of an emitted type: not nested, not generic.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is BaseTypeDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax } and not TypeDeclarationSyntax { TypeParameterList: not null };

    /// <summary>The name of a candidate.</summary>
    public static DeclaredTypeName Of(SyntaxNode candidate)
    {
        string name = "";
        for (SyntaxNode? node = candidate.Parent; node is BaseNamespaceDeclarationSyntax parent; node = parent.Parent)
        {
            name = Unescaped(parent.Name) + (name.Length == 0 ? "" : "." + name);
        }

        BaseTypeDeclarationSyntax type = (BaseTypeDeclarationSyntax)candidate;
        return new DeclaredTypeName(name, type.Identifier.ValueText, type.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    private static string Unescaped(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Unescaped(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => name.ToString(),
    };
}
