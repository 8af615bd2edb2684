using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>
/// Deviations met while reading one body: noted as offsets, turned into paths in one more pass once the value is there. Exists
/// only when there is a deviation and somebody listens.
/// </summary>
internal sealed class JsonDeviations
{
    // A body of megabytes can differ everywhere; the first thousand say enough and bound what is kept.
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

    /// <summary>Tells the listener all of them, in the order of the body.</summary>
    internal void Report(ReadOnlySpan<byte> body, in JsonReadOptions options)
    {
        var path = new JsonPath(body, options.MaxDepth);
        foreach ((ApiDeviationKind kind, long offset, byte[]? member) in _noted)
        {
            options.Listener!(new ApiDeviation(kind, path.Find(offset, member), options.OperationId));
        }
    }
}
