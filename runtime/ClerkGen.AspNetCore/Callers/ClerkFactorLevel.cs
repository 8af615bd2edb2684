namespace ClerkGen.AspNetCore;

/// <summary>Selects the factors that a user must have verified recently.</summary>
public enum ClerkFactorLevel
{
    /// <summary>The first factor.</summary>
    FirstFactor,

    /// <summary>The second factor, or the first for users without a second one.</summary>
    SecondFactor,

    /// <summary>Both factors, or the first for users without a second one.</summary>
    MultiFactor,
}
