using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>
/// Decides which group an operation belongs to: the one its author chose by extension, else its first tag's, else the one of the first
/// telling
/// segment of its path.
/// </summary>
internal static class OperationGroups
{
    /// <summary>The document's name of the operation's group, as an identifier.</summary>
    public static string NameOf(OperationSource source)
    {
        string? chosen = Chosen(source.Operation);
        if (chosen is not null)
        {
            return Identifiers.Pascal(chosen, "Default");
        }

        foreach (string tag in Tags(source.Operation))
        {
            if (Identifiers.Pascal(tag, "") is { Length: > 0 } name)
            {
                return name;
            }
        }

        return FromPath(source.Path);
    }

    /// <summary>All names of the operation's group in filters: the group's identifier, the document's name, and the tags.</summary>
    public static List<string> NamesOf(OperationSource source)
    {
        string name = NameOf(source);
        List<string> names = [name, GroupNames.WithoutRole(name) ?? name, .. Tags(source.Operation)];
        if (Chosen(source.Operation) is { } chosen)
        {
            names.Add(chosen);
        }

        return names;
    }

    /// <summary>Whether the document's author chose the group by extension.</summary>
    public static string? Chosen(OpenApiOperation operation) =>
        ChosenNames.Text(operation.Extensions, "x-clerkgen-group") ?? ChosenNames.Text(operation.Extensions, "x-speakeasy-group");

    /// <summary>Names of the operation's tags, in document order.</summary>
    public static IEnumerable<string> Tags(OpenApiOperation operation)
    {
        // The identifier first: a reference looks for its tag among all of the document to know the name, which is the same.
        foreach (OpenApiTagReference tag in operation.Tags ?? (IEnumerable<OpenApiTagReference>)[])
        {
            if ((tag.Reference.Id ?? tag.Name) is { Length: > 0 } name)
            {
                yield return name;
            }
        }
    }

    private static string FromPath(string path)
    {
        foreach (string segment in path.Split('/', '?'))
        {
            if (segment.IndexOf('{') < 0 && segment.IndexOf('=') < 0 && IsTelling(segment)
                && Identifiers.Pascal(segment, "") is { Length: > 0 } name)
            {
                return name;
            }
        }

        return "Default";
    }

    /// <summary>Whether a segment of a path names a resource: <c>api</c> and versions (<c>v1</c>, <c>2024-01-01</c>) do not.</summary>
    public static bool IsTelling(string segment)
    {
        int start = segment.Length > 1 && segment[0] is 'v' or 'V' ? 1 : 0;
        for (int i = start; i < segment.Length; i++)
        {
            if (segment[i] is not ((>= '0' and <= '9') or '.' or '-' or '_'))
            {
                return !segment.Equals("api", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
