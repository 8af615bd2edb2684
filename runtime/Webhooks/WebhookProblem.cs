namespace ClerkGen;

/// <summary>Specifies why a webhook is refused.</summary>
public enum WebhookProblem
{
    /// <summary>The id, the timestamp or the signature is missing. The request is no webhook, or a proxy drops its headers.</summary>
    MissingHeader,

    /// <summary>A header occurs twice with different values.</summary>
    DuplicateHeader,

    /// <summary>The timestamp is not a whole number of seconds since 1970.</summary>
    MalformedTimestamp,

    /// <summary>The webhook was sent too long ago. An attacker repeats it, or the receiver's clock is fast.</summary>
    TooOld,

    /// <summary>The webhook was sent in the future. The receiver's clock is slow.</summary>
    TooNew,

    /// <summary>No signature has the version <c>v1</c>.</summary>
    NoKnownSignature,

    /// <summary>No signature matches this body, id, timestamp and secret.</summary>
    WrongSignature,

    /// <summary>The signature matches the same JSON in another notation. The body was parsed and written again before it was verified.</summary>
    BodyWrittenAgain,

    /// <summary>The signature matches, but the body is not an event that can be read.</summary>
    UnreadableBody,

    /// <summary>The body is larger than the receiver allows.</summary>
    BodyTooLarge,
}
