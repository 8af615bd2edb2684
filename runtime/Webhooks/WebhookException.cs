namespace ClerkGen;

/// <summary>The exception that is thrown when a webhook is refused. Its message contains no secret, no signature and nothing of the body.</summary>
public sealed class WebhookException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="problem">The reason.</param>
    /// <param name="message">The reason in words, and the remedy.</param>
    /// <param name="innerException">The cause, or null.</param>
    public WebhookException(WebhookProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>Gets the reason.</summary>
    public WebhookProblem Problem { get; }
}
