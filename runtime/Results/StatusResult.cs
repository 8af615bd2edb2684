using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the successes of a range of status codes are read, when an operation has several that differ.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StatusResult<T>
{
    /// <summary>Keeps a range and its result.</summary>
    /// <param name="from">First status, inclusive.</param>
    /// <param name="to">Last status, inclusive.</param>
    /// <param name="result">How its body is read.</param>
    public StatusResult(int from, int to, ApiResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        From = from;
        To = to;
        Result = result;
    }

    /// <summary>First status, inclusive.</summary>
    internal int From { get; }

    /// <summary>Last status, inclusive.</summary>
    internal int To { get; }

    /// <summary>How its body is read.</summary>
    internal ApiResult<T> Result { get; }
}
