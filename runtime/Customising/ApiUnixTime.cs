namespace ClerkGen;

/// <summary>Selects the unit of a number that is a moment: time since 1970-01-01T00:00:00Z.</summary>
public enum ApiUnixTime
{
    /// <summary>The document's unit, else milliseconds.</summary>
    Default,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
