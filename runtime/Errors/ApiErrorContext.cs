using System.ComponentModel;
using System.Net;
using ClerkGen.Errors;

namespace ClerkGen.GeneratedSupport;

/// <summary>Contains the details of a failed call, without credential, URL, request or response object. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiErrorContext
{
    internal ApiErrorContext()
    {
    }

    /// <summary>Starts with the facts that are known without a response.</summary>
    internal ApiErrorContext(ApiCallContext call, int attempts)
    {
        OperationId = call.OperationId;
        Method = call.Method;
        PathTemplate = call.PathTemplate;
        Attempts = attempts;
    }

    /// <summary>The facts of an error without a call.</summary>
    internal static ApiErrorContext None { get; } = new();

    internal string? OperationId { get; init; }

    internal string? Method { get; init; }

    internal string? PathTemplate { get; init; }

    internal HttpStatusCode? StatusCode { get; init; }

    internal ApiHeaders Headers { get; init; } = ApiHeaders.Empty;

    internal string? ResponseText { get; init; }

    internal int Attempts { get; init; }

    internal bool IsOutcomeUnknown { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The body's problem details, or null.</summary>
    internal ProblemDetails? Problem { get; init; }

    internal IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>
    /// Trace id of the body or the header fields, when it can be printed: it is one word, and no credential that the server gave back.
    /// </summary>
    internal string? TraceId { get; init; }
}
