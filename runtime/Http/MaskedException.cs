using System.Diagnostics.CodeAnalysis;

namespace ClerkGen.Http;

/// <summary>Takes the place of an exception whose text contains a credential. It prints the same text with the credential masked.</summary>
/// <param name="typeName">Type of the original.</param>
/// <param name="message">Message of the original, masked.</param>
/// <param name="text">All that the original prints, masked.</param>
[SuppressMessage("Design", "CA1032", Justification = "Only made from another exception.")]
[SuppressMessage("Design", "CA1064", Justification = "Callers print it.")]
internal sealed class MaskedException(string typeName, string message, string text) : Exception(message)
{
    /// <summary>Type of the original.</summary>
    internal string TypeName { get; } = typeName;

    /// <inheritdoc/>
    public override string ToString() => text;
}
