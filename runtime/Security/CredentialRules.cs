using ClerkGen.GeneratedSupport;

namespace ClerkGen.Security;

/// <summary>
/// What can be a credential. A wrong one is refused before it is sent anywhere, and nothing is trimmed silently: white space
/// around a key is a mistake that would come back elsewhere. No message repeats the credential.
/// </summary>
internal static class CredentialRules
{
    /// <summary>Checks what holds for every scheme.</summary>
    /// <exception cref="ArgumentException">The credential is empty, padded, holds control characters, repeats the scheme's word, or is a
    /// publishable key.</exception>
    internal static void Check(string scheme, string credential)
    {
        if (Fault(credential) is string fault)
        {
            throw new ArgumentException($"The credential for '{scheme}' {fault}.", nameof(credential));
        }
    }

    /// <summary>Checks what holds for one kind of scheme.</summary>
    /// <exception cref="InvalidOperationException">The credential cannot be sent.</exception>
    internal static void Check(ApiSecurityScheme scheme, string? credential)
    {
        string? fault = credential is null ? "is null" : Fault(credential) ?? Fault(scheme.Kind, credential);
        if (fault is not null)
        {
            throw new InvalidOperationException($"The credential for '{scheme.Key}' {fault}.");
        }
    }

    private static string? Fault(string credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return "is empty";
        }

        foreach (char c in credential)
        {
            if (char.IsControl(c))
            {
                return "holds a line end or another control character; it was probably read with the end of its line";
            }
        }

        if (char.IsWhiteSpace(credential[0]) || char.IsWhiteSpace(credential[^1]))
        {
            return "has white space around it";
        }

        if (credential.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || credential.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return "begins with the name of its scheme; give the credential alone";
        }

        if (credential[0] is '"' or '\'')
        {
            return "begins with a quote";
        }

        if (credential.StartsWith("pk_test_", StringComparison.Ordinal) || credential.StartsWith("pk_live_", StringComparison.Ordinal))
        {
            return "is a publishable key (pk_…); a server needs the secret key (sk_…)";
        }

        return null;
    }

    private static string? Fault(SecuritySchemeKind kind, string credential)
    {
        if (kind == SecuritySchemeKind.Basic)
        {
            return credential.Contains(':') ? null : "is not of the form user:password";
        }

        foreach (char c in credential)
        {
            if (c is <= ' ' or > '~')
            {
                return "holds a space or a character beyond ASCII";
            }

            if (kind == SecuritySchemeKind.Cookie && c is (';' or ',' or '"' or '\\'))
            {
                return "holds a character that cannot stand in a cookie";
            }
        }

        return null;
    }
}
