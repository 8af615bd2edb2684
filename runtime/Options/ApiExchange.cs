using System.Globalization;
using System.Net;
using System.Text;

namespace ClerkGen;

/// <summary>
/// A request and its answer, for looking at in development. Credentials and cookies are masked. Everything else is as it was sent, so URLs and
/// bodies can hold personal data, and keys that the server issues. Immutable.
/// </summary>
public sealed class ApiExchange
{
    internal ApiExchange()
    {
    }

    /// <summary>Id of the operation in the document.</summary>
    public required string OperationId { get; init; }

    /// <summary>Number of the attempt; 1 is the first.</summary>
    public required int Attempt { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Where the request went, without credentials.</summary>
    public required string Url { get; init; }

    /// <summary>The header fields that were sent.</summary>
    public required ApiHeaders RequestHeaders { get; init; }

    /// <summary>The beginning of the body that was sent, at most 16,384 characters. Null for none, for streams and for files.</summary>
    public required string? RequestText { get; init; }

    /// <summary>Status of the answer, or null when there was none.</summary>
    public required HttpStatusCode? StatusCode { get; init; }

    /// <summary>The header fields of the answer; empty when there was none.</summary>
    public required ApiHeaders ResponseHeaders { get; init; }

    /// <summary>The beginning of the answer's body, at most 16,384 characters. Null for none, and for answers that are handed on as a stream.</summary>
    public required string? ResponseText { get; init; }

    /// <summary>What went wrong, in one word (a status or a kind of failure), or null for a success.</summary>
    public required string? Error { get; init; }

    /// <summary>The exchange as HTTP writes it: request line, header fields, body, and the same of the answer.</summary>
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
