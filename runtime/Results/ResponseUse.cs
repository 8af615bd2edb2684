namespace ClerkGen.Results;

/// <summary>How the body of a response is used.</summary>
internal enum ResponseUse
{
    /// <summary>It is not read.</summary>
    Ignore,

    /// <summary>It is collected in memory and read in one pass.</summary>
    Buffer,

    /// <summary>It is handed on while it arrives.</summary>
    Stream,
}
