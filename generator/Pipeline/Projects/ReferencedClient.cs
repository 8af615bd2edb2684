using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Projects;

/// <summary>
/// A client that an assembly of the project's references has already. Emitted once more, each of its types would be there twice, and the
/// compiler would warn at every use.
/// </summary>
/// <param name="Namespace">Namespace of the client.</param>
/// <param name="Assembly">Name of the assembly that has it.</param>
internal sealed record ReferencedClient(string Namespace, string Assembly)
{
    private const string NameAttribute = "ApiNameAttribute";

    /// <summary>Names of the client's types that the project sees, in ordinal order; empty unless requested.</summary>
    public EquatableArray<string> Types { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The names among them that the client's own project chose.</summary>
    public EquatableArray<UserTypeNames> Names { get; init; } = EquatableArray<UserTypeNames>.Empty;

    private const string Runtime = "ClerkGen.Runtime";

    /// <summary>Clients in the namespaces of the project's documents. Only assemblies that reference the runtime are looked at.</summary>
    /// <param name="namespaces">Namespaces of the documents.</param>
    /// <param name="sampled">Those of which samples are emitted: for these the types matter.</param>
    /// <param name="compilation">The project's compilation.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    public static EquatableArray<ReferencedClient> Find(
        EquatableArray<string> namespaces, EquatableArray<string> sampled, Compilation compilation, CancellationToken cancellationToken)
    {
        List<ReferencedClient> found = [];
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!ReferencesRuntime(assembly))
            {
                continue;
            }

            foreach (string name in namespaces)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (EmittedTypes(assembly, name, compilation.Assembly).FirstOrDefault() is not null)
                {
                    ReferencedClient client = new(name, assembly.Name);
                    found.Add(sampled.Contains(name) ? client.With(EmittedTypes(assembly, name, compilation.Assembly)) : client);
                }
            }
        }

        return found.ToEquatableArray();
    }

    /// <summary>Whether an assembly may have a client.</summary>
    public static bool ReferencesRuntime(IAssemblySymbol assembly)
    {
        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (reference.Name == Runtime)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The user's own types in a document's namespace do not count, such as public extensions next to an internal client.
    private static IEnumerable<INamedTypeSymbol> EmittedTypes(IAssemblySymbol assembly, string name, IAssemblySymbol project)
    {
        if (NamespacePath.Find(assembly.GlobalNamespace, name) is not { } found)
        {
            yield break;
        }

        bool seesInternals = assembly.GivesAccessTo(project);
        foreach (INamedTypeSymbol type in found.GetTypeMembers())
        {
            if ((seesInternals || type.DeclaredAccessibility == Accessibility.Public) && IsEmitted(type))
            {
                yield return type;
            }
        }
    }

    private ReferencedClient With(IEnumerable<INamedTypeSymbol> types)
    {
        List<string> names = [];
        List<UserTypeNames> chosen = [];
        foreach (INamedTypeSymbol type in types)
        {
            names.Add(type.Name);
            foreach (AttributeData attribute in type.GetAttributes())
            {
                if (IsOfRuntime(attribute.AttributeClass) && attribute.AttributeClass!.Name == NameAttribute
                    && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string wireName)
                {
                    chosen.Add(new UserTypeNames(type.Name, wireName, EquatableArray<UserNameModel>.Empty));
                }
            }
        }

        names.Sort(StringComparer.Ordinal);
        chosen.Sort(static (left, right) => string.CompareOrdinal(left.Type, right.Type));
        return this with { Types = names.ToEquatableArray(), Names = chosen.ToEquatableArray() };
    }

    private static bool IsEmitted(INamedTypeSymbol type)
    {
        if (IsOfRuntime(type.BaseType))
        {
            return true;
        }

        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsOfRuntime(attribute.AttributeClass))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfRuntime(INamedTypeSymbol? type) => type?.ContainingAssembly?.Name == Runtime;
}
