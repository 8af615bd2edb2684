namespace ClerkGen;

/// <summary>Selects who repeats failed requests.</summary>
public enum RetryHandling
{
    /// <summary>The client repeats requests by its own rules.</summary>
    Client,

    /// <summary>A handler of the given <see cref="HttpClient"/> repeats requests, for example Microsoft's standard resilience handler.</summary>
    /// <remarks>The client sends once, and only its overall timeout applies.</remarks>
    Host,
}
