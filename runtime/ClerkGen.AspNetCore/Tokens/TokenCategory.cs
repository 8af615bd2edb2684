namespace ClerkGen.AspNetCore;

/// <summary>
/// The <c>cat</c> field in a JWT's header. Clerk sets it because one key signs all kinds. Without looking at it, a token of a template,
/// which outlives its session, would pass for a session.
/// </summary>
internal enum TokenCategory
{
    /// <summary>No <c>cat</c>: minted before Clerk stamped it.</summary>
    Absent,

    /// <summary>A session, or a handshake.</summary>
    Session,

    /// <summary>From a JWT template.</summary>
    Template,

    /// <summary>Machine to machine.</summary>
    MachineToMachine,

    /// <summary>The instance opted out of stamping.</summary>
    Unstated,

    /// <summary>Anything else.</summary>
    Unknown,
}
