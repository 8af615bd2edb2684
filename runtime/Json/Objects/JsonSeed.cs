using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Marks the constructor through which emitted readers create a value before any of its <c>required</c> members is known:
/// <c>private User(JsonSeed seed) =&gt; seed.Leave();</c> runs nothing and needs no initial values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonSeed
{
    /// <summary>Does nothing and returns. The compiler's null analysis believes that it does not return.</summary>
#pragma warning disable CS8763 // Returning is the point: the attribute spares each emitted type a store per member.
#pragma warning disable CA1822 // Called on the parameter, which every such constructor has.
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave()
    {
    }
#pragma warning restore CA1822
#pragma warning restore CS8763
}
