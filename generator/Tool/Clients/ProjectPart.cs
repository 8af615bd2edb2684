using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tool.Clients;

/// <summary>A partial type of a project, which may be a part of an emitted one. Read from its syntax.</summary>
/// <param name="Name">The type's name in the project.</param>
/// <param name="Schema">The document's name in <c>[ApiName]</c>, or null.</param>
/// <param name="Ignored">Names of <c>[ApiIgnore]</c>.</param>
/// <param name="Properties">Names of properties, each with the name of its <c>[ApiProperty]</c> or null.</param>
/// <param name="Methods">Names of methods.</param>
internal sealed record ProjectPart(
    string Name, string? Schema, IReadOnlyList<string> Ignored, IReadOnlyList<(string Name, string? WireName)> Properties, IReadOnlyList<string> Methods)
{
    /// <summary>The emitted type's name in the document.</summary>
    public string Type => Schema ?? Name;

    /// <summary>The partial types of a file.</summary>
    public static IEnumerable<ProjectPart> In(SyntaxNode root) => root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        .Where(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && type.Parent is not TypeDeclarationSyntax)
        .Select(static type => new ProjectPart(
            type.Identifier.ValueText,
            Arguments(type, "ApiName").FirstOrDefault(),
            [.. Arguments(type, "ApiIgnore")],
            [.. type.Members.OfType<PropertyDeclarationSyntax>().Select(static property => (property.Identifier.ValueText, Arguments(property, "ApiProperty").FirstOrDefault()))],
            [.. type.Members.OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.ValueText)]));

    private static IEnumerable<string> Arguments(MemberDeclarationSyntax member, string attribute) => member.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Where(found => found.Name.ToString().Split('.')[^1] is { } name && (name == attribute || name == attribute + "Attribute"))
        .SelectMany(static found => found.ArgumentList?.Arguments ?? [])
        .Select(static argument => argument.Expression)
        .OfType<LiteralExpressionSyntax>()
        .Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
        .Select(static literal => literal.Token.ValueText);
}
