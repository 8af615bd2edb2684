using System.ComponentModel;
using ClerkGen.Errors;
using ClerkGen.Http;

namespace ClerkGen.GeneratedSupport;

/// <summary>Which exception an error status becomes. One instance per distinct set of documented errors; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiErrors
{
    private readonly ApiErrorEntry[] _entries;

    /// <summary>Keeps the entries.</summary>
    /// <param name="entries">Most specific first; the first that matches wins.</param>
    public ApiErrors(params ApiErrorEntry[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = entries;
    }

    /// <summary>An error whose body is JSON.</summary>
    /// <param name="from">First status, inclusive; 0 for <c>default</c>.</param>
    /// <param name="to">Last status, inclusive; 999 for <c>default</c>.</param>
    /// <param name="create">Creates the exception.</param>
    /// <param name="mediaType">The media type that has this body, or null when the statuses have no other.</param>
    /// <typeparam name="TError">Type of the body.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiErrorEntry Json<TError, TJson>(
        int from, int to, Func<ApiErrorContext, TError, ApiException> create, string? mediaType = null)
        where TJson : IApiJson<TError>
    {
        ArgumentNullException.ThrowIfNull(create);
        return new JsonErrorEntry<TError, TJson>(from, to, mediaType, create);
    }

    /// <summary>
    /// The typed exception of a response, or null when its body has no documented shape. Among the bodies of one status,
    /// the closest media type wins. Statuses that are not documented are tried with all shapes, because servers return 429
    /// or 500 in the same way as the rest.
    /// </summary>
    internal ApiException? Create(ApiErrorContext context, ReadOnlyMemory<byte> body, string contentType, int maxDepth)
    {
        int status = (int)context.StatusCode!.Value;
        ApiErrorEntry? documented = Array.Find(_entries, entry => status >= entry.From && status <= entry.To);
        for (int closeness = MediaTypes.MostClose; closeness >= 0; closeness--)
        {
            foreach (ApiErrorEntry entry in _entries)
            {
                if ((documented is null || (entry.From == documented.From && entry.To == documented.To))
                    && MediaTypes.Closeness(entry.MediaType, contentType) == closeness
                    && entry.Create(context, body, maxDepth) is ApiException exception)
                {
                    return exception;
                }
            }
        }

        return null;
    }
}
