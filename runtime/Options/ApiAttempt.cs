using System.Net;

namespace ClerkGen;

/// <summary>Describes an attempt of a call that has ended, for logs. Contains nothing secret.</summary>
/// <param name="OperationId">Id of the operation in the document.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="PathTemplate">Path as in the document, without values.</param>
/// <param name="Attempt">Number of the attempt; the first is 1.</param>
/// <param name="StatusCode">Status of the response, or null if there was none.</param>
/// <param name="Error">The failure in one word, a status or a kind of failure, or null for a success.</param>
/// <param name="Duration">Duration of the attempt, including its body.</param>
/// <param name="RetryDelay">Wait before the next attempt, or null if this was the last.</param>
public readonly record struct ApiAttempt(
    string OperationId,
    string Method,
    string PathTemplate,
    int Attempt,
    HttpStatusCode? StatusCode,
    string? Error,
    TimeSpan Duration,
    TimeSpan? RetryDelay);
