namespace ClerkGen.Tool;

/// <summary>Exit codes of the tool.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Something was found at or above the level that fails.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A file is missing or malformed, or a document has no operation or schema that can be used.</summary>
    public const int Unreadable = 3;
}
