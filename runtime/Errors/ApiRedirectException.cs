using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// The server answered with a redirect. Redirects are never followed: a credential, or a body, belongs to the configured
/// server alone. Where it pointed stands in <see cref="ApiException.Headers"/>.
/// </summary>
public sealed class ApiRedirectException : ApiException
{
    internal ApiRedirectException(ApiErrorContext context, bool wasFollowed)
        : base(context) =>
        WasFollowed = wasFollowed;

    /// <summary>
    /// Whether the handler of a <see cref="HttpClient"/> that the caller gave has followed it already, or tried to. Switch its
    /// <c>AllowAutoRedirect</c> off.
    /// </summary>
    public bool WasFollowed { get; }

    private protected override string? Cause =>
        WasFollowed ? "the given HttpClient followed a redirect; switch AllowAutoRedirect off" : null;
}
