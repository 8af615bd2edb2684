using System.Net.Http.Headers;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen.Security;

/// <summary>Puts credentials into requests, and takes them out again once a request is sent.</summary>
internal static class Credentials
{
    /// <summary>Adds one credential.</summary>
    /// <param name="message">The request.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="sent">The credentials that the call was sent with so far, or null.</param>
    /// <returns>The same with this one, in order to mask it.</returns>
    internal static SentCredential Add(HttpRequestMessage message, PreparedCredential credential, SentCredential? sent)
    {
        ApiSecurityScheme scheme = credential.Scheme;
        switch (scheme.Kind)
        {
            case SecuritySchemeKind.Query:
                AddToQuery(message, $"{Uri.EscapeDataString(scheme.ParameterName)}={credential.Value}");
                break;
            case SecuritySchemeKind.Cookie:
                AddCookie(message.Headers, $"{scheme.ParameterName}={credential.Value}");
                break;
            default:
                message.Headers.Remove(scheme.ParameterName);
                message.Headers.TryAddWithoutValidation(scheme.ParameterName, credential.Value);
                break;
        }

        return credential.NoteAfter(sent);
    }

    /// <summary>
    /// Notes a credential that the caller put into the request, per call or in a hook, so that it is masked and taken out like any other.
    /// </summary>
    /// <param name="message">The request.</param>
    /// <param name="scheme">Its place.</param>
    /// <param name="sent">The credentials that the call was sent with so far, or null.</param>
    /// <returns>The same with this one.</returns>
    internal static SentCredential? Keep(HttpRequestMessage message, ApiSecurityScheme scheme, SentCredential? sent)
    {
        foreach (string text in message.Headers.NonValidated[scheme.ParameterName])
        {
            sent = SentCredential.AddField(sent, scheme, text);
        }

        return sent;
    }

    /// <summary>Whether the caller put an API key into the request, per call or in a hook.</summary>
    internal static bool IsGiven(HttpRequestMessage message, ApiSecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.Header && message.Headers.NonValidated.Contains(scheme.ParameterName);

    /// <summary>
    /// Takes the credentials out of a request that was sent, so that nothing that prints the response's request prints them.
    /// </summary>
    /// <param name="message">The request.</param>
    /// <param name="sent">The credentials, or null for none.</param>
    /// <param name="target">Where the request went, without credentials.</param>
    internal static void Remove(HttpRequestMessage message, SentCredential? sent, Uri target)
    {
        for (; sent is not null; sent = sent.Before)
        {
            ApiSecurityScheme scheme = sent.Scheme;
            if (scheme.Kind is SecuritySchemeKind.Query)
            {
                message.RequestUri = target;
            }
            else
            {
                message.Headers.Remove(scheme.Kind == SecuritySchemeKind.Cookie ? "Cookie" : scheme.ParameterName);
            }
        }
    }

    private static void AddToQuery(HttpRequestMessage message, string pair)
    {
        string target = message.RequestUri!.OriginalString;
        message.RequestUri = new Uri(target + (target.Contains('?') ? '&' : '?') + pair, ServerAddress.Verbatim);
    }

    private static void AddCookie(HttpRequestHeaders headers, string cookie)
    {
        if (headers.NonValidated.TryGetValues("Cookie", out HeaderStringValues cookies))
        {
            headers.Remove("Cookie");
            cookie = $"{cookies}; {cookie}";
        }

        headers.TryAddWithoutValidation("Cookie", cookie);
    }
}
