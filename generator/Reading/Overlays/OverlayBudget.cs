using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>
/// Limits the cost of an overlay. Nested queries over the whole document are quadratic. Copies of copies are exponential, and so are
/// actions that select the copies of earlier actions. A large document may be looked at more often than a small one.
/// </summary>
internal sealed class OverlayBudget(ReadContext context)
{
    private const int CharactersOfVisit = 16;
    private const int LevelsOfNode = 8;

    private readonly long _maximumVisits = context.Limits.OverlayVisits + (50L * context.NodesRead);
    private readonly long _maximumNodes = context.Limits.OverlayNodes + (10L * context.NodesRead);
    private long _visits;
    private long _nodes;

    /// <summary>The budget for guessing names.</summary>
    public WorkBudget Work => context.Budget;

    /// <summary>Counts a node that is looked at.</summary>
    /// <param name="node">The node.</param>
    /// <param name="characters">How many characters of it are looked at.</param>
    /// <exception cref="DocumentSyntaxException">The overlay asks for more work than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Visit(DocumentNode node, int characters = 0)
    {
        int steps = 1 + (characters / CharactersOfVisit);
        context.Budget.Spend(steps);
        _visits += steps;
        if (_visits > _maximumVisits)
        {
            throw TooMuch($"The overlay visits more than {_maximumVisits} nodes.", node);
        }
    }

    /// <summary>Counts a node that is kept, because it was selected or got a further place.</summary>
    /// <param name="node">The node.</param>
    /// <param name="depth">How deep it lies.</param>
    /// <exception cref="DocumentSyntaxException">The overlay asks for more memory than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Keep(DocumentNode node, int depth = 0)
    {
        Visit(node);
        _nodes += 1 + (depth / LevelsOfNode);
        if (_nodes > _maximumNodes)
        {
            throw TooMuch($"The overlay selects and adds more than {_maximumNodes} nodes.", node);
        }
    }

    private static DocumentSyntaxException TooMuch(string message, DocumentNode node) =>
        new(ReadDiagnosticKind.LimitExceeded, message, node.File, node.Start);
}
