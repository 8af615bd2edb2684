namespace ClerkGen.Testing.Hostile;

/// <summary>Where a string of the document ends up.</summary>
public enum FieldSink
{
    /// <summary>In a comment, or nowhere.</summary>
    Text,

    /// <summary>In a literal, exactly as it is, unless the field is reported and left out.</summary>
    Literal,

    /// <summary>In a name.</summary>
    Name,
}

/// <summary>One kind of string that a document has.</summary>
/// <param name="Name">Its name in <see cref="HostileFields"/>' document.</param>
/// <param name="Sink">Where it ends up.</param>
public sealed record FieldKind(string Name, FieldSink Sink)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
