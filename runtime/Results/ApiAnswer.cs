using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the successes of some statuses and one media type are read, when an operation has several that differ. Immutable.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiAnswer<T>
{
    /// <summary>Keeps statuses, media type and result.</summary>
    /// <param name="from">First status, inclusive.</param>
    /// <param name="to">Last status, inclusive.</param>
    /// <param name="result">How its body is read.</param>
    /// <param name="mediaType">The media type, or null when it makes no difference.</param>
    public ApiAnswer(int from, int to, ApiResult<T> result, string? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        From = from;
        To = to;
        Result = result;
        MediaType = mediaType;
    }

    /// <summary>First status, inclusive.</summary>
    internal int From { get; }

    /// <summary>Last status, inclusive.</summary>
    internal int To { get; }

    /// <summary>How its body is read.</summary>
    internal ApiResult<T> Result { get; }

    /// <summary>The media type, or null when it makes no difference.</summary>
    internal string? MediaType { get; }
}
