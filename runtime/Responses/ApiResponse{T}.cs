using System.Net;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen;

/// <summary>Contains the value of a successful response, with status and header fields.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>Creates a response, for tests of your own code.</summary>
    /// <param name="value">The value.</param>
    /// <param name="statusCode">Status.</param>
    /// <param name="headers">Header fields, or null for none.</param>
    /// <param name="attempts">How often the request was sent.</param>
    public ApiResponse(T value, HttpStatusCode statusCode = HttpStatusCode.OK, ApiHeaders? headers = null, int attempts = 1)
        : base(statusCode, headers, attempts) =>
        Value = value;

    /// <summary>Gets the value.</summary>
    public T Value { get; }

    /// <summary>Returns the JSON that the value was read from; null unless <see cref="ApiClientOptions.KeepJson"/> is set.</summary>
    public JsonElement? RawJson() => KeptJson.Of(Value);
}
