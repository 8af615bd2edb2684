namespace ClerkGen;

/// <summary>The exception for a webhook that is refused. Its message holds no secret, no signature and nothing of the body.</summary>
public sealed class WebhookException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="problem">Why the webhook is refused.</param>
    /// <param name="message">The same, in words, with what to do.</param>
    /// <param name="innerException">What failed, if anything.</param>
    public WebhookException(WebhookProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>Gets why the webhook is refused.</summary>
    public WebhookProblem Problem { get; }
}
