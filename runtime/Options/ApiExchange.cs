using System.Globalization;
using System.Net;
using System.Text;

namespace ClerkGen;

/// <summary>Describes a request and its response, for development. Immutable.</summary>
/// <remarks>
/// Credentials and cookies are masked. Everything else is as it was sent, so URLs and bodies can hold personal data, and keys that the server issues.
/// </remarks>
public sealed class ApiExchange
{
    internal ApiExchange()
    {
    }

    /// <summary>Gets the id of the operation in the document.</summary>
    public required string OperationId { get; init; }

    /// <summary>Gets the number of the attempt; 1 is the first.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the URL of the request, without credentials.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the header fields that were sent.</summary>
    public required ApiHeaders RequestHeaders { get; init; }

    /// <summary>Gets the first 16,384 characters of the request body. Null for none, for streams and for files.</summary>
    public required string? RequestText { get; init; }

    /// <summary>Gets the status of the response, or null if there was none.</summary>
    public required HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the header fields of the response. Empty if there was none.</summary>
    public required ApiHeaders ResponseHeaders { get; init; }

    /// <summary>Gets the first 16,384 characters of the response body. Null for none, and for streams.</summary>
    public required string? ResponseText { get; init; }

    /// <summary>Gets a status or a kind of failure, in one word. Null for a success.</summary>
    public required string? Error { get; init; }

    /// <summary>Returns the exchange as HTTP writes it: request line, header fields and body, then the same of the response.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{OperationId}, attempt {Attempt}\n{Method} {Url}\n");
        Append(text, RequestHeaders, RequestText);
        if (StatusCode is HttpStatusCode status)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(int)status} {status}\n");
            Append(text, ResponseHeaders, ResponseText);
        }

        return Error is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\nerror: {Error}\n").ToString();
    }

    private static void Append(StringBuilder text, ApiHeaders headers, string? body)
    {
        foreach (KeyValuePair<string, string> field in headers)
        {
            text.Append(field.Key).Append(": ").Append(field.Value).Append('\n');
        }

        if (body is not null)
        {
            text.Append('\n').Append(body).Append('\n');
        }
    }
}
