using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ClerkGen.CodeFixes;

/// <summary>Writes the user's parts of emitted types.</summary>
internal static class UserParts
{
    // LanguageVersion.CSharp13, which the Roslyn that this is built against does not know.
    private const int FirstWithPartialProperties = 1300;

    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A new file with a part of a type, next to the user's current file.</summary>
    /// <param name="document">Where the user is.</param>
    /// <param name="type">The emitted type.</param>
    /// <param name="member">The content of the part, or nothing.</param>
    public static Solution AddFile(Document document, INamedTypeSymbol type, string member = "")
    {
        string keyword = type.IsValueType ? "struct" : "class";
        string access = type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(
            $$"""
            namespace {{type.ContainingNamespace.ToDisplayString()}};

            {{access}} partial {{keyword}} {{Identifier(type.Name)}}
            {
            {{member}}}

            """.Replace("\r\n", "\n"));
        SyntaxNode annotated = root.WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        return document.Project.AddDocument(FreeName(document.Project, type.Name), annotated, document.Folders).Project.Solution;
    }

    /// <summary>Declares a property in the user's part of its type, in a new file when there is none.</summary>
    public static async Task<Solution> AddPropertyAsync(
        Document document, IPropertySymbol property, string? wireName, CancellationToken cancellationToken)
    {
        string text = Declaration(document, property, wireName);
        if (await EmittedSymbols.FindUserPartAsync(property.ContainingType, cancellationToken).ConfigureAwait(false) is not { } part
            || document.Project.Solution.GetDocument(part.SyntaxTree) is not { } home)
        {
            return AddFile(document, property.ContainingType, text);
        }

        MemberDeclarationSyntax member = SyntaxFactory.ParseMemberDeclaration(text)!
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        SyntaxNode root = (await home.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return home.WithSyntaxRoot(root.ReplaceNode(part, WithBody(part).AddMembers(member))).Project.Solution;
    }

    // Partial, so that unset and null stay apart where the emitted property keeps them apart; that needs C# 13.
    private static string Declaration(Document document, IPropertySymbol property, string? wireName)
    {
        bool isPartial = document.Project.ParseOptions is CSharpParseOptions options
            && (int)options.LanguageVersion >= FirstWithPartialProperties;
        string attribute = wireName is null
            ? ""
            : $"    [global::ClerkGen.ApiProperty({SymbolDisplay.FormatLiteral(wireName, quote: true)})]\n";
        string modifiers = (property.IsRequired ? "required " : "") + (isPartial ? "partial " : "");
        string type = property.Type.ToDisplayString(WithNullability);
        return $"{attribute}    public {modifiers}{type} {Identifier(property.Name)} {{ get; set; }}\n";
    }

    // A part may end in a semicolon.
    private static TypeDeclarationSyntax WithBody(TypeDeclarationSyntax part) => part.OpenBraceToken.IsKind(SyntaxKind.None)
        ? part.WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(part.GetTrailingTrivia()))
            .WithAdditionalAnnotations(Formatter.Annotation)
        : part;

    private static string FreeName(Project project, string type)
    {
        HashSet<string> taken = new(project.Documents.Select(static document => document.Name), StringComparer.OrdinalIgnoreCase);
        string name = type + ".cs";
        return taken.Contains(name) ? type + ".Partial.cs" : name;
    }

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
