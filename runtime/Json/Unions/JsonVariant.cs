using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>What a variant of a union looks like, as far as that tells it from the others. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonVariant
{
    private readonly Member[] _members;

    /// <summary>Describes a variant.</summary>
    /// <param name="kinds">JSON kinds that it can have.</param>
    /// <param name="shape">
    /// Of an object, one UTF-8 line per member, ended by a line feed: <c>?name</c> for a known one, <c>!name</c> for a required one,
    /// <c>=name</c>, a tab and a value for one that has this string as its only value.
    /// </param>
    public JsonVariant(JsonKinds kinds, ReadOnlySpan<byte> shape = default)
    {
        Kinds = kinds;
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

            members.Add(new Member(name.ToArray(), constant, line[0] == '!'));
            shape = shape[(line.Length + 1)..];
        }

        _members = [.. members];
        Required = members.Count(static member => member.IsRequired);
    }

    /// <summary>JSON kinds that the variant can have.</summary>
    internal JsonKinds Kinds { get; }

    /// <summary>Number of required members.</summary>
    internal int Required { get; }

    /// <summary>The member of a name, or null.</summary>
    internal Member? Find(ReadOnlySpan<byte> name)
    {
        foreach (Member member in _members)
        {
            if (name.SequenceEqual(member.Name))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>A member that the variant knows.</summary>
    /// <param name="Name">UTF-8 name.</param>
    /// <param name="Constant">UTF-8 of the only value it may have, or null.</param>
    /// <param name="IsRequired">Whether the variant needs it.</param>
    internal sealed record Member(byte[] Name, byte[]? Constant, bool IsRequired);
}
