namespace ClerkGen.Generator.Model;

/// <summary>The name of a type that is not nested.</summary>
/// <param name="Namespace">Its namespace, unescaped; empty for a keyword of C#.</param>
/// <param name="Name">Its unescaped identifier or keyword.</param>
internal sealed record QualifiedTypeName(string Namespace, string Name)
{
    public override string ToString() => Name;
}
