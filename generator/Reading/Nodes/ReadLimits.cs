namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>
/// Limits for one document. A document is untrusted: a few lines of it must not hang, exhaust or crash the compiler that reads it.
/// </summary>
internal sealed record ReadLimits
{
    /// <summary>The limits of an ordinary build.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>How deep collections may nest; real documents stay under 30. Every recursive walk is safe at this depth on a 256 KB stack.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>How many nodes may be visited over all stages of reading, copies of aliased nodes included.</summary>
    public int NodeVisits { get; init; } = 5_000_000;

    /// <summary>How many nodes may come into being by writing out aliases; the shared nodes themselves cost nothing.</summary>
    public int AliasedNodes { get; init; } = 500_000;

    /// <summary>How many nodes an overlay may look at over all its actions, besides fifty times each node of the document.</summary>
    public int OverlayVisits { get; init; } = 5_000_000;

    /// <summary>How many nodes an overlay may select and add over all its actions, besides ten times each node of the document.</summary>
    public int OverlayNodes { get; init; } = 500_000;

    /// <summary>
    /// The longest name of a member, in characters: the length of a URI that all senders and recipients should support (RFC 9110, section
    /// 4.1). Each part of a document is known by the names on the way to it, so that thousands of parts repeat them.
    /// </summary>
    public int NameLength { get; init; } = 8_000;

    /// <summary>The most that all names on the way to a part have together, in characters.</summary>
    public int WayLength { get; init; } = 10_000;

    /// <summary>The largest text of one file, in characters.</summary>
    public int InputLength { get; init; } = 64 * 1024 * 1024;
}
