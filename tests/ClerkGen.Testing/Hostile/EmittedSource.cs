using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Testing.Hostile;

/// <summary>One emitted file as the compiler's parser sees it, compared with what the templates of the generator can print.</summary>
public sealed class EmittedSource
{
    // Every attribute that a template prints; none of them runs anything.
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "ApiJson",
        "ApiScalar",
        "AttributeUsage",
        "CollectionBuilder",
        "DebuggerBrowsable",
        "DebuggerDisplay",
        "EditorBrowsable",
        "GeneratedCode",
        "JsonConverter",
        "JsonIgnore",
        "NotNullWhen",
        "Obsolete",
        "SetsRequiredMembers",
        "Union",
    };

    private static readonly SyntaxKind[] ForbiddenTokens =
    [
        SyntaxKind.UnsafeKeyword,
        SyntaxKind.ExternKeyword,
        SyntaxKind.FixedKeyword,
        SyntaxKind.StackAllocKeyword,
        SyntaxKind.GotoKeyword,
        SyntaxKind.LockKeyword,
        SyntaxKind.InterpolatedStringStartToken,
        SyntaxKind.InterpolatedVerbatimStringStartToken,
        SyntaxKind.SingleLineRawStringLiteralToken,
        SyntaxKind.MultiLineRawStringLiteralToken,
        SyntaxKind.Utf8SingleLineRawStringLiteralToken,
        SyntaxKind.Utf8MultiLineRawStringLiteralToken,
    ];

    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp12)
        .WithDocumentationMode(DocumentationMode.Diagnose);

    private readonly CompilationUnitSyntax _root;

    private EmittedSource(string hintName, SyntaxTree tree)
    {
        HintName = hintName;
        Tree = tree;
        _root = tree.GetCompilationUnitRoot();
    }

    /// <summary>The file's name.</summary>
    public string HintName { get; }

    /// <summary>The parsed file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Parses a file.</summary>
    public static EmittedSource Parse(KeyValuePair<string, string> file) =>
        new(file.Key, CSharpSyntaxTree.ParseText(file.Value, Options, file.Key, Encoding.UTF8));

    /// <summary>
    /// Parts of the file that no template prints: errors and warnings of the parser (documentation included), directives, raw and
    /// interpolated strings, attributes, statements outside of types, and any use of an identifier that only hostile text brings along.
    /// </summary>
    /// <param name="marker">The identifier, or null.</param>
    public IEnumerable<string> Escapes(string? marker)
    {
        foreach (Diagnostic diagnostic in Tree.GetDiagnostics())
        {
            yield return Say(diagnostic.ToString());
        }

        if (_root.Usings.Count > 0 || _root.AttributeLists.Count > 0 || _root.Externs.Count > 0
            || _root.Members is not [FileScopedNamespaceDeclarationSyntax { AttributeLists.Count: 0 } space] || !space.Usings.All(IsNamespace))
        {
            yield return Say("is not one namespace with its using directives");
            yield break;
        }

        foreach (MemberDeclarationSyntax member in space.Members.Where(member => member is not (TypeDeclarationSyntax or EnumDeclarationSyntax)))
        {
            yield return Say($"holds a {member.Kind()}");
        }

        for (DirectiveTriviaSyntax? directive = _root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (!directive.IsKind(SyntaxKind.NullableDirectiveTrivia) && directive.ToString() != "#pragma warning disable CS1573, CS1591")
            {
                yield return Say($"holds the directive {directive}");
            }
        }

        List<AttributeSyntax> attributes = [];
        foreach (SyntaxNodeOrToken part in _root.DescendantNodesAndTokens())
        {
            if (part.AsNode() is { } node)
            {
                if (node is AttributeSyntax attribute)
                {
                    attributes.Add(attribute);
                }

                continue;
            }

            SyntaxToken token = part.AsToken();
            if (Array.IndexOf(ForbiddenTokens, token.Kind()) >= 0)
            {
                yield return Say($"holds the token {token.Kind()}");
            }
            else if (token.IsKind(SyntaxKind.IdentifierToken) && (token.ValueText == marker || !IsPlain(token.ValueText)))
            {
                yield return Say($"holds the identifier {token.ValueText}");
            }
            else if (token.IsKind(SyntaxKind.StringLiteralToken) && !IsAscii(token.Text))
            {
                yield return Say($"holds a literal that is not plain: {token.Text}");
            }
        }

        foreach (AttributeSyntax attribute in attributes)
        {
            if (!Attributes.Contains(attribute.Name.DescendantTokens().Last(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax
                && !token.Parent.Ancestors().Any(ancestor => ancestor is TypeArgumentListSyntax)).ValueText))
            {
                yield return Say($"holds the attribute {attribute.Name}");
            }
            else if (attribute.Name.ToString().EndsWith("DebuggerDisplay", StringComparison.Ordinal)
                && !(attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax { Token.ValueText: ['{', .. var shown, '}'] } }] && IsPlain(shown)))
            {
                // The debugger evaluates the text in braces there.
                yield return Say($"holds the attribute {attribute}");
            }
        }
    }

    /// <summary>
    /// The kinds of all nodes and tokens in order, without their text, comments and white space. Calls and initialisers that repeat once per
    /// element of the document repeat here as well, so that nothing can be added unseen.
    /// </summary>
    public IEnumerable<SyntaxKind> Shape() => _root.DescendantNodesAndTokens(static node => node is not UsingDirectiveSyntax).Select(static node => node.Kind());

    /// <summary>The values of all string literals.</summary>
    public IEnumerable<string> Literals() => _root.DescendantTokens()
        .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken))
        .Select(static token => token.ValueText);

    // Namespaces of .NET and of the runtime; nothing else is brought in.
    private static bool IsNamespace(UsingDirectiveSyntax directive)
    {
        string name = directive.NamespaceOrType.ToString().Replace("global::", "", StringComparison.Ordinal);
        return directive is { Alias: null } && directive.GlobalKeyword.IsKind(SyntaxKind.None) && directive.StaticKeyword.IsKind(SyntaxKind.None)
            && (name is "System" or "ClerkGen" or "ClerkGen.GeneratedSupport" || name.StartsWith("System.", StringComparison.Ordinal));
    }

    private static bool IsAscii(string text) => text.All(static c => c is >= ' ' and <= '~');

    private static bool IsPlain(string name) => name.Length is > 0 and <= 400 && name.All(static c => c == '_' || char.IsLetterOrDigit(c) || char.IsSurrogate(c));

    private string Say(string what) => $"{HintName}: {what}";
}
