using System.ComponentModel;
using ClerkGen.Http;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

/// <summary>Contains target, headers and body of a call. Created by <see cref="ApiRequestBuilder"/> and sent once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    internal ApiRequest(string target, List<KeyValuePair<string, string>>? headers, string? cookies, RequestBody? body)
    {
        Target = target;
        Headers = headers;
        Cookies = cookies;
        Body = body;
    }

    /// <summary>A request that the caller writes himself.</summary>
    /// <exception cref="ArgumentException">The path is none below the client's server, or a field of the content cannot be sent.</exception>
    internal static ApiRequest Of(string path, HttpContent? content)
    {
        List<KeyValuePair<string, string>>? headers = null;
        foreach ((string name, IEnumerable<string> values) in content?.Headers ?? (IEnumerable<KeyValuePair<string, IEnumerable<string>>>)[])
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                string value = string.Join(", ", values);
                HeaderRules.CheckValue(name, value);
                (headers ??= []).Add(new(name, value));
            }
        }

        return new ApiRequest(RawTarget.Check(path), headers, null, content is null ? null : new HttpContentBody(content));
    }

    /// <summary>Path below the server's URL and query, percent-encoded; the whole URL when the server named it.</summary>
    internal string Target { get; }

    /// <summary>Whether the target is a whole URL, which a server named for the next page, on its own origin.</summary>
    internal bool IsUrl { get; private init; }

    /// <summary>Header parameters, checked, or null for none.</summary>
    internal List<KeyValuePair<string, string>>? Headers { get; }

    /// <summary>Cookie parameters as the value of one <c>Cookie</c> header, or null for none.</summary>
    internal string? Cookies { get; }

    /// <summary>The body, or null for none.</summary>
    internal RequestBody? Body { get; }

    /// <summary>Whether the body is kept for further calls. The creator of the request releases it.</summary>
    internal bool KeepsBody { get; private init; }

    /// <summary>The same request for one of several calls.</summary>
    internal ApiRequest Repeatable() => new(Target, Headers, Cookies, Body) { KeepsBody = true, IsUrl = IsUrl };

    /// <summary>The same request with another value of a header field.</summary>
    internal ApiRequest WithHeader(string name, string value)
    {
        List<KeyValuePair<string, string>> headers = [.. Headers ?? []];
        headers.RemoveAll(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        headers.Add(new(name, value));
        return new ApiRequest(Target, headers, Cookies, Body) { KeepsBody = KeepsBody, IsUrl = IsUrl };
    }

    /// <summary>The text of a query parameter, decoded, or null.</summary>
    internal string? QueryText(string name) => UriQuery.Find(Target, name);

    /// <summary>The same request with another value of a query parameter.</summary>
    internal ApiRequest WithQuery(string name, string value) =>
        new(UriQuery.With(Target, name, value), Headers, Cookies, Body) { KeepsBody = KeepsBody, IsUrl = IsUrl };

    /// <summary>The same request at a URL that the server named.</summary>
    internal ApiRequest At(string url) => new(url, Headers, Cookies, Body) { KeepsBody = KeepsBody, IsUrl = true };

    /// <summary>Whether the call gives a parameter that the client's options have too, or the server named the whole URL.</summary>
    internal bool Has(ApiClientParameter parameter) => parameter.IsHeader
        ? Headers?.Exists(header => header.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) == true
        : IsUrl || QueryText(parameter.Name) is not null;

    /// <summary>The same request with a parameter of the client's options.</summary>
    /// <exception cref="ArgumentException">A header cannot contain the text.</exception>
    internal ApiRequest With(ApiClientParameter parameter, string text)
    {
        if (!parameter.IsHeader)
        {
            return WithQuery(parameter.Name, text);
        }

        HeaderRules.CheckValue(parameter.Name, text);
        return new ApiRequest(Target, [.. Headers ?? [], new(parameter.Name, text)], Cookies, Body) { KeepsBody = KeepsBody, IsUrl = IsUrl };
    }

    /// <summary>Prints nothing of the target: it can hold personal data.</summary>
    public override string ToString() => nameof(ApiRequest);
}
