using System.Diagnostics.CodeAnalysis;

namespace ClerkGen.AspNetCore;

/// <summary>Contains the result of verifying a token or a request: a caller, or the reason why there is none.</summary>
public readonly record struct ClerkVerification
{
    private ClerkVerification(ClerkCaller? caller, string? reason, string[]? setCookies = null)
    {
        Caller = caller;
        Reason = reason;
        SetCookies = setCookies;
    }

    /// <summary>Gets the caller; null when the token is refused.</summary>
    public ClerkCaller? Caller { get; }

    /// <summary>Gets the reason why the token is refused, one of <see cref="ClerkReason"/>; null if it is accepted.</summary>
    public string? Reason { get; }

    /// <summary>Gets whether the token is accepted.</summary>
    [MemberNotNullWhen(true, nameof(Caller))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsAccepted => Caller is not null;

    /// <summary>Gets whether the token could not be verified because of a fault of this server. Respond with 503 then, not 401.</summary>
    public bool IsServerFault => ClerkReason.IsServerFault(Reason);

    /// <summary>Cookies to send on, when a browser's session was renewed.</summary>
    internal string[]? SetCookies { get; }

    internal static ClerkVerification Accept(ClerkCaller caller, string[]? setCookies = null) => new(caller, null, setCookies);

    internal static ClerkVerification Refuse(string reason) => new(null, reason);
}
