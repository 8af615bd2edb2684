using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Translation.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Usage;

/// <summary>
/// Explains errors in a project that references a program, such as its tests. A name is missing there if the program does not use it, and so
/// does not emit it. The package's targets add the generator to builds of such projects. This is no analyzer, because the compiler runs none
/// after an error in a declaration.
/// </summary>
internal static class UnusedStep
{
    /// <summary>Registers the step for builds; editors do without it.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        // Nothing without a program: an edit then ends here.
        IncrementalValueProvider<Tested?> tested = context.CompilationProvider
            .Select(static (compilation, _) => UnusedAttribute.Find(compilation) is { Count: > 0 } programs ? new Tested(compilation, programs) : null);
        context.RegisterImplementationSourceOutput(tested, static (output, tested) =>
        {
            if (tested is not null)
            {
                Look(output, tested.Compilation, tested.Programs);
            }
        });
    }

    private static void Look(SourceProductionContext output, Compilation compilation, IReadOnlyList<UnusedAttribute> programs)
    {
        // Most files have no such word, and most words are looked up nowhere else.
        HashSet<string> words = new(programs.SelectMany(static program => program.Names).SelectMany(WordsOf), StringComparer.Ordinal);
        WordFinder finder = new(words);
        char[] buffer = new char[UsageSteps.BufferSize];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            finder.Clear();
            UsageSteps.Read(tree.GetText(output.CancellationToken), finder, buffer, output.CancellationToken);
            if (finder.Found.Count == 0)
            {
                continue;
            }

            SemanticModel? model = null;
            foreach (SimpleNameSyntax name in tree.GetRoot(output.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                if (words.Contains(name.Identifier.ValueText))
                {
                    Look(output, name, model ??= compilation.GetSemanticModel(tree), programs);
                }
            }
        }
    }

    // The last part of a name, and as a method's.
    private static IEnumerable<string> WordsOf(string name)
    {
        string last = name.Substring(name.IndexOf('.') + 1);
        return EmittedNames.Endings.Select(ending => last + ending).Prepend(last);
    }

    private static void Look(SourceProductionContext output, SimpleNameSyntax name, SemanticModel model, IReadOnlyList<UnusedAttribute> programs)
    {
        if (model.GetSymbolInfo(name, output.CancellationToken) is not { Symbol: null, CandidateSymbols.IsEmpty: true })
        {
            return;
        }

        ExpressionSyntax? qualifier = QualifierOf(name);
        INamespaceOrTypeSymbol? container = qualifier is null ? null : SymbolOf(qualifier, model, output.CancellationToken);
        foreach (UnusedAttribute program in programs)
        {
            string? missing = (qualifier, container) switch
            {
                (null, _) => OfType(name, program),
                (_, INamespaceSymbol @namespace) when @namespace.ToDisplayString() == program.Namespace => OfType(name, program),
                (_, INamedTypeSymbol type) when type.ContainingNamespace.ToDisplayString() == program.Namespace => OfMember(type, name, program),
                _ => null,
            };
            if (missing is not null)
            {
                output.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.NotEmittedByProgram, name.GetLocation(), missing, program.Program));
                return;
            }
        }
    }

    private static string? OfType(SimpleNameSyntax name, UnusedAttribute program) =>
        program.Names.Contains(name.Identifier.ValueText) ? name.Identifier.ValueText : null;

    private static string? OfMember(INamedTypeSymbol type, SimpleNameSyntax name, UnusedAttribute program)
    {
        string member = type.Name + "." + name.Identifier.ValueText;
        return program.Names.Contains(member) || EmittedNames.Endings.Any(ending =>
            member.EndsWith(ending, StringComparison.Ordinal) && program.Names.Contains(member.Substring(0, member.Length - ending.Length)))
            ? member
            : null;
    }

    private static ExpressionSyntax? QualifierOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static INamespaceOrTypeSymbol? SymbolOf(ExpressionSyntax qualifier, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(qualifier, cancellationToken).Symbol as INamespaceOrTypeSymbol
        ?? model.GetTypeInfo(qualifier, cancellationToken).Type as INamedTypeSymbol;

    private sealed record Tested(Compilation Compilation, IReadOnlyList<UnusedAttribute> Programs);
}
