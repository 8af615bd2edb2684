using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Projects;

/// <summary>Looks up namespaces of a compilation by their dotted names.</summary>
internal static class NamespacePath
{
    /// <summary>The namespace of a dotted name, or null if nothing is declared in it.</summary>
    /// <param name="start">The namespace around its first segment.</param>
    /// <param name="name">The dotted name.</param>
    public static INamespaceSymbol? Find(INamespaceSymbol start, string name)
    {
        INamespaceSymbol? found = null;
        foreach (INamespaceSymbol? symbol in Of(start, name))
        {
            found = symbol;
        }

        return found;
    }

    /// <summary>The namespaces of a dotted name's segments, from the outermost on. It ends with null at the first that does not exist.</summary>
    /// <param name="start">The namespace around its first segment.</param>
    /// <param name="name">The dotted name.</param>
    public static IEnumerable<INamespaceSymbol?> Of(INamespaceSymbol start, string name)
    {
        INamespaceSymbol? symbol = start;
        foreach (string segment in name.Split('.'))
        {
            symbol = Member(symbol, segment);
            yield return symbol;
            if (symbol is null)
            {
                yield break;
            }
        }
    }

    private static INamespaceSymbol? Member(INamespaceSymbol parent, string name)
    {
        foreach (INamespaceOrTypeSymbol member in parent.GetMembers(name))
        {
            if (member is INamespaceSymbol found)
            {
                return found;
            }
        }

        return null;
    }
}
