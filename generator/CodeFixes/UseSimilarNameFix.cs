using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.CodeFixes;

/// <summary>Where a customisation names something that is not there, but nearly: offers the name that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSimilarNameFix))]
public sealed class UseSimilarNameFix : CodeFixProvider
{
    /// <summary>Under which a diagnostic holds the name.</summary>
    internal const string Similar = "Similar";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("CLERKGEN070", "CLERKGEN071", "CLERKGEN074");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (!diagnostic.Properties.TryGetValue(Similar, out string? similar) || similar is null
            || await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        SyntaxToken token = root.FindToken(context.Span.Start);
        SyntaxToken? replacement = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => SyntaxFactory.Literal(similar),
            SyntaxKind.IdentifierToken => SyntaxFactory.Identifier(similar),
            _ => null,
        };
        if (replacement is { } found)
        {
            Document document = context.Document;
            SyntaxNode fixedRoot = root.ReplaceToken(token, found.WithTriviaFrom(token));
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use '{similar}'",
                    _ => Task.FromResult(document.WithSyntaxRoot(fixedRoot)),
                    equivalenceKey: nameof(UseSimilarNameFix)),
                diagnostic);
        }
    }
}
