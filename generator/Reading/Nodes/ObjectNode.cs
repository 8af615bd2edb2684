namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>A mapping with unique string keys, in the order of the text.</summary>
/// <param name="file">The file with the node.</param>
/// <param name="start">The offset of the node's first character.</param>
/// <param name="capacity">How many members are expected.</param>
internal sealed class ObjectNode(SourceFile file, int start, int capacity = 0) : DocumentNode(file, start, 1)
{
    // Few members are found faster by looking at each.
    private const int IndexFrom = 9;

    // A document may copy a large node many times, and have nearly all of it left out.
    private const int MostExpected = 16;

    private readonly List<Member> _members = new(Math.Min(capacity, MostExpected));
    private Dictionary<string, int>? _index;

    /// <summary>The members, in the order of the text.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>Enumerates the members without an object, unlike <see cref="Members"/>.</summary>
    public List<Member>.Enumerator GetEnumerator() => _members.GetEnumerator();

    /// <summary>The member's value, or null when there is none.</summary>
    public DocumentNode? this[string key] => IndexOf(key) is int index and >= 0 ? _members[index].Value : null;

    /// <summary>The place of a member among the members, or -1.</summary>
    public int IndexOf(string key)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(key, out int found) ? found : -1;
        }

        for (int i = 0; i < _members.Count; i++)
        {
            if (string.Equals(_members[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Appends a member, or replaces the one with the same key in its place; false when it replaced.</summary>
    public bool Set(Member member)
    {
        int at = IndexOf(member.Key);
        if (at >= 0)
        {
            _members[at] = member;
            return false;
        }

        _members.Add(member);
        if (_index is not null)
        {
            _index.Add(member.Key, _members.Count - 1);
        }
        else if (_members.Count == IndexFrom)
        {
            BuildIndex();
        }

        return true;
    }

    /// <summary>Takes a member out, if it is there.</summary>
    public void Remove(string key)
    {
        if (IndexOf(key) >= 0)
        {
            RemoveAll([key]);
        }
    }

    /// <summary>Takes members out, if they are there.</summary>
    public void RemoveAll(HashSet<string> keys)
    {
        _members.RemoveAll(member => keys.Contains(member.Key));
        _index = null;
        if (_members.Count >= IndexFrom)
        {
            BuildIndex();
        }
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(_members.Capacity, StringComparer.Ordinal);
        for (int i = 0; i < _members.Count; i++)
        {
            _index.Add(_members[i].Key, i);
        }
    }
}
