using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>Describes an operation without a value to the runtime. One instance per operation; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ApiOperation
{
    /// <summary>Describes an operation.</summary>
    /// <param name="id">Operation id; goes to telemetry and exceptions.</param>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="pathTemplate">Path as the document writes it.</param>
    /// <param name="result">How a success is read.</param>
    /// <param name="errors">Documented errors, or null for none.</param>
    /// <param name="security">Credentials, or null to send none.</param>
    public ApiOperation(
        string id, string method, string pathTemplate, ApiResult result, ApiErrors? errors = null, ApiSecurity? security = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Id = id;
        Method = method switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            "PUT" => HttpMethod.Put,
            "PATCH" => HttpMethod.Patch,
            "DELETE" => HttpMethod.Delete,
            _ => new HttpMethod(method),
        };
        PathTemplate = pathTemplate;
        UntypedResult = result;
        Errors = errors;
        Security = security;
        Accept = result.Accept;
        IsSafe = method is "GET" or "HEAD" or "QUERY";
    }

    /// <summary>
    /// Gets the documented media types for <c>Accept</c> (RFC 9110, section 12.5.1). A response in another one is a deviation.
    /// </summary>
    public string Accept { get; init; }

    /// <summary>Documented errors, or null for none.</summary>
    public ApiErrors? Errors { get; }

    /// <summary>Credentials, or null to send none.</summary>
    public ApiSecurity? Security { get; }

    /// <summary>The operation's server, absolute or relative to the client's, or null for the client's.</summary>
    public string? Server { get; init; }

    /// <summary>
    /// Whether the document declares the header <c>Idempotency-Key</c>: then each call has a key, a new one unless the
    /// caller gives one, and may be repeated.
    /// </summary>
    public bool HasIdempotencyKey { get; init; }

    /// <summary>Operation id.</summary>
    public string Id { get; }

    /// <summary>Path as the document writes it.</summary>
    public string PathTemplate { get; }

    /// <summary>HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Whether it is no operation of the document, but an address that the caller gives.</summary>
    internal bool IsBeyondDocument { get; init; }

    /// <summary>How a success is read.</summary>
    internal ApiResult UntypedResult { get; }

    /// <summary>
    /// Whether the method promises to change nothing and the transport may repeat it: GET, HEAD (RFC 9110, section 9.2), QUERY (RFC 10008).
    /// </summary>
    internal bool IsSafe { get; }

    /// <summary>Operation id, method and path template.</summary>
    public override string ToString() => $"{Id} ({Method} {PathTemplate})";
}

/// <summary>Describes an operation with a value to the runtime. One instance per operation; immutable.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation<T> : ApiOperation
{
    /// <inheritdoc cref="ApiOperation(string, string, string, ApiResult, ApiErrors, ApiSecurity)"/>
    public ApiOperation(
        string id, string method, string pathTemplate, ApiResult<T> result, ApiErrors? errors = null, ApiSecurity? security = null)
        : base(id, method, pathTemplate, result, errors, security) =>
        Result = result;

    /// <summary>How a success is read.</summary>
    internal ApiResult<T> Result { get; }
}
