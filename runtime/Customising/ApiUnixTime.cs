namespace ClerkGen;

/// <summary>What a number counts that stands for a moment: time since 1970-01-01T00:00:00Z.</summary>
public enum ApiUnixTime
{
    /// <summary>What the document says, else milliseconds.</summary>
    Default,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
