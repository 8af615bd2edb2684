using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the errors of a range of status codes become exceptions. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiErrorEntry
{
    private protected ApiErrorEntry(int from, int to)
    {
        From = from;
        To = to;
    }

    /// <summary>First status, inclusive.</summary>
    internal int From { get; }

    /// <summary>Last status, inclusive.</summary>
    internal int To { get; }

    /// <summary>The exception for a body, or null when the body does not have the documented shape.</summary>
    internal abstract ApiException? Create(ApiErrorContext context, ReadOnlyMemory<byte> body, int maxDepth);
}
