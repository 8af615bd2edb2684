namespace ClerkGen.Generator.Model;

/// <summary>The hooks of a client or a group.</summary>
/// <param name="Sending">Before an attempt is sent.</param>
/// <param name="Received">After header fields of a response came.</param>
internal sealed record HooksModel(HookState Sending, HookState Received)
{
    /// <summary>The hooks that the user does not implement.</summary>
    public static HooksModel Declared { get; } = new(HookState.Declared, HookState.Declared);
}

/// <summary>The emitted part of a hook.</summary>
internal enum HookState
{
    /// <summary>The declaration, for the user to implement; the compiler leaves nothing of it behind.</summary>
    Declared,

    /// <summary>The declaration, and the override that calls it: the user implements it.</summary>
    Called,

    /// <summary>Nothing, because the user has an equal method.</summary>
    Absent,
}
