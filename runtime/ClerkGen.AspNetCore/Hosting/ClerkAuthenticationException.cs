namespace ClerkGen.AspNetCore;

/// <summary>Contains the reason why a request is not signed in, as the failure of an <c>AuthenticateResult</c>.</summary>
public sealed class ClerkAuthenticationException : Exception
{
    internal ClerkAuthenticationException(string reason)
        : base($"{reason}: {ClerkReason.Explain(reason)}") => Reason = reason;

    /// <summary>Gets the reason, one of <see cref="ClerkReason"/>.</summary>
    public string Reason { get; }

    /// <summary>Gets whether the fault is this server's, so that the response is 503 and not 401.</summary>
    public bool IsServerFault => ClerkReason.IsServerFault(Reason);
}
