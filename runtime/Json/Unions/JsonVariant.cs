using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>Describes how a variant of a union differs from the others. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonVariant
{
    private readonly Member[] _members;

    /// <summary>Describes a variant.</summary>
    /// <param name="kinds">JSON kinds that it can have.</param>
    /// <param name="shape">
    /// For an object, one UTF-8 line per member, ended by a line feed: <c>?name</c> if it is known, <c>!name</c> if it is required.
    /// A member with one value, a string, number or boolean, is <c>=name</c>, a tab and the value.
    /// </param>
    /// <param name="isNamed">Whether a value of the union's discriminator names it, so that no other value means it.</param>
    public JsonVariant(JsonKinds kinds, ReadOnlySpan<byte> shape = default, bool isNamed = false)
    {
        Kinds = kinds;
        IsNamed = isNamed;
        var members = new List<Member>();
        while (!shape.IsEmpty)
        {
            ReadOnlySpan<byte> line = shape[..shape.IndexOf((byte)'\n')];
            ReadOnlySpan<byte> name = line[1..];
            byte[]? constant = null;
            if (line[0] == '=')
            {
                int tab = name.IndexOf((byte)'\t');
                constant = name[(tab + 1)..].ToArray();
                name = name[..tab];
            }

            bool isRequired = line[0] == '!';
            members.Add(new Member(name.ToArray(), constant, isRequired));
            Required += isRequired ? 1 : 0;
            shape = shape[(line.Length + 1)..];
        }

        _members = [.. members];
    }

    /// <summary>JSON kinds that the variant can have.</summary>
    internal JsonKinds Kinds { get; }

    /// <summary>Whether a value of the union's discriminator names it.</summary>
    internal bool IsNamed { get; }

    /// <summary>Number of required members.</summary>
    internal int Required { get; }

    /// <summary>Number of known members; 0 for a free-form object, which fits when nothing else does.</summary>
    internal int Count => _members.Length;

    /// <summary>A member by its index.</summary>
    internal Member this[int index] => _members[index];

    /// <summary>Index of the member of a name, or -1.</summary>
    /// <param name="name">UTF-8 name.</param>
    /// <param name="expected">Index where to look first: members mostly come in the order of the document.</param>
    internal int Find(ReadOnlySpan<byte> name, int expected)
    {
        for (int i = expected; i < _members.Length; i++)
        {
            if (name.SequenceEqual(_members[i].Name))
            {
                return i;
            }
        }

        for (int i = 0; i < expected; i++)
        {
            if (name.SequenceEqual(_members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A member that the variant knows.</summary>
    /// <param name="Name">UTF-8 name.</param>
    /// <param name="Constant">UTF-8 of the only value it may have, or null.</param>
    /// <param name="IsRequired">Whether the variant needs it.</param>
    internal sealed record Member(byte[] Name, byte[]? Constant, bool IsRequired);
}
