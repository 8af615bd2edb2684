using System.Buffers;
using System.Globalization;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen.Security;

/// <summary>
/// Checks credentials. A wrong one is refused before it is sent anywhere, and nothing is trimmed silently: white space around a key is a
/// mistake that would come back elsewhere. No message repeats the credential. An API key is the caller's text. It is sent as given if its
/// place in the request can hold it, including a scheme's word.
/// </summary>
internal static class CredentialRules
{
    // RFC 6265, section 4.1.1.
    private static readonly SearchValues<char> NotInCookies = SearchValues.Create(";,\"\\");

    /// <summary>Checks a credential before it is kept.</summary>
    /// <param name="scheme">How it is sent.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="option">The option that it is set to, for the message.</param>
    /// <param name="places">Where the credential can be configured, for the message.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    /// <exception cref="ArgumentException">It cannot be sent with the scheme.</exception>
    internal static void CheckSet(ApiSecurityScheme scheme, string? credential, string option, string places)
    {
        if (credential is null)
        {
            throw new ArgumentNullException(nameof(credential), $"{option} is null. Check that the setting it is read from exists. It can be configured: {places}.");
        }

        if (Fault(scheme, credential) is string fault)
        {
            throw new ArgumentException($"{option} {fault}.", nameof(credential));
        }
    }

    /// <summary>Checks a credential before it is sent.</summary>
    /// <param name="scheme">How it is sent.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="option">Where it comes from, for the message.</param>
    /// <exception cref="InvalidOperationException">The credential cannot be sent.</exception>
    internal static void CheckSent(ApiSecurityScheme scheme, string? credential, string option)
    {
        string? fault = credential is null ? "is null" : Fault(scheme, credential);
        if (fault is not null)
        {
            throw new InvalidOperationException($"The credential of {option} {fault}.");
        }
    }

    private static string? Fault(ApiSecurityScheme scheme, string credential) =>
        FaultOfText(scheme, credential) ?? FaultOfPlace(scheme.Kind, credential);

    private static string? FaultOfText(ApiSecurityScheme scheme, string credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
        {
            return "is empty";
        }

        foreach (char c in credential)
        {
            if (char.IsControl(c))
            {
                return "contains a line end or another control character. It was probably read with the end of its line";
            }

            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                return c == '\uFEFF' ? "contains a byte order mark (U+FEFF). It was probably read from a file that begins with one"
                    : string.Create(CultureInfo.InvariantCulture, $"contains an invisible character (U+{(int)c:X4})");
            }
        }

        if (!HasWholeCharacters(credential))
        {
            return "contains half a surrogate pair";
        }

        if (char.IsWhiteSpace(credential[0]) || char.IsWhiteSpace(credential[^1]))
        {
            return "has leading or trailing white space";
        }

        return scheme.Kind is SecuritySchemeKind.Bearer or SecuritySchemeKind.Basic ? FaultOfToken(credential) : null;
    }

    private static bool HasWholeCharacters(string credential)
    {
        for (int i = 0; i < credential.Length; i++)
        {
            if (char.IsSurrogate(credential[i]) && (++i == credential.Length || !char.IsSurrogatePair(credential[i - 1], credential[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string? FaultOfToken(string credential)
    {
        if (credential.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || credential.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return "begins with the name of its scheme. Set the credential alone";
        }

        if (credential[0] is '"' or '\'')
        {
            return "begins with a quote";
        }

        // Stripe named its keys so, and many vendors followed, Clerk among them: pk_ is for browsers, sk_ for servers. Others begin a secret with
        // pk_ alone, so the whole prefix decides.
        if (credential.StartsWith("pk_test_", StringComparison.Ordinal) || credential.StartsWith("pk_live_", StringComparison.Ordinal))
        {
            return "is a publishable key (pk_…). A server needs the secret key (sk_…)";
        }

        return null;
    }

    private static string? FaultOfPlace(SecuritySchemeKind kind, string credential) => kind switch
    {
        SecuritySchemeKind.Basic => credential.Contains(':') ? null : "does not have the form user:password",
        SecuritySchemeKind.Query => null,
        SecuritySchemeKind.Header => HeaderRules.IsValue(credential) ? null : "contains a character beyond ASCII, which a header does not allow",
        SecuritySchemeKind.Cookie => credential.AsSpan().ContainsAny(NotInCookies) || HasSpaceOrBeyondAscii(credential)
            ? "contains a character that a cookie does not allow"
            : null,
        _ => HasSpaceOrBeyondAscii(credential) ? "contains a space or a character beyond ASCII" : null,
    };

    private static bool HasSpaceOrBeyondAscii(string credential)
    {
        foreach (char c in credential)
        {
            if (c is <= ' ' or > '~')
            {
                return true;
            }
        }

        return false;
    }
}
