namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>
/// Bounds what an overlay may cost: a query that looks everywhere inside a query that looks everywhere is quadratic, and copies of copies
/// are exponential.
/// </summary>
internal sealed class OverlayBudget(ReadLimits limits, CancellationToken cancellationToken)
{
    private int _visits;

    /// <summary>Counts a node that is looked at or copied.</summary>
    /// <exception cref="DocumentSyntaxException">The overlay asks for more work than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Visit(DocumentNode node)
    {
        _visits++;
        if ((_visits & 0xFF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (_visits > limits.OverlayVisits)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"The overlay looks at more than {limits.OverlayVisits} nodes.", node.File, node.Start);
        }
    }
}
