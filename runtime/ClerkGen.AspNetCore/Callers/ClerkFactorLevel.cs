namespace ClerkGen.AspNetCore;

/// <summary>Which factors a user must have verified lately.</summary>
public enum ClerkFactorLevel
{
    /// <summary>The first factor.</summary>
    FirstFactor,

    /// <summary>The second factor; of users without one, the first.</summary>
    SecondFactor,

    /// <summary>Both factors; of users without a second one, the first.</summary>
    MultiFactor,
}
