using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// The server answered with a redirect: 301, 302, 303, 307 or 308. Redirects are never followed: a credential, or a body, belongs to the
/// configured server alone.
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

    /// <summary>Where the answer points, or null. May be relative to the address of the request.</summary>
    public Uri? Location => Headers.Location;

    private protected override string? Cause =>
        WasFollowed ? "the given HttpClient followed a redirect. Set AllowAutoRedirect to false" : null;
}
