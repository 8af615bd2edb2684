using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Compares types as C# does: however their values are read and written.</summary>
internal sealed class CSharpTypeComparer : IEqualityComparer<TypeReference>
{
    public static readonly CSharpTypeComparer Instance = new();

    private CSharpTypeComparer()
    {
    }

    public bool Equals(TypeReference? left, TypeReference? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when left.IsNullable != right.IsNullable => false,
        (ListType one, ListType other) => Equals(one.Item, other.Item),
        (MapType one, MapType other) => Equals(one.Value, other.Value),
        _ => left.Definition is { } definition && definition == right.Definition,
    };

    public int GetHashCode(TypeReference type) => type.Definition?.GetHashCode() ?? 0;
}
