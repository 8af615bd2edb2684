namespace ClerkGen;

/// <summary>Thrown when a request or a stub's response differs from <see cref="StubTransport.Document"/>.</summary>
/// <remarks>Not an <see cref="ApiException"/>, so that code under test does not handle it as an error of the API.</remarks>
public sealed class StubCheckException : InvalidOperationException
{
    internal StubCheckException(string subject, IReadOnlyList<StubDifference> differences)
        : base($"{subject} differs from the OpenAPI document:\n  {string.Join("\n  ", differences)}") =>
        Differences = differences;

    /// <summary>Gets the differences, at least one.</summary>
    public IReadOnlyList<StubDifference> Differences { get; }
}
