namespace ClerkGen.Generator.Model;

/// <summary>
/// Everything that will be emitted for one document. Immutable and pointwise equal; holds no symbol, span, or position, so
/// that white space in the document changes nothing downstream.
/// </summary>
/// <param name="Files">One model per emitted file, in ordinal order of <see cref="FileModel.HintName"/>.</param>
internal sealed record ClientModel(EquatableArray<FileModel> Files);

/// <summary>One emitted file. Derived records hold only what their emitter prints.</summary>
/// <param name="HintName">Unique ignoring case over all documents of the compilation; letters, digits, <c>.</c>, <c>_</c>; ends in <c>.g.cs</c>.</param>
/// <param name="Namespace">Namespace of the type in the file.</param>
/// <param name="Accessibility">Accessibility of the type in the file.</param>
/// <param name="Name">Unescaped C# identifier of the type in the file.</param>
internal abstract record FileModel(string HintName, string Namespace, EmittedAccessibility Accessibility, string Name)
{
    /// <summary>Facts about the user's partial of the type, or null if there is none.</summary>
    public UserPartModel? UserPart { get; init; }

    /// <summary>Names that a type or namespace next to the emitted one has too, of those that emitted code uses without a namespace.</summary>
    public EquatableArray<string> TakenNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>Parts of the user's partial type that may occur only once.</summary>
/// <param name="HasDocs">Whether it is documented.</param>
/// <param name="HasConverter">Whether it has <c>[JsonConverter]</c>.</param>
/// <param name="HasConstructor">Whether it has the parameterless constructor.</param>
/// <param name="HasRequiredMembers">Whether a member is <c>required</c>.</param>
internal sealed record UserPartModel(bool HasDocs, bool HasConverter, bool HasConstructor, bool HasRequiredMembers)
{
    /// <summary>Whether it has its own <c>ToString</c>.</summary>
    public bool HasToString { get; init; }

    /// <summary>Names of all its members and nested types, inherited ones too, in ordinal order.</summary>
    public EquatableArray<string> MemberNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>Documentation of a type or member as plain text of the document; the doc-text sink escapes it.</summary>
/// <param name="Summary">The summary; empty if the name is enough.</param>
/// <param name="Remarks">Further text (method and path, pointer, default value, limits), or null.</param>
internal sealed record DocModel(string Summary, string? Remarks)
{
    /// <summary>The document's sentence about a deprecation, such as the alternative, or null.</summary>
    public string? Deprecation { get; init; }

    /// <summary>JSON pointer of a type's schema, or null.</summary>
    public string? Pointer { get; init; }
}
