namespace ClerkGen.Generator.Model;

/// <summary>The hooks of a client or a group.</summary>
/// <param name="Sending">Before an attempt is sent.</param>
/// <param name="Received">After the header fields of a response arrived.</param>
internal sealed record HooksModel(HookModel Sending, HookModel Received)
{
    /// <summary>The name of the parameter with the request.</summary>
    public const string Request = "request";

    /// <summary>The name of the parameter with the response.</summary>
    public const string Response = "response";

    /// <summary>Hooks without an implementation.</summary>
    public static HooksModel Declared { get; } = new(new HookModel(HookState.Declared, Request), new HookModel(HookState.Declared, Response));
}

/// <summary>One hook.</summary>
/// <param name="State">The emitted part.</param>
/// <param name="Message">Unescaped name of the parameter with the request or response. Both parts of a partial method must agree on it.</param>
internal sealed record HookModel(HookState State, string Message)
{
    /// <summary>Unescaped name of the parameter with the call.</summary>
    public string Call { get; init; } = "call";

    /// <summary>Whether the user's part is static, which the emitted part has to be then.</summary>
    public bool IsStatic { get; init; }
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
