using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.CodeFixes;

/// <summary>
/// Where the user names an emitted type or a property of one. Offers a partial declaration of the type, with a declaration of the property
/// whose type the user can then change.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AddPartialRefactoring))]
public sealed class AddPartialRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        Document document = context.Document;
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindToken(context.Span.Start).Parent is not SimpleNameSyntax name
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        ISymbol? symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            symbol = symbol.ContainingType;
        }

        if (symbol is INamedTypeSymbol type && EmittedSymbols.IsEmitted(type))
        {
            if (await EmittedSymbols.FindUserPartAsync(type, cancellationToken).ConfigureAwait(false) is null)
            {
                context.RegisterRefactoring(CodeAction.Create(
                    $"Add a partial declaration of '{type.Name}'",
                    _ => Task.FromResult(UserParts.AddFile(document, type)),
                    equivalenceKey: nameof(AddPartialRefactoring)));
            }
        }
        else if (symbol is IPropertySymbol { IsStatic: false, ContainingType: { BaseType.SpecialType: SpecialType.System_Object } } property
            && EmittedSymbols.IsEmitted(property))
        {
            string? wireName = await EmittedSymbols.FindWireNameAsync(property, cancellationToken).ConfigureAwait(false);
            context.RegisterRefactoring(CodeAction.Create(
                $"Retype '{property.Name}' of '{property.ContainingType.Name}'",
                token => UserParts.AddPropertyAsync(document, property, wireName, token),
                equivalenceKey: nameof(UserParts.AddPropertyAsync)));
        }
    }
}
