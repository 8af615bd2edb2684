using System.ComponentModel;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Turns an operation's arguments into an <see cref="ApiRequest"/>. Everything is checked and encoded here, before anything is
/// sent. Used by emitted code on one thread, in the order path, query, headers, cookies, body.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ApiRequestBuilder
{
    private UriText _target;
    private int _templateSlashes;
    private bool _hasQuery;
    private List<KeyValuePair<string, string>>? _headers;
    private UriText _cookies;
    private RequestBody? _body;
    private FormRequestBody? _form;
    private MultipartRequestBody? _multipart;

    /// <summary>Starts with the template's first literal.</summary>
    /// <param name="literal">Text up to the first parameter, percent-encoded; begins with <c>/</c> or is empty.</param>
    public ApiRequestBuilder(string literal) => Literal(literal);

    /// <summary>Appends a literal of the path template.</summary>
    /// <param name="literal">Percent-encoded text.</param>
    public void Literal(string literal)
    {
        _templateSlashes += literal.AsSpan().Count('/');
        _target.Append(literal);
    }

    /// <summary>Ends the request.</summary>
    /// <exception cref="InvalidOperationException">The path has a different number of segments than its template.</exception>
    public ApiRequest Build()
    {
        if (!_hasQuery && _target.Text.Count('/') != _templateSlashes)
        {
            throw new InvalidOperationException("The path has a different number of segments than its template.");
        }

        string? cookies = _cookies.Text.IsEmpty ? null : _cookies.Finish();
        _form?.Finish();
        return new ApiRequest(_target.Finish(), _headers, cookies, _body);
    }
}
