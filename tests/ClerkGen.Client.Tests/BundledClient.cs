using System.Text;
using ClerkGen.Client.Tests.Documentation;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests;

/// <summary>The client of the bundled document as a consumer gets it, compiled next to the snippets of README and guide; made once for all tests.</summary>
internal static class BundledClient
{
    public const string Namespace = "Clerk.Backend";

    private static readonly Lazy<GeneratorRun> Made = new(() => Generate(DocumentationSnippets.Statements, ("Samples", "true")));

    /// <summary>The client, and what became of the snippets.</summary>
    public static GeneratorRun Run => Made.Value;

    /// <summary>Generates and compiles the client beside sources of a consumer.</summary>
    public static GeneratorRun Generate(IReadOnlyList<string> sources, params (string Name, string Value)[] metadata)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        return GeneratorHarness.Run(
            GeneratorInput.Of(text, "clerk-backend.yaml", [("Namespace", Namespace), ("ClientName", "ClerkClient"), .. metadata]) with
            {
                Sources = sources,
                References = [.. Assemblies(
                    "Microsoft.Extensions.Http",
                    "Microsoft.Extensions.Configuration.Abstractions",
                    "Microsoft.Extensions.DependencyInjection.Abstractions",
                    "Microsoft.Extensions.Logging.Abstractions",
                    "Microsoft.Extensions.Options",
                    "Microsoft.Extensions.Options.ConfigurationExtensions",
                    "Microsoft.Extensions.Primitives")],
            });
    }

    /// <summary>Everything public in a namespace and below, one line each, in ordinal order.</summary>
    public static string Listing(IAssemblySymbol assembly, Func<INamespaceSymbol, bool> isListed)
    {
        SortedSet<string> lines = new(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in Types(assembly.GlobalNamespace).Where(type => isListed(type.ContainingNamespace)))
        {
            string bases = string.Join(", ", Bases(type));
            lines.Add(type.ToDisplayString(PublicApiFormat.Type) + (bases.Length > 0 ? " : " + bases : ""));
            foreach (ISymbol member in Members(type))
            {
                string value = member is IFieldSymbol { HasConstantValue: true } constant
                    ? " = " + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(constant.ConstantValue!, quoteStrings: true, useHexadecimalNumbers: false)
                    : "";
                lines.Add(type.ToDisplayString(PublicApiFormat.Name) + " { " + member.ToDisplayString(PublicApiFormat.Member) + value + " }");
            }
        }

        return new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
    }

    /// <summary>Public types of a namespace and below, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                if (!IsVisible(type))
                {
                    continue;
                }

                yield return type;
            }

            foreach (INamedTypeSymbol inner in Types(member))
            {
                yield return inner;
            }
        }
    }

    /// <summary>Members that a consumer sees and that somebody wrote.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) => type.GetMembers().Where(member =>
        IsVisible(member)
        && member is not INamedTypeSymbol
        && (!member.IsImplicitlyDeclared || member is IMethodSymbol { MethodKind: MethodKind.Constructor })
        && member is not IMethodSymbol
        {
            MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.StaticConstructor
        });

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent })
        {
            yield return parent.ToDisplayString(PublicApiFormat.Name);
        }

        foreach (string name in type.Interfaces.Where(static face => face.DeclaredAccessibility == Accessibility.Public).Select(member => member.ToDisplayString(PublicApiFormat.Name)).Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Assemblies(params string[] names) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => names.Contains(Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal));
}
