namespace ClerkGen.AspNetCore;

/// <summary>Guesses the kind of a token without verifying it. The kind only selects the verifier.</summary>
internal static class TokenKinds
{
    internal const string Any = "any";

    /// <summary>Clerk's word for a kind, as in its logs and settings.</summary>
    internal static string Word(ClerkTokenKind kind) => kind switch
    {
        ClerkTokenKind.Session => "session_token",
        ClerkTokenKind.MachineToMachine => "m2m_token",
        ClerkTokenKind.OAuth => "oauth_token",
        _ => "api_key",
    };

    /// <summary>The kind that a word names, or null.</summary>
    internal static ClerkTokenKind? Parse(string word) => word switch
    {
        "session_token" or nameof(ClerkTokenKind.Session) => ClerkTokenKind.Session,
        "m2m_token" or nameof(ClerkTokenKind.MachineToMachine) => ClerkTokenKind.MachineToMachine,
        "oauth_token" or nameof(ClerkTokenKind.OAuth) => ClerkTokenKind.OAuth,
        "api_key" or nameof(ClerkTokenKind.ApiKey) => ClerkTokenKind.ApiKey,
        _ => null,
    };

    /// <summary>The kind of a token with a known prefix.</summary>
    internal static ClerkTokenKind? OfOpaque(string token)
    {
        if (token.StartsWith("mt_", StringComparison.Ordinal))
        {
            return ClerkTokenKind.MachineToMachine;
        }

        if (token.StartsWith("oat_", StringComparison.Ordinal))
        {
            return ClerkTokenKind.OAuth;
        }

        return token.StartsWith("ak_", StringComparison.Ordinal) ? ClerkTokenKind.ApiKey : null;
    }

    /// <summary>The kind of a JWT.</summary>
    internal static ClerkTokenKind OfJwt(in Jwt jwt)
    {
        if (jwt.Claims.Subject?.StartsWith("mch_", StringComparison.Ordinal) == true)
        {
            return ClerkTokenKind.MachineToMachine;
        }

        return jwt.Header.IsOAuthType ? ClerkTokenKind.OAuth : ClerkTokenKind.Session;
    }
}
