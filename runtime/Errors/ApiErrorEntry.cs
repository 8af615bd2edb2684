using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the errors of a range of status codes become exceptions. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiErrorEntry
{
    private protected ApiErrorEntry(int from, int to, string? mediaType)
    {
        From = from;
        To = to;
        MediaType = mediaType;
    }

    /// <summary>First status, inclusive.</summary>
    internal int From { get; }

    /// <summary>Last status, inclusive.</summary>
    internal int To { get; }

    /// <summary>The media type that has this body, or null when the statuses have no other.</summary>
    internal string? MediaType { get; }

    /// <summary>The exception for a body, or null when the body does not have the documented shape.</summary>
    internal abstract ApiException? Create(ApiErrorContext context, ReadOnlyMemory<byte> body, int maxDepth);
}
