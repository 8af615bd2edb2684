using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Requests;
using ClerkGen.Responses;
using ClerkGen.Security;

namespace ClerkGen.Paging;

/// <summary>A call for one page, which can tell its response from those of other pages.</summary>
internal sealed class PageCall<TPage>(
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation<TPage> operation,
    ApiRequest request,
    RequestOptions? options,
    bool wantsLinks,
    CancellationToken cancellationToken)
    : ApiCall<TPage>(pipeline, group, operation, request, options, cancellationToken)
{
    /// <summary>A hash of the items in the page, once the call has succeeded.</summary>
    internal Guid Fingerprint { get; private set; }

    /// <summary>The fields <c>Link</c> of the page, where they are wanted. They are not masked, so that they lead where the server means.</summary>
    internal IReadOnlyList<string> Links { get; private set; } = [];

    /// <inheritdoc/>
    internal override void ReadValue(ResponseBody response)
    {
        Fingerprint = PageFingerprint.Of(response.Bytes.Span);
        if (wantsLinks)
        {
            Links = response.CopyHeaders(secrets: null).GetValues("Link");
        }

        base.ReadValue(response);
    }

    /// <summary>The URL that a link of the page leads to, without the credentials that the server gave back in it.</summary>
    /// <param name="link">A URI reference (RFC 3986, section 4.1).</param>
    /// <returns>Null when that is no URL, or one of another origin: credentials go to the call's own server alone.</returns>
    internal string? NextUrl(string link)
    {
        // On Unix a path that begins with a slash would be read as the name of a file.
        UriKind kind = link.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        if (!Uri.TryCreate(link, kind, out Uri? reference)
            || !Uri.TryCreate(new Uri(Url), reference, out Uri? uri)
            || !Server.HasOriginOf(uri)
            || uri.UserInfo.Length > 0)
        {
            return null;
        }

        string url = uri.GetLeftPart(UriPartial.Query);
        for (SentCredential? each = Sent; each is not null; each = each.Before)
        {
            if (each.Scheme.Kind is SecuritySchemeKind.Query)
            {
                url = UriQuery.Without(url, each.Scheme.ParameterName);
            }
        }

        return url;
    }
}
