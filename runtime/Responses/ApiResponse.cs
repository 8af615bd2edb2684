using System.Net;

namespace ClerkGen;

/// <summary>A successful answer without a value: status and header fields.</summary>
public class ApiResponse
{
    /// <summary>Makes an answer, for tests of the caller's own code.</summary>
    /// <param name="statusCode">Status.</param>
    /// <param name="headers">Header fields, or null for none.</param>
    /// <param name="attempts">How often the request was sent.</param>
    public ApiResponse(HttpStatusCode statusCode, ApiHeaders? headers = null, int attempts = 1)
    {
        StatusCode = statusCode;
        Headers = headers ?? ApiHeaders.Empty;
        Attempts = attempts;
    }

    /// <summary>Status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Header fields.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>Id that the server gave the request (<c>X-Request-Id</c> and the like), or null.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Id under which the server's operator finds the call, or null.</summary>
    public string? TraceId => Headers.TraceId;

    /// <summary>
    /// Where the answer points (<c>Location</c>), or null: to what was created, or, with status 202, to where the outcome will be.
    /// May be relative to the address of the request.
    /// </summary>
    public Uri? Location => Headers.Location;

    /// <summary>How long the server asks to wait before the next request (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter => Headers.RetryAfter;

    /// <summary>How many requests the server still takes, or null when the answer does not say.</summary>
    public ApiRateLimit? RateLimit => Headers.RateLimit;

    /// <summary>How often the request was sent: 1 without a retry.</summary>
    public int Attempts { get; }

    /// <summary>The status; never the value or the header fields.</summary>
    public override string ToString() => $"{(int)StatusCode} {StatusCode}";
}
