using System.Net.Http.Headers;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Security;

/// <summary>Puts credentials into requests, and takes them out again once a request is sent.</summary>
internal static class Credentials
{
    /// <summary>Adds one credential.</summary>
    /// <param name="call">The call, which remembers it in order to mask it.</param>
    /// <param name="message">The request.</param>
    /// <param name="scheme">Where it goes.</param>
    /// <param name="text">The credential.</param>
    /// <param name="prepared">What stands in the request for it.</param>
    internal static void Add(ApiCallContext call, HttpRequestMessage message, ApiSecurityScheme scheme, string text, string prepared)
    {
        call.Sent(scheme, text);
        if (scheme.Kind is SecuritySchemeKind.Basic or SecuritySchemeKind.Query)
        {
            // What a server would give back is the text as it was sent, or the password alone.
            call.Sent(scheme, prepared.StartsWith("Basic ", StringComparison.Ordinal) ? prepared["Basic ".Length..] : prepared);
            call.Sent(scheme, text[(text.IndexOf(':') + 1)..]);
        }

        switch (scheme.Kind)
        {
            case SecuritySchemeKind.Query:
                AddToQuery(call, message, $"{Uri.EscapeDataString(scheme.ParameterName)}={prepared}");
                break;
            case SecuritySchemeKind.Cookie:
                AddCookie(message.Headers, $"{scheme.ParameterName}={prepared}");
                break;
            default:
                message.Headers.Remove(scheme.ParameterName);
                message.Headers.TryAddWithoutValidation(scheme.ParameterName, prepared);
                break;
        }
    }

    /// <summary>
    /// Takes the credentials out of a request that was sent, so that nothing that prints the answer's request prints them.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="message">The request.</param>
    /// <param name="target">Where the request went, without credentials.</param>
    internal static void Remove(ApiCallContext call, HttpRequestMessage message, Uri target)
    {
        foreach (SentCredential sent in call.SentCredentials)
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

    private static void AddToQuery(ApiCallContext call, HttpRequestMessage message, string pair)
    {
        string target = message.RequestUri!.OriginalString;
        var uri = new Uri(target + (target.Contains('?') ? '&' : '?') + pair, CallPipeline.Verbatim);
        message.RequestUri = uri;
        call.Content?.Retarget(uri);
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
