namespace ClerkGen.Testing;

/// <summary>One way in which a request, or a value, is not what the document says.</summary>
/// <param name="OperationId">The operation, or empty when the request matched none.</param>
/// <param name="Part">The part of the request: <c>path id</c>, <c>query limit</c>, <c>header X-A</c>, <c>body</c>, <c>security</c>.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into that part's value; empty for the whole value.</param>
/// <param name="Message">The fault, with the offending value.</param>
public sealed record Violation(string OperationId, string Part, string Pointer, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{OperationId} {Part} {(Pointer.Length == 0 ? "(whole)" : Pointer)}: {Message}";
}
