using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>
/// Puts values of the graph together so that only references flow between its nodes. For every value type that flows (a tuple, for
/// example), the just-in-time compiler compiles about eighty methods of the driver in each cold compiler. References share one version.
/// </summary>
internal static class ReferenceNodes
{
    /// <summary>Each value with the one of another node.</summary>
    public static IncrementalValuesProvider<Pair<TLeft, TRight>> Join<TLeft, TRight>(
        this IncrementalValuesProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class
        where TRight : class =>
        left.Combine(right).Select(static (pair, _) => new Pair<TLeft, TRight>(pair.Left, pair.Right));

    /// <summary>The value with the one of another node.</summary>
    public static IncrementalValueProvider<Pair<TLeft, TRight>> Join<TLeft, TRight>(
        this IncrementalValueProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class
        where TRight : class =>
        left.Combine(right).Select(static (pair, _) => new Pair<TLeft, TRight>(pair.Left, pair.Right));

    /// <summary>All values of a node as one.</summary>
    public static IncrementalValueProvider<Items<T>> CollectItems<T>(this IncrementalValuesProvider<T> values)
        where T : class, IEquatable<T> =>
        values.Collect().Select(static (values, _) => new Items<T>(new EquatableArray<T>([.. values])));
}

/// <summary>Values of two nodes.</summary>
internal sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);

/// <summary>Values of one node, as a reference.</summary>
internal sealed record Items<T>(EquatableArray<T> Values)
    where T : IEquatable<T>;
