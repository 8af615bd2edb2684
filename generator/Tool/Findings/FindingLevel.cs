namespace ClerkGen.Tool.Findings;

/// <summary>How grave a finding is, from the least.</summary>
internal enum FindingLevel
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Something is left out or widened.</summary>
    Warning,

    /// <summary>Nothing usable is left, or the project is wrong.</summary>
    Error,
}
