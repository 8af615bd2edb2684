using System.Collections.Immutable;
using ClerkGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Generator.Pipeline.Usage;

/// <summary>
/// Explains errors in a project that references a program, such as its tests: where a name is missing because the program does not use
/// it, and so does not emit it. The package's targets add it to such projects.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Endings = ["WithResponseAsync", "Async"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.NotEmittedByProgram);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            IReadOnlyList<UnusedAttribute> programs = UnusedAttribute.Find(start.Compilation);
            if (programs.Count > 0)
            {
                // The last parts of names, so that nothing is looked up for any other identifier.
                HashSet<string> last = new(
                    programs.SelectMany(static program => program.Names).Select(static name => name.Substring(name.IndexOf('.') + 1)), StringComparer.Ordinal);
                start.RegisterSyntaxNodeAction(
                    node => Look(node, programs, last), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
            }
        });
    }

    private static void Look(SyntaxNodeAnalysisContext context, IReadOnlyList<UnusedAttribute> programs, HashSet<string> last)
    {
        SimpleNameSyntax name = (SimpleNameSyntax)context.Node;
        string text = name.Identifier.ValueText;
        string stem = Stem(text);
        if ((!last.Contains(text) && !last.Contains(stem))
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken) is not { Symbol: null, CandidateSymbols.IsEmpty: true })
        {
            return;
        }

        foreach (UnusedAttribute program in programs)
        {
            if (Missing(name, text, stem, program, context) is { } missing)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.NotEmittedByProgram, name.GetLocation(), missing, program.Program));
                return;
            }
        }
    }

    // A type's name, or that of a member of the client or of a group.
    private static string? Missing(SimpleNameSyntax name, string text, string stem, UnusedAttribute program, SyntaxNodeAnalysisContext context)
    {
        switch (Qualifier(name) is { } qualifier ? SymbolOf(qualifier, context) : null)
        {
            case INamedTypeSymbol type when type.ContainingNamespace.ToDisplayString() == program.Namespace:
                return program.Names.Contains(type.Name + "." + text) || program.Names.Contains(type.Name + "." + stem) ? type.Name + "." + text : null;
            case INamespaceSymbol @namespace when @namespace.ToDisplayString() == program.Namespace:
            case null when Qualifier(name) is null:
                return program.Names.Contains(text) ? text : null;
            default:
                return null;
        }
    }

    private static ExpressionSyntax? Qualifier(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static INamespaceOrTypeSymbol? SymbolOf(ExpressionSyntax qualifier, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(qualifier, context.CancellationToken).Symbol as INamespaceOrTypeSymbol
        ?? context.SemanticModel.GetTypeInfo(qualifier, context.CancellationToken).Type as INamedTypeSymbol;

    private static string Stem(string name)
    {
        foreach (string ending in Endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - ending.Length);
            }
        }

        return name;
    }
}
