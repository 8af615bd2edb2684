using System.ComponentModel;
using ClerkGen.Http;
using ClerkGen.Security;

namespace ClerkGen.GeneratedSupport;

/// <summary>Describes an operation's <c>security</c>: alternatives, each a set of schemes. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurity
{
    /// <summary>Keeps the alternatives.</summary>
    /// <param name="alternatives">In the document's order; the first whose credentials are all set is taken. An empty one allows
    /// the call without credentials.</param>
    public ApiSecurity(ApiSecurityScheme[][] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        Alternatives = alternatives;
        LeavesAuthorizationToCaller = LeavesAuthorization(alternatives);
    }

    /// <summary>The alternatives, in the document's order.</summary>
    internal ApiSecurityScheme[][] Alternatives { get; }

    /// <summary>
    /// Whether <c>Authorization</c> contains the caller's text: an API key does, and a header that no scheme describes. Bearer tokens and
    /// passwords are written by the client.
    /// </summary>
    internal bool LeavesAuthorizationToCaller { get; }

    private static bool LeavesAuthorization(ApiSecurityScheme[][] alternatives)
    {
        bool isDescribed = false;
        foreach (ApiSecurityScheme[] alternative in alternatives)
        {
            foreach (ApiSecurityScheme scheme in alternative)
            {
                if (HeaderRules.IsAuthorization(scheme.ParameterName))
                {
                    if (scheme.Kind == SecuritySchemeKind.Header)
                    {
                        return true;
                    }

                    isDescribed |= scheme.Kind is SecuritySchemeKind.Bearer or SecuritySchemeKind.Basic;
                }
            }
        }

        return !isDescribed;
    }
}
