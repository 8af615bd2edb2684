namespace ClerkGen.Results;

/// <summary>What is done with the body of an answer.</summary>
internal enum ResponseUse
{
    /// <summary>Nobody reads it.</summary>
    Ignore,

    /// <summary>It is collected in memory and read in one pass.</summary>
    Buffer,

    /// <summary>It is handed on while it arrives.</summary>
    Stream,
}
