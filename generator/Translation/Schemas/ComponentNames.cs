using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Methods;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Chooses names for keys of components that are more than a name. Qualified names of types take their last words that no
/// other key ends in (<c>io.k8s.api.core.v1.Pod</c>, <c>Acme.Shop.Page`1[[Acme.Shop.Order, Acme.Shop, Version=1.0.0.0]]</c>).
/// FastAPI names bodies after operations.
/// </summary>
internal sealed class ComponentNames
{
    private const string FastApiBody = "Body_";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="keys">The keys of a document's components.</param>
    /// <param name="operations">Finds its operations.</param>
    public ComponentNames(IReadOnlyCollection<string> keys, Func<IEnumerable<OperationSource>> operations)
    {
        Dictionary<string, QualifiedName> qualified = new(StringComparer.Ordinal);
        List<QualifiedName> all = [];
        foreach (string key in keys)
        {
            if (QualifiedName.Parse(key) is { } name)
            {
                all.Add(name);
                qualified.Add(key, name);
            }
        }

        // 'User.Create' next to 'Team.Create' is no type in a namespace. 'Acme.User' next to 'Acme.Team' is.
        bool isOneNamespace = all.Count > 1 && all.TrueForAll(name => name.First == all[0].First) && !keys.Contains(all[0].First);
        foreach (string key in keys)
        {
            if (qualified.TryGetValue(key, out QualifiedName? name) && !name.IsNamespaced && !isOneNamespace)
            {
                qualified.Remove(key);
            }
        }

        AddQualified(keys, qualified);
        AddBodies(keys, operations);
    }

    /// <summary>The proposed name of a component if it is not its key, else null.</summary>
    public string? Find(string key) => _names.TryGetValue(key, out string? name) ? name : null;

    // Each takes one more segment until its name is unique.
    private void AddQualified(IReadOnlyCollection<string> keys, Dictionary<string, QualifiedName> qualified)
    {
        HashSet<string> taken = new(keys.Where(key => !qualified.ContainsKey(key)).Select(static key => Identifiers.Pascal(key, "Schema")), StringComparer.OrdinalIgnoreCase);
        List<KeyValuePair<string, QualifiedName>> open = [.. qualified];
        for (int count = 1; open.Count > 0; count++)
        {
            List<(string Key, QualifiedName Name, string Text)> wanted =
                [.. open.Select(pair => (pair.Key, pair.Value, pair.Value.Last(count)))];
            HashSet<string> crowded = new(
                wanted.GroupBy(static one => one.Text, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1).Select(static group => group.Key),
                StringComparer.OrdinalIgnoreCase);
            open.Clear();
            foreach ((string key, QualifiedName name, string text) in wanted)
            {
                if (!crowded.Contains(text) && taken.Add(text))
                {
                    _names.Add(key, text);
                }
                else if (count < name.Length)
                {
                    open.Add(new KeyValuePair<string, QualifiedName>(key, name));
                }
            }
        }
    }

    private void AddBodies(IReadOnlyCollection<string> keys, Func<IEnumerable<OperationSource>> operations)
    {
        HashSet<string> bodies = new(keys.Where(static key => key.StartsWith(FastApiBody, StringComparison.Ordinal)), StringComparer.Ordinal);
        if (bodies.Count == 0)
        {
            return;
        }

        HashSet<string> taken = new(keys.Select(static key => Identifiers.Pascal(key, "Schema")), StringComparer.OrdinalIgnoreCase);
        foreach (OperationSource operation in operations())
        {
            if (operation.Id is { } id && bodies.Remove(FastApiBody + id) && OperationIds.Meaning(operation, keepsNumber: true) is { } function && function != id
                && Identifiers.Join(Identifiers.Pascal(function, "Operation"), "Body") is { } name && taken.Add(name))
            {
                _names.Add(FastApiBody + id, name);
            }
        }
    }
}
