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
    private const string Runtime = "ClerkGen.Runtime";

    /// <summary>Clients in the namespaces of the project's documents. Only assemblies that reference the runtime are looked at.</summary>
    public static EquatableArray<ReferencedClient> Find(EquatableArray<string> namespaces, Compilation compilation, CancellationToken cancellationToken)
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
                if (HasEmittedType(assembly, name, compilation.Assembly))
                {
                    found.Add(new ReferencedClient(name, assembly.Name));
                }
            }
        }

        return found.ToEquatableArray();
    }

    private static bool ReferencesRuntime(IAssemblySymbol assembly)
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
    private static bool HasEmittedType(IAssemblySymbol assembly, string name, IAssemblySymbol project)
    {
        INamespaceSymbol? found = assembly.GlobalNamespace;
        foreach (string part in name.Split('.'))
        {
            found = Member(found, part);
            if (found is null)
            {
                return false;
            }
        }

        bool seesInternals = assembly.GivesAccessTo(project);
        foreach (INamedTypeSymbol type in found.GetTypeMembers())
        {
            if ((seesInternals || type.DeclaredAccessibility == Accessibility.Public) && IsEmitted(type))
            {
                return true;
            }
        }

        return false;
    }

    private static INamespaceSymbol? Member(INamespaceSymbol parent, string name)
    {
        foreach (INamespaceSymbol member in parent.GetNamespaceMembers())
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
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
