using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>The path from a document's root to the current node. It becomes a JSON pointer (RFC 6901) only on demand.</summary>
internal sealed class PointerStack
{
    private readonly List<(string? Key, int Index)> _segments = [];

    /// <summary>How many segments the way has.</summary>
    public int Depth => _segments.Count;

    /// <summary>How many characters the names on the way have.</summary>
    public int Length { get; private set; }

    /// <summary>Goes into a member.</summary>
    public void Push(string key)
    {
        _segments.Add((key, 0));
        Length += key.Length;
    }

    /// <summary>Goes into an item.</summary>
    public void Push(int index) => _segments.Add((null, index));

    /// <summary>Goes back up.</summary>
    public void Pop()
    {
        Length -= _segments[_segments.Count - 1].Key?.Length ?? 0;
        _segments.RemoveAt(_segments.Count - 1);
    }

    /// <summary>Whether the way begins with a member of the root.</summary>
    public bool IsUnder(string key) => _segments.Count > 0 && string.Equals(_segments[0].Key, key, StringComparison.Ordinal);

    /// <summary>The JSON pointer; empty for the root.</summary>
    public override string ToString()
    {
        StringBuilder pointer = new();
        foreach ((string? key, int index) in _segments)
        {
            pointer.Append('/').Append(key is null ? index.ToString(CultureInfo.InvariantCulture) : JsonPointers.Escape(key));
        }

        return pointer.ToString();
    }
}
