using System.Globalization;
using System.Net.Http.Headers;
using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>Finds what the header fields of a response say about the end of its body, beyond what the platform checks.</summary>
internal static class ResponseFraming
{
    /// <summary>Why the body cannot be read as a whole one, or null.</summary>
    internal static ApiResponseProblem? FaultOf(HttpResponseMessage response) =>
        HasOtherTransferCoding(response.Headers) ? ApiResponseProblem.Encoding
            : HasImpossibleLength(response.Content.Headers) ? ApiResponseProblem.Malformed
            : null;

    /// <summary>
    /// Whether the body of a response 206 is a part. Some APIs answer 206 without ranges, for a success in part. Those bodies are whole.
    /// </summary>
    internal static bool IsPart(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Range", out HeaderStringValues range)
        && ContentRangeHeaderValue.TryParse(range.ToString(), out ContentRangeHeaderValue? part)
        && part.HasRange && (part.From > 0 || part.To + 1 < part.Length);

    /// <summary>Whether the body has several parts with boundaries between them (RFC 9110, section 14.6), whatever the status is.</summary>
    internal static bool HasParts(string contentType) =>
        MediaTypes.TypeOf(contentType).Equals("multipart/byteranges", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether only the end of the connection ends the body.</summary>
    internal static bool EndsWithConnection(HttpResponseMessage response) =>
        response.Version.Major < 2
        && !response.Headers.NonValidated.Contains("Transfer-Encoding")
        && !response.Content.Headers.NonValidated.Contains("Content-Length");

    // The platform undoes only the coding that delimits the body (RFC 9112, section 7).
    private static bool HasOtherTransferCoding(HttpResponseHeaders headers)
    {
        if (headers.NonValidated.TryGetValues("Transfer-Encoding", out HeaderStringValues codings))
        {
            int chunked = 0;
            foreach (string coding in codings)
            {
                bool isChunked = coding.Equals("chunked", StringComparison.OrdinalIgnoreCase);
                if ((isChunked && ++chunked > 1) || (!isChunked && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Lengths that differ, or that are none (RFC 9112, section 6.3). The platform takes the first, or reads to the end of the connection.
    private static bool HasImpossibleLength(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues lengths))
        {
            return false;
        }

        // Nearly every response has one, which costs no memory.
        if (lengths.Count == 1 && IsLength(lengths.ToString(), out _))
        {
            return false;
        }

        long? known = null;
        foreach (string text in string.Join(',', lengths).Split(','))
        {
            if (!IsLength(text.AsSpan().Trim(), out long length) || (known ??= length) != length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLength(ReadOnlySpan<char> text, out long length) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);
}
