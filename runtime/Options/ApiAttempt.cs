using System.Net;

namespace ClerkGen;

/// <summary>One attempt of a call that has ended, for logs. Holds nothing secret.</summary>
/// <param name="OperationId">Id of the operation in the document.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="PathTemplate">Path as the document writes it, without values.</param>
/// <param name="Attempt">Number of the attempt; 1 is the first.</param>
/// <param name="StatusCode">Status of the answer, or null when there was none.</param>
/// <param name="Error">What went wrong, in one word (a status or a kind of failure), or null for a success.</param>
/// <param name="Duration">How long the attempt took, its body included.</param>
/// <param name="RetryDelay">How long the client waits before the next attempt, or null when this was the last.</param>
public readonly record struct ApiAttempt(
    string OperationId,
    string Method,
    string PathTemplate,
    int Attempt,
    HttpStatusCode? StatusCode,
    string? Error,
    TimeSpan Duration,
    TimeSpan? RetryDelay);
