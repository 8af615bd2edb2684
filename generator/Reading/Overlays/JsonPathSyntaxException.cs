namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>The reason why a text is no JSONPath query.</summary>
/// <param name="message">One sentence without its end.</param>
/// <param name="offset">The 0-based offset in the query's text.</param>
internal sealed class JsonPathSyntaxException(string message, int offset) : Exception(message)
{
    /// <summary>The 0-based offset in the query's text.</summary>
    public int Offset { get; } = offset;
}
