namespace ClerkGen.Generator.Model;

/// <summary>The hooks of a client or a group.</summary>
/// <param name="Sending">Before an attempt is sent.</param>
/// <param name="Received">After header fields of an answer came.</param>
internal sealed record HooksModel(HookState Sending, HookState Received)
{
    /// <summary>Those that nobody implements.</summary>
    public static HooksModel Declared { get; } = new(HookState.Declared, HookState.Declared);
}

/// <summary>What is emitted of a hook.</summary>
internal enum HookState
{
    /// <summary>The declaration, for the user to implement; the compiler leaves nothing of it behind.</summary>
    Declared,

    /// <summary>The declaration, and the override that calls it: the user implements it.</summary>
    Called,

    /// <summary>Nothing: the user has a method of its own that looks the same.</summary>
    Absent,
}
