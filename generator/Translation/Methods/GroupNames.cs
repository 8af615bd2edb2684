using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>
/// Names the groups of a document. <c>UsersController</c> and <c>AttachmentService</c> lose their last word, unless another group has the
/// shorter name. Groups that differ in case only are one.
/// </summary>
internal sealed class GroupNames
{
    /// <summary>Words for the role of a class in a server, at the end of its name.</summary>
    public static readonly string[] Roles = ["controller", "service"];

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sources">The operations of a document.</param>
    public GroupNames(IReadOnlyList<OperationSource> sources)
    {
        HashSet<string> own = new(sources.Select(OperationGroups.NameOf), StringComparer.OrdinalIgnoreCase);
        HashSet<string> chosen = new(
            sources.Where(static source => OperationGroups.Chosen(source.Operation) is not null).Select(OperationGroups.NameOf),
            StringComparer.OrdinalIgnoreCase);
        Dictionary<string, int> wanted = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in own)
        {
            string plain = WithoutRole(name) ?? name;
            wanted[plain] = wanted.TryGetValue(plain, out int count) ? count + 1 : 1;
        }

        foreach (OperationSource source in sources)
        {
            // The spelling that comes first in ordinal order counts.
            string name = OperationGroups.NameOf(source);
            string key = name;
            name = !chosen.Contains(name) && WithoutRole(name) is { } plain && wanted[plain] == 1 ? plain : name;
            _names[key] = _names.TryGetValue(key, out string? other) && string.CompareOrdinal(other, name) < 0 ? other : name;
        }
    }

    /// <summary>Identifier of an operation's group.</summary>
    public string Of(OperationSource source) => _names[OperationGroups.NameOf(source)];

    /// <summary>A name without the role at its end; null if it has none.</summary>
    public static string? WithoutRole(string name)
    {
        List<string> words = Words.Split(name);
        return words.Count > 1 && Roles.Contains(words[words.Count - 1].ToLowerInvariant()) && !OperationStem.IsPreposition(words[words.Count - 2])
            ? Identifiers.Keep(string.Concat(words.Take(words.Count - 1).Select(static word => Identifiers.Keep(word, ""))), name)
            : null;
    }
}
