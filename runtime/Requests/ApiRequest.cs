using System.ComponentModel;
using ClerkGen.Http;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Contains target, headers and body of a call. Emitted code appends an operation's arguments in the order path, query, headers, cookies,
/// body. Each is checked and encoded at once, before anything is sent. Built on one thread and sent once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest
{
    // The target: a string at first, text while it is appended to, and in the end often the URL, which begins with the server.
    private string? _target;
    private UriText _text;
    private int _serverLength;
    private int _templateSlashes;
    private bool _hasQuery;

    /// <summary>Starts with the template's first literal.</summary>
    /// <param name="literal">Text up to the first parameter, percent-encoded; begins with <c>/</c> or is empty.</param>
    public ApiRequest(string literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        _target = literal;
        _templateSlashes = literal.AsSpan().Count('/');
    }

    private ApiRequest(string target, List<KeyValuePair<string, string>>? headers, string? cookies, RequestBody? body)
    {
        _target = target;
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
    /// <exception cref="InvalidOperationException">The path has a different number of segments than its template.</exception>
    internal string Target => Finish("")[_serverLength..];

    private ref UriText OpenTarget
    {
        get
        {
            if (_target is not null)
            {
                _text.Append(Target);
                _target = null;
                _serverLength = 0;
            }

            return ref _text;
        }
    }

    /// <summary>Whether the target is a whole URL, which a server named for the next page, on its own origin.</summary>
    internal bool IsUrl { get; private init; }

    /// <summary>Header parameters, checked, or null for none.</summary>
    internal List<KeyValuePair<string, string>>? Headers { get; private set; }

    /// <summary>Cookie parameters as the value of one <c>Cookie</c> header, or null for none.</summary>
    internal string? Cookies { get; private set; }

    /// <summary>The body, or null for none.</summary>
    internal RequestBody? Body { get; private set; }

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

    /// <summary>The URL on a server, unless the target is one.</summary>
    /// <param name="server">The server's URL; the same in each call.</param>
    /// <exception cref="InvalidOperationException">The path has a different number of segments than its template.</exception>
    internal string UrlOn(string server)
    {
        if (IsUrl || _serverLength > 0)
        {
            return _target!;
        }

        _target = _target is null ? Finish(server) : server + _target;
        _serverLength = server.Length;
        return _target;
    }

    private string Finish(string server)
    {
        if (_target is null)
        {
            if (!_hasQuery)
            {
                CheckPath();
            }

            _target = _text.Finish(server);
        }

        return _target;
    }

    private void CheckPath()
    {
        if (OpenTarget.Text.Count('/') != _templateSlashes)
        {
            throw new InvalidOperationException("The path has a different number of segments than its template.");
        }
    }

    /// <summary>Prints nothing of the target: it can hold personal data.</summary>
    public override string ToString() => nameof(ApiRequest);
}
