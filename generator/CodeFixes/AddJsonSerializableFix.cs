using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ClerkGen.CodeFixes;

/// <summary>
/// For a property whose type has no codec. Offers to add the type to the project's <c>JsonSerializerContext</c>, or to create one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddJsonSerializableFix))]
public sealed class AddJsonSerializableFix : CodeFixProvider
{
    private const string Context = "System.Text.Json.Serialization.JsonSerializerContext";
    private const string NewContext = "AppJsonContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CLERKGEN072");

    // Fixes for several properties would each create a context.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindToken(context.Span.Start).Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(property.Type, context.CancellationToken).Type is not INamedTypeSymbol type
            || type.SpecialType == SpecialType.System_Object)
        {
            return;
        }

        ITypeSymbol value = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? type.TypeArguments[0] : type;
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Add [JsonSerializable(typeof({value.Name}))] to a JsonSerializerContext",
                token => AddAsync(document, value.WithNullableAnnotation(NullableAnnotation.NotAnnotated), model.Compilation, token),
                equivalenceKey: nameof(AddJsonSerializableFix)),
            context.Diagnostics[0]);
    }

    private static async Task<Solution> AddAsync(
        Document document, ITypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        string attribute = "global::System.Text.Json.Serialization.JsonSerializable(typeof("
            + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "))";
        Solution solution = document.Project.Solution;
        if (await FindContextAsync(document.Project, compilation, cancellationToken).ConfigureAwait(false) is { } existing
            && solution.GetDocument(existing.SyntaxTree) is { } home)
        {
            SyntaxNode root = (await home.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            return home.WithSyntaxRoot(root.ReplaceNode(existing, WithAttribute(existing, attribute))).Project.Solution;
        }

        string space = document.Project.DefaultNamespace is { Length: > 0 } name ? $"namespace {name};\n\n" : "";
        SyntaxNode created = SyntaxFactory.ParseCompilationUnit(
            $"{space}[{attribute}]\ninternal sealed partial class {NewContext} : global::{Context};\n");
        return document.Project
            .AddDocument(NewContext + ".cs", created.WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation))
            .Project.Solution;
    }

    private static ClassDeclarationSyntax WithAttribute(ClassDeclarationSyntax context, string attribute)
    {
        // Parsed with a declaration, because Roslyn cannot parse an attribute alone.
        AttributeListSyntax list = ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] class C;")!).AttributeLists[0]
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        SyntaxTriviaList leading = context.GetLeadingTrivia();
        return context.AttributeLists.Count > 0
            ? context.AddAttributeLists(list)
            : context.WithoutLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(leading);
    }

    private static async Task<ClassDeclarationSyntax?> FindContextAsync(
        Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(Context) is not { } @base)
        {
            return null;
        }

        IEnumerable<INamedTypeSymbol> contexts = await SymbolFinder.FindDerivedClassesAsync(
            @base, project.Solution, transitive: false, projects: ImmutableHashSet.Create(project), cancellationToken).ConfigureAwait(false);
        foreach (INamedTypeSymbol found in contexts.OrderBy(static found => found.ToDisplayString(), StringComparer.Ordinal))
        {
            foreach (SyntaxReference reference in found.DeclaringSyntaxReferences)
            {
                SyntaxNode syntax = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
                if (syntax is ClassDeclarationSyntax { BaseList: not null } declaration)
                {
                    return declaration;
                }
            }
        }

        return null;
    }
}
