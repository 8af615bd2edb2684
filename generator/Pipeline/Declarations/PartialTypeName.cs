using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>
/// A partial type as its syntax names it. Every edit asks every partial type of the project for it, so nothing but syntax is looked at;
/// what the type says is asked only of those in a document's namespace.
/// </summary>
/// <param name="Namespace">Namespace, with dots.</param>
/// <param name="Name">Unescaped identifier.</param>
internal sealed record PartialTypeName(string Namespace, string Name)
{
    /// <summary>Whether the syntax can be the user's part of an emitted type: partial, not nested, not generic.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is TypeDeclarationSyntax { TypeParameterList: null, Parent: BaseNamespaceDeclarationSyntax } type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The name of a candidate.</summary>
    public static PartialTypeName Of(SyntaxNode candidate)
    {
        string name = "";
        for (SyntaxNode? node = candidate.Parent; node is BaseNamespaceDeclarationSyntax parent; node = parent.Parent)
        {
            name = Unescaped(parent.Name) + (name.Length == 0 ? "" : "." + name);
        }

        return new PartialTypeName(name, ((TypeDeclarationSyntax)candidate).Identifier.ValueText);
    }

    private static string Unescaped(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Unescaped(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => name.ToString(),
    };
}
