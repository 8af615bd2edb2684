using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Pipeline.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Generator.Pipeline.Projects;

/// <summary>
/// Explains that <c>AddClerkClient</c> is not found. It is emitted only with <c>Microsoft.Extensions.Http</c>, which web projects reference and
/// others do not.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationAnalyzer : DiagnosticAnalyzer
{
    private const string Client = "ClerkGen.ApiClient";
    private const string Prefix = "Add";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.RegistrationNotEmitted);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProjectFacts.HasHttpClientFactoryIn(start.Compilation))
            {
                // Most calls add to a collection. To look up a type goes through all of the project's.
                ConcurrentDictionary<string, bool> clients = new(StringComparer.Ordinal);
                start.RegisterSyntaxNodeAction(node => Look(node, clients), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Look(SyntaxNodeAnalysisContext context, ConcurrentDictionary<string, bool> clients)
    {
        if (context.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var method } name } }
            && method.StartsWith(Prefix, StringComparison.Ordinal)
            && NamesClient(method.Substring(Prefix.Length), context, clients)
            && context.SemanticModel.GetSymbolInfo(name, context.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true })
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.RegistrationNotEmitted, name.GetLocation(), method));
        }
    }

    private static bool NamesClient(string name, SyntaxNodeAnalysisContext context, ConcurrentDictionary<string, bool> clients) =>
        clients.GetOrAdd(name, type => context.Compilation.GetSymbolsWithName(type, SymbolFilter.Type, context.CancellationToken).Any(IsClient));

    private static bool IsClient(ISymbol symbol) => symbol is INamedTypeSymbol { BaseType: { } @base } && @base.ToDisplayString() == Client;
}
