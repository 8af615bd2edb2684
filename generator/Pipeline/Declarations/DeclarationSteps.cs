using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Generator.Pipeline.Declarations;

/// <summary>
/// The part of the graph that looks at the user's C#. An edit in a file without a partial type of a document's namespace ends at the first
/// step; one that declares nothing new about emitted types ends at the last.
/// </summary>
internal sealed class DeclarationSteps
{
    /// <summary>Names of the steps, for tests of what runs again.</summary>
    internal const string TypesStep = "DeclaredTypes";
    internal const string ContextsStep = "JsonContexts";

    /// <param name="context">The generator's context.</param>
    /// <param name="namespaces">Namespaces of the documents.</param>
    public DeclarationSteps(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Items<string>> namespaces)
    {
        IncrementalValueProvider<Items<DeclaredTypeName>> names = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => DeclaredTypeName.IsCandidate(node), static (syntax, _) => DeclaredTypeName.Of(syntax.Node))
            .CollectItems()
            .Join(namespaces)
            .Select(static (pair, _) => new Items<DeclaredTypeName>(DeclaredTypes.Select(pair.Left.Values, pair.Right.Values)));
        Declared = names
            .Join(context.CompilationProvider)
            .Select(static (pair, cancellationToken) => DeclaredTypes.Read(pair.Left.Values, pair.Right, cancellationToken));
        IncrementalValueProvider<Items<UserTypeModel>> types = Declared
            .Select(static (declared, _) => new Items<UserTypeModel>(declared.Types))
            .WithTrackingName(TypesStep);
        IncrementalValueProvider<Items<JsonContextModel>> contexts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                UserAttributes.Serializable,
                static (node, _) => node is ClassDeclarationSyntax,
                static (syntax, _) => JsonContexts.Read(syntax))
            .CollectItems()
            .Select(static (contexts, _) => new Items<JsonContextModel>(JsonContexts.Sort(contexts.Values)))
            .WithTrackingName(ContextsStep);
        User = types.Join(contexts).Select(static (pair, _) => new UserDeclarations(pair.Left.Values, pair.Right.Values));
        Names = types.Select(static (types, _) => new Items<ChosenTypeNames>(ChosenTypeNames.Of(types.Values)));
    }

    /// <summary>Declarations with their places.</summary>
    public IncrementalValueProvider<DeclaredTypes> Declared { get; }

    /// <summary>Declarations, as customising takes them.</summary>
    public IncrementalValueProvider<UserDeclarations> User { get; }

    /// <summary>The part that translation needs.</summary>
    public IncrementalValueProvider<Items<ChosenTypeNames>> Names { get; }
}
