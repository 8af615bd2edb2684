namespace ClerkGen.GeneratedSupport;

/// <summary>How far an attempt has come.</summary>
internal enum AttemptStage
{
    /// <summary>Hooks and credential providers run; nothing is sent.</summary>
    Preparing,

    /// <summary>The handler has the request.</summary>
    Sending,

    /// <summary>The header fields of the answer are there.</summary>
    Reading,
}
