using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Context;

/// <summary>Finds the names that the user chose. A project may customise as many types as a document has, so each is found at once.</summary>
internal sealed class UserNames
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string WireName), string> _members = [];
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);

    /// <param name="all">Names in the document's namespace. The first of several for one thing counts.</param>
    public UserNames(EquatableArray<UserTypeNames> all)
    {
        foreach (UserTypeNames names in all)
        {
            if (names.IsEnum)
            {
                _enums.Add(names.Type);
            }

            if (names.WireName is { } wireName && !_types.ContainsKey(wireName))
            {
                _types.Add(wireName, names.Type);
            }

            foreach (UserNameModel member in names.Members)
            {
                if (!_members.ContainsKey((names.Type, member.WireName)))
                {
                    _members.Add((names.Type, member.WireName), member.Name);
                }
            }
        }
    }

    /// <summary>The name that the user chose for a schema or type, or null.</summary>
    public string? FindType(string wireName) => _types.TryGetValue(wireName, out string? name) ? name : null;

    /// <summary>The name that the user chose for a member, or null.</summary>
    /// <param name="type">Name of the emitted type.</param>
    /// <param name="wireName">The member's name in the document.</param>
    public string? FindMember(string type, string wireName) => _members.TryGetValue((type, wireName), out string? name) ? name : null;

    /// <summary>Whether the user declares an enum of a name.</summary>
    public bool HasEnum(string type) => _enums.Contains(type);
}
