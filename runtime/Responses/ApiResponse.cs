using System.Net;

namespace ClerkGen;

/// <summary>Contains status and header fields of a successful response without a value.</summary>
public class ApiResponse
{
    /// <summary>Creates a response, for tests of your own code.</summary>
    /// <param name="statusCode">Status.</param>
    /// <param name="headers">Header fields, or null for none.</param>
    /// <param name="attempts">How often the request was sent.</param>
    public ApiResponse(HttpStatusCode statusCode, ApiHeaders? headers = null, int attempts = 1)
    {
        StatusCode = statusCode;
        Headers = headers ?? ApiHeaders.Empty;
        Attempts = attempts;
    }

    /// <summary>Gets the status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the header fields.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>Gets the id that the server gave the request (<c>X-Request-Id</c> and similar fields), or null.</summary>
    public string? RequestId => Headers.RequestId;

    /// <summary>Gets the id by which the server's operator finds the call, or null.</summary>
    public string? TraceId => Headers.TraceId;

    /// <summary>Gets the address of the created resource, or with status 202 of the later result (<c>Location</c>), or null.</summary>
    /// <remarks>It may be relative to the request's address.</remarks>
    public Uri? Location => Headers.Location;

    /// <summary>Gets how long the server asks to wait before the next request (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter => Headers.RetryAfter;

    /// <summary>Gets how many requests the server still accepts, or null if the response has no rate limit.</summary>
    public ApiRateLimit? RateLimit => Headers.RateLimit;

    /// <summary>Gets how often the request was sent: 1 without a retry.</summary>
    public int Attempts { get; }

    /// <summary>Returns the status. Value and header fields are never printed.</summary>
    public override string ToString() => $"{(int)StatusCode} {StatusCode}";
}
