namespace ClerkGen.Testing;

/// <summary>The members of one object that some schema describes.</summary>
internal sealed class KnownMembers
{
    /// <summary>Creates an empty set.</summary>
    /// <param name="outer">The set of a schema around, whose discriminators are not followed again.</param>
    public KnownMembers(KnownMembers? outer = null) => Discriminated = outer?.Discriminated ?? [];

    /// <summary>Names of described members.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Discriminators that were followed: a variant leads back to its base.</summary>
    public HashSet<string> Discriminated { get; }

    /// <summary>Required members that the value lacks, and where they are required.</summary>
    public List<KeyValuePair<string, string>> Missing { get; } = [];

    /// <summary>Whether a schema allows members that it does not name.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether a schema describes members at all.</summary>
    public bool HasDescription { get; set; }

    /// <summary>Whether a member that is not among them is unknown.</summary>
    public bool AreAll => HasDescription && !IsOpen;

    /// <summary>Adds a described member.</summary>
    public void Add(string name)
    {
        HasDescription = true;
        Names.Add(name);
    }

    /// <summary>Adds the members of a schema that matches too.</summary>
    public void Add(KnownMembers other)
    {
        Names.UnionWith(other.Names);
        HasDescription |= other.HasDescription;
        IsOpen |= other.IsOpen;
    }
}
