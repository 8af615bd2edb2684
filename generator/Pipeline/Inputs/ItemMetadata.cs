using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>The metadata of a document's item, as the build passes it on. A missing value is empty.</summary>
/// <param name="values">The values, in the order of <see cref="DocumentOptions.MetadataNames"/>.</param>
internal sealed class ItemMetadata(EquatableArray<string> values) : IEquatable<ItemMetadata>
{
    private readonly EquatableArray<string> _values = values;

    /// <summary>All values by name.</summary>
    public IEnumerable<(string Name, string Value)> All => DocumentOptions.MetadataNames.Select((name, index) => (name, _values[index]));

    /// <summary>The value of a name in <see cref="DocumentOptions.MetadataNames"/>.</summary>
    public string this[string name] => _values[Array.IndexOf(DocumentOptions.MetadataNames, name)];

    /// <summary>Reads the value of each name.</summary>
    public static ItemMetadata Of(Func<string, string> read) => new(new EquatableArray<string>([.. DocumentOptions.MetadataNames.Select(read)]));

    public bool Equals(ItemMetadata? other) => other is not null && _values.Equals(other._values);

    public override bool Equals(object? obj) => Equals(obj as ItemMetadata);

    public override int GetHashCode() => _values.GetHashCode();
}
