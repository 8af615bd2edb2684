namespace ClerkGen.Tool.Changes;

/// <summary>How much a change of the document costs a program, from the least.</summary>
internal enum ChangeLevel
{
    /// <summary>Nothing. Never reported.</summary>
    Silent,

    /// <summary>Worth a line in a change log.</summary>
    Notice,

    /// <summary>Breaks some programs, or makes them do something else.</summary>
    Risky,

    /// <summary>Breaks every program that is concerned.</summary>
    Breaking,
}

/// <summary>Whether a change breaks one of the four things that a program depends on.</summary>
internal enum ChangeEffect
{
    /// <summary>Nothing changes.</summary>
    None,

    /// <summary>It depends on how the program is written, or on the values.</summary>
    Some,

    /// <summary>It breaks, for all that are concerned.</summary>
    All,
}

/// <summary>One of the ways in which a document can change.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Level">How much it costs.</param>
/// <param name="Wire">Whether a program of the old client meets a server that responds differently.</param>
/// <param name="Source">Whether the program compiles against the new client.</param>
/// <param name="Binary">Whether a compiled program runs with the new client.</param>
/// <param name="Behavior">Whether a program that compiles and runs does something else.</param>
/// <param name="Title">The change, in short.</param>
/// <param name="Advice">The remedy.</param>
internal sealed record ChangeKind(
    string Id, ChangeLevel Level, ChangeEffect Wire, ChangeEffect Source, ChangeEffect Binary, ChangeEffect Behavior, string Title, string Advice)
{
    /// <summary>Whether a program compiles as before but behaves differently, which is easily missed.</summary>
    public bool IsHidden => Level == ChangeLevel.Risky && Behavior == ChangeEffect.All && Source != ChangeEffect.All;
}
