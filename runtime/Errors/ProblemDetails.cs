using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Errors;

/// <summary>The members of problem details (RFC 9457) that mean the same for every API. Credentials that the server gave back are masked.</summary>
/// <param name="Title">The kind of problem, in words.</param>
/// <param name="Detail">The problem in this case.</param>
/// <param name="Type">A URI reference that names the kind of problem.</param>
/// <param name="Instance">A URI reference that names this occurrence.</param>
internal sealed record ProblemDetails(string? Title, string? Detail, string? Type, string? Instance)
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>
    /// The problem details of an error, or null. The body must be a JSON object that is <c>application/problem+json</c>, or that has a
    /// title and a type or status.
    /// </summary>
    /// <param name="body">The body in UTF-8.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="maxLength">Longest text that is kept, in characters.</param>
    /// <param name="secrets">Credentials to mask, or null.</param>
    internal static ProblemDetails? Of(ReadOnlyMemory<byte> body, string contentType, int maxLength, List<string>? secrets)
    {
        bool isProblem = MediaTypes.TypeOf(contentType).Equals(MediaTypes.Problem, StringComparison.OrdinalIgnoreCase);
        if (body.Length is 0 or > MaxBodyBytes || (!isProblem && !MediaTypes.IsJson(contentType)))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var problem = new ProblemDetails(Text("title"), Text("detail"), Text("type"), Text("instance"));
            bool hasShape = problem.Title is not null
                && (problem.Type is not null || (root.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.Number));
            return isProblem || hasShape ? problem : null;

            string? Text(string name)
            {
                if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
                {
                    return null;
                }

                try
                {
                    return BodyText.Cut(SecretMask.Apply(value.GetString()!, secrets), maxLength);
                }
                catch (InvalidOperationException)
                {
                    // Half a surrogate pair is text that cannot be read.
                    return null;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A name can have half a surrogate pair too.
            return null;
        }
    }
}
