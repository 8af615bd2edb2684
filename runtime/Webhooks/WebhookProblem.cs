namespace ClerkGen;

/// <summary>Why a webhook is refused.</summary>
public enum WebhookProblem
{
    /// <summary>The id, the timestamp or the signature is missing: the request is no webhook, or a proxy drops its headers.</summary>
    MissingHeader,

    /// <summary>A header is there twice with different values.</summary>
    DuplicateHeader,

    /// <summary>The timestamp is not a whole number of seconds since 1970.</summary>
    MalformedTimestamp,

    /// <summary>The webhook was sent too long ago: it is repeated by an attacker, or the receiver's clock is fast.</summary>
    TooOld,

    /// <summary>The webhook was sent in the future: the receiver's clock is slow.</summary>
    TooNew,

    /// <summary>No signature has the version <c>v1</c>.</summary>
    NoKnownSignature,

    /// <summary>No signature belongs to this body, id, timestamp and secret.</summary>
    WrongSignature,

    /// <summary>The signature belongs to this JSON in another notation: the body was parsed and written again before it was verified.</summary>
    BodyWrittenAgain,

    /// <summary>The signature is right, but the body is not an event that can be read.</summary>
    UnreadableBody,

    /// <summary>The body is larger than the receiver allows.</summary>
    BodyTooLarge,
}
