namespace ClerkGen;

/// <summary>Describes how a request or a stub's response differs from the OpenAPI document. Immutable. Contains no value.</summary>
public sealed class StubDifference
{
    internal StubDifference(string path, string pointer, string text)
    {
        Path = path;
        Pointer = pointer;
        Text = text;
    }

    /// <summary>Gets the place in the message: a JSON path in the body, or the name of a parameter.</summary>
    public string Path { get; }

    /// <summary>Gets the place in the document, as a JSON pointer (RFC 6901).</summary>
    public string Pointer { get; }

    /// <summary>Gets the difference in words.</summary>
    public string Text { get; }

    /// <summary>Returns both places and the difference.</summary>
    public override string ToString() => $"{Path}: {Text} ({Pointer})";
}
