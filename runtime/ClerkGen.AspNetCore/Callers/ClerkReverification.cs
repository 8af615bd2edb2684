namespace ClerkGen.AspNetCore;

/// <summary>Describes how recently a user must have verified their identity, for a sensitive action.</summary>
public sealed record ClerkReverification
{
    private ClerkReverification(string? preset, ClerkFactorLevel level, int afterMinutes)
    {
        Preset = preset;
        Level = level;
        AfterMinutes = afterMinutes;
    }

    /// <summary>Gets the strictest preset: both factors within 10 minutes.</summary>
    public static ClerkReverification StrictMfa { get; } = new("strict_mfa", ClerkFactorLevel.MultiFactor, 10);

    /// <summary>Gets a preset: the second factor within 10 minutes.</summary>
    public static ClerkReverification Strict { get; } = new("strict", ClerkFactorLevel.SecondFactor, 10);

    /// <summary>Gets a preset: the second factor within an hour.</summary>
    public static ClerkReverification Moderate { get; } = new("moderate", ClerkFactorLevel.SecondFactor, 60);

    /// <summary>Gets a preset: the second factor within a day.</summary>
    public static ClerkReverification Lax { get; } = new("lax", ClerkFactorLevel.SecondFactor, 1440);

    /// <summary>Gets the preset's name; null for a custom level.</summary>
    public string? Preset { get; }

    /// <summary>Gets the factors that count.</summary>
    public ClerkFactorLevel Level { get; }

    /// <summary>Gets the age, in minutes, from which a verification is too old.</summary>
    public int AfterMinutes { get; }

    /// <summary>Creates a custom level.</summary>
    /// <param name="level">The factors that count.</param>
    /// <param name="afterMinutes">The age, in minutes, from which a verification is too old; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are not positive.</exception>
    public static ClerkReverification Within(ClerkFactorLevel level, int afterMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(afterMinutes);
        return new ClerkReverification(null, level, afterMinutes);
    }

    internal bool IsMetBy(ClerkFactorAge? age)
    {
        if (age is not { } known || (!known.HasFirst && !known.HasSecond))
        {
            return false;
        }

        bool isFirstFresh = known.HasFirst && AfterMinutes > known.FirstMinutes;
        bool isSecondFresh = known.HasSecond && AfterMinutes > known.SecondMinutes;
        return Level switch
        {
            ClerkFactorLevel.FirstFactor => isFirstFresh,
            ClerkFactorLevel.SecondFactor => known.HasSecond ? isSecondFresh : isFirstFresh,
            _ => known.HasSecond ? isFirstFresh && isSecondFresh : isFirstFresh,
        };
    }
}
