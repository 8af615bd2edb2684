using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The exception that is thrown for a redirect: status 301, 302, 303, 307 or 308.</summary>
/// <remarks>Redirects are never followed, because credentials and bodies belong to the configured server only.</remarks>
public sealed class ApiRedirectException : ApiException
{
    internal ApiRedirectException(ApiErrorContext context, bool wasFollowed)
        : base(context) =>
        WasFollowed = wasFollowed;

    /// <summary>Gets whether the handler of a given <see cref="HttpClient"/> followed the redirect, or tried to.</summary>
    /// <remarks>Set the handler's <c>AllowAutoRedirect</c> to false.</remarks>
    public bool WasFollowed { get; }

    /// <summary>Gets the target of the redirect, or null. It may be relative to the request's address.</summary>
    public Uri? Location => Headers.Location;

    private protected override string? Cause =>
        WasFollowed ? "the given HttpClient, or one of its handlers, sent the request to another address"
            : StatusCode is null ? "the server redirected" : null;

    private protected override string? NextStep =>
        WasFollowed ? "Set AllowAutoRedirect to false. If the other address is right, set BaseAddress to it."
            : StatusCode is null ? "Redirects are not followed. Set BaseAddress to the API's address." : null;
}
