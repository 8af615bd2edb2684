namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(ScalarKind kind, string text, SourceFile file, int start, int length, string? written = null)
    : DocumentNode(file, start, length)
{
    /// <summary>Its JSON kind.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>The string's value, or the JSON form of a number, boolean or null.</summary>
    public string Text { get; } = text;

    /// <summary>The scalar as it is written, without quotes: <c>1.10</c> and <c>012</c> are also versions and names.</summary>
    public string Written => written ?? Text;
}

/// <summary>The kinds of scalars.</summary>
internal enum ScalarKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number; its text follows JSON's grammar.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>null</c>.</summary>
    Null,
}
