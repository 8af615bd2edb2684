using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>Reads webhooks: verifies the signature, then reads the event. Thread-safe.</summary>
public static class WebhookEvents
{
    /// <summary>Verifies a webhook and reads its event.</summary>
    /// <typeparam name="TEvent">The document's union of all events, or the type of one event.</typeparam>
    /// <param name="verifier">Verifies the signature.</param>
    /// <param name="body">The body's bytes, exactly as received.</param>
    /// <param name="headers">The three headers.</param>
    /// <returns>The event. An event that the document does not describe is kept as raw JSON by the union.</returns>
    /// <exception cref="WebhookException">
    /// The webhook is refused, or its body is not JSON (<see cref="WebhookProblem.UnreadableBody"/>).
    /// </exception>
    public static TEvent Parse<TEvent>(this WebhookVerifier verifier, ReadOnlyMemory<byte> body, WebhookHeaders headers)
        where TEvent : class, IApiJson<TEvent>
    {
        ArgumentNullException.ThrowIfNull(verifier);
        verifier.Verify(body.Span, headers);
        TEvent? value;
        try
        {
            value = ApiJsonBody.Read<TEvent, TEvent>(body, default);
        }
        catch (ApiReadException exception)
        {
            throw new WebhookException(
                WebhookProblem.UnreadableBody, "The webhook is signed, but its event cannot be read: " + exception.Message, exception);
        }

        return value ?? throw new WebhookException(WebhookProblem.UnreadableBody, "The webhook is signed, but its body is 'null'.");
    }
}
