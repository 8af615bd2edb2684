using System.ComponentModel;
using System.Numerics;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// What every emitted enum has: the value as it is on the wire, known or not. Two are
/// equal when their values are, strings compared ordinally.
/// </summary>
/// <typeparam name="TSelf">The enum.</typeparam>
/// <typeparam name="TValue">Type of the values: <see cref="string"/>, <see cref="long"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiEnum<TSelf, TValue> : IApiScalar<TSelf>, IEquatable<TSelf>, IEqualityOperators<TSelf, TSelf, bool>
    where TSelf : struct, IApiEnum<TSelf, TValue>
{
    /// <summary>The text or number on the wire.</summary>
    TValue Value { get; }

    /// <summary>Whether the document knows the value.</summary>
    bool IsKnown { get; }
}
