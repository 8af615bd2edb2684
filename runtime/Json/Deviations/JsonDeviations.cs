using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>
/// Deviations met while reading one body: noted as offsets, turned into paths in one more pass once the value is there. Exists only if
/// there is a deviation and a listener.
/// </summary>
internal sealed class JsonDeviations
{
    // A body of megabytes can differ everywhere. Only the first thousand are kept.
    private const int Limit = 1000;

    private readonly List<(ApiDeviationKind Kind, long Offset, byte[]? Member)> _noted = [];

    /// <summary>Notes a deviation. Offsets come in ascending order, as a reader only moves forward.</summary>
    internal void Add(ApiDeviationKind kind, long offset, ReadOnlySpan<byte> member)
    {
        if (_noted.Count < Limit)
        {
            _noted.Add((kind, offset, member.IsEmpty ? null : member.ToArray()));
        }
    }

    /// <summary>Passes all of them to the listener, in the order of the body.</summary>
    internal void Report(ReadOnlySpan<byte> body, in JsonReadOptions options)
    {
        var path = new JsonPath(body, options.MaxDepth);
        foreach ((ApiDeviationKind kind, long offset, byte[]? member) in _noted)
        {
            options.Listener!(new ApiDeviation(kind, path.Find(offset, member), options.OperationId));
        }
    }
}
