using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>The use of a schema.</summary>
[Flags]
internal enum SchemaUses
{
    None = 0,

    /// <summary>The value of a parameter.</summary>
    Parameter = 1,

    /// <summary>In a request's body.</summary>
    Sent = 2,

    /// <summary>In a response, a webhook or a callback.</summary>
    Received = 4,
}

/// <summary>A schema of the old document, and the one in its place in the new document.</summary>
/// <param name="old">The old schema.</param>
/// <param name="current">The new schema.</param>
/// <param name="subject">Its name in a report.</param>
/// <param name="oldType">C# type of the old value, or null when that is not known.</param>
/// <param name="newType">C# type of the new value, or null when that is not known.</param>
internal sealed class SchemaPair(WireSchema old, WireSchema current, string subject, string? oldType, string? newType)
{
    public WireSchema Old => old;

    public WireSchema New => current;

    public string Subject => subject;

    public string? OldType => oldType;

    public string? NewType => newType;

    public SchemaUses Uses { get; set; }

    /// <summary>Members that have this type, old and new.</summary>
    public List<ApiMember?> Before { get; } = [];

    public List<ApiMember?> After { get; } = [];

    /// <summary>The webhook or callback kind that its changes are, or null.</summary>
    public string? Event { get; set; }

    /// <summary>Whether the place refers to another component, so that only its type is compared.</summary>
    public bool IsRetargeted { get; init; }

    /// <summary>Whether it is a part of a multipart body.</summary>
    public bool IsPart { get; set; }
}
