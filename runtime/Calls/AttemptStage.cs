namespace ClerkGen.Calls;

/// <summary>How far an attempt has come.</summary>
internal enum AttemptStage : byte
{
    /// <summary>Hooks and credential providers run; nothing is sent.</summary>
    Preparing,

    /// <summary>The handler has the request.</summary>
    Sending,

    /// <summary>The header fields of the response are there; its body is read.</summary>
    Reading,

    /// <summary>Hooks, codecs and listeners have the response. Their exceptions are no connection failures.</summary>
    Handing,
}
