namespace ClerkGen;

/// <summary>Who repeats failed requests.</summary>
public enum RetryHandling
{
    /// <summary>The client, by its own rules.</summary>
    Client,

    /// <summary>
    /// A handler of the given <see cref="HttpClient"/>, Microsoft's standard resilience handler, say. The client sends once, and
    /// only its overall timeout applies.
    /// </summary>
    Host,
}
