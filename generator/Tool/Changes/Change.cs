using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Surface;

namespace ClerkGen.Tool.Changes;

/// <summary>One change of a document, with its effect on C#.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Subject">The changed part, in the document's words, which are stable over time.</param>
/// <param name="Detail">The difference.</param>
/// <param name="Old">Pointer in the old document, or null.</param>
/// <param name="New">Pointer in the new document, or null.</param>
internal sealed record Change(ChangeKind Kind, string Subject, string Detail, string? Old, string? New)
{
    /// <summary>A stable id, for suppressions.</summary>
    public string Id => $"{Kind.Id}:{Subject}";

    /// <summary>Members of the old client that it concerns.</summary>
    public IReadOnlyList<ApiMember> Before { get; init; } = [];

    /// <summary>Members of the new client that it concerns.</summary>
    public IReadOnlyList<ApiMember> After { get; init; } = [];

    /// <summary>Types that come or go with it.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Place in the old document's text.</summary>
    public Position? OldPosition { get; init; }

    /// <summary>Place in the new document's text.</summary>
    public Position? NewPosition { get; init; }

    /// <summary>The old C#, a line each.</summary>
    public IReadOnlyList<string> CSharpBefore { get; init; } = [];

    /// <summary>The new C#, a line each.</summary>
    public IReadOnlyList<string> CSharpAfter { get; init; } = [];
}
