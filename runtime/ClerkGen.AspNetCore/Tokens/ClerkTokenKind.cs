namespace ClerkGen.AspNetCore;

/// <summary>Kinds of tokens that Clerk issues.</summary>
public enum ClerkTokenKind
{
    /// <summary>A user's session: a JWT that lives for a minute, in the header or in a cookie.</summary>
    Session,

    /// <summary>A machine that calls another machine: <c>mt_…</c>, or a JWT whose subject begins with <c>mch_</c>.</summary>
    MachineToMachine,

    /// <summary>An application that acts for a user by OAuth: <c>oat_…</c>, or a JWT of the type <c>at+jwt</c>.</summary>
    OAuth,

    /// <summary>An API key of a user or an organization: <c>ak_…</c>.</summary>
    ApiKey,
}
