using ClerkGen.GeneratedSupport;

namespace ClerkGen.Errors;

/// <summary>An error whose body is JSON.</summary>
internal sealed class JsonErrorEntry<TError, TJson>(
    int from, int to, string? mediaType, Func<ApiErrorContext, TError, ApiException> create)
    : ApiErrorEntry(from, to, mediaType)
    where TJson : IApiJson<TError>
{
    /// <inheritdoc/>
    internal override ApiException? Create(ApiErrorContext context, ReadOnlyMemory<byte> body, int maxDepth)
    {
        // Reading is tolerant even for a strict client, because the error must reach the caller. An object without the members that the
        // schema requires is another kind of error, such as a gateway's.
        bool hasShape = true;
        var options = new JsonReadOptions
        {
            MaxDepth = maxDepth,
            Listener = deviation => hasShape &= !IsAtRoot(deviation),
        };
        TError error;
        try
        {
            error = ApiJsonBody.Read<TError, TJson>(body, options);
        }
        catch (ApiReadException)
        {
            return null;
        }

        return hasShape && error is not null ? create(context, error) : null;
    }

    private static bool IsAtRoot(ApiDeviation deviation) =>
        deviation.Kind is ApiDeviationKind.MissingMember or ApiDeviationKind.NullValue or ApiDeviationKind.WrongKind
        && deviation.Path.LastIndexOfAny(['.', '[']) <= 1;
}
