using ClerkGen.GeneratedSupport;

namespace ClerkGen.Security;

/// <summary>A credential that a request was sent with. Prints nothing of it.</summary>
/// <param name="scheme">How it was sent.</param>
/// <param name="text">A text that the server may give back, which must be masked.</param>
internal readonly struct SentCredential(ApiSecurityScheme scheme, string text)
{
    internal ApiSecurityScheme Scheme { get; } = scheme;

    internal string Text { get; } = text;

    /// <summary>Key of the scheme.</summary>
    public override string ToString() => Scheme.Key;
}
