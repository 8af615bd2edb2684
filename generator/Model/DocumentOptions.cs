namespace ClerkGen.Generator.Model;

/// <summary>
/// The options of one document in the consumer's project: the item's metadata, already validated. Strings here come from the build, not
/// from the document, but pass the same identifier rules before they reach C#.
/// </summary>
/// <param name="Path">Path of the additional file, as the compiler gave it; used in diagnostics only, never in output.</param>
/// <param name="Namespace">Namespace of the emitted types.</param>
/// <param name="ClientName">Name of the emitted client class.</param>
/// <param name="Accessibility">Accessibility of everything that is emitted.</param>
/// <param name="IncludeTags">Tags or groups to keep; empty keeps all.</param>
/// <param name="ExcludeTags">Tags or groups to leave out.</param>
/// <param name="IncludeOperations">Operation id patterns (<c>*</c> wildcards) to keep; empty keeps all.</param>
/// <param name="ExcludeOperations">Operation id patterns (<c>*</c> wildcards) to leave out.</param>
/// <param name="ExcludeDeprecated">Whether deprecated operations are left out.</param>
/// <param name="Overlay">Path of an OpenAPI Overlay document that is applied before translation, or null.</param>
/// <param name="StrongIds">Whether identifiers become separate types.</param>
internal sealed record DocumentOptions(
    string Path,
    string Namespace,
    string ClientName,
    EmittedAccessibility Accessibility,
    EquatableArray<string> IncludeTags,
    EquatableArray<string> ExcludeTags,
    EquatableArray<string> IncludeOperations,
    EquatableArray<string> ExcludeOperations,
    bool ExcludeDeprecated,
    string? Overlay,
    bool StrongIds)
{
    /// <summary>Names of the item's metadata, each of which the package's build files pass on.</summary>
    public static readonly string[] MetadataNames =
    [
        "Namespace", "ClientName", "IncludeTags", "ExcludeTags", "IncludeOperations", "ExcludeOperations", "ExcludeDeprecated", "Accessibility",
        "Overlay", "StrongIds", "ExcludeInternal", "RequiredByDefault", "Samples",
    ];

    /// <summary>Whether operations with <c>x-internal: true</c> are excluded.</summary>
    public bool ExcludeInternal { get; init; }

    /// <summary>Whether members that are not nullable count as required in types that are only received.</summary>
    public bool RequiredByDefault { get; init; }

    /// <summary>Whether samples of the types are emitted, for tests.</summary>
    public bool Samples { get; init; }
}

/// <summary>Accessibility of an emitted type.</summary>
internal enum EmittedAccessibility
{
    /// <summary><c>public</c>.</summary>
    Public,

    /// <summary><c>internal</c>.</summary>
    Internal,
}
