namespace ClerkGen.Generator.Model;

/// <summary>An enum of the document, emitted as an open <c>readonly partial struct</c> that keeps unknown values.</summary>
/// <param name="Name">Unescaped C# identifier of the type.</param>
/// <param name="Kind">JSON kind of the values.</param>
/// <param name="Members">In document order, without duplicates and null.</param>
internal sealed record EnumModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    DocModel Doc,
    bool IsDeprecated,
    EnumKind Kind,
    EquatableArray<EnumMemberModel> Members)
    : FileModel(HintName, Namespace, Accessibility, Name)
{
    /// <summary>Whether integers are backed by <see cref="int"/>.</summary>
    public bool IsInt32 { get; init; }

    /// <summary>The codec of the enum that the user declares in place of the emitted type, or null.</summary>
    public OwnEnumModel? OwnCodec { get; init; }
}

/// <summary>The codec of an enum that the user declares.</summary>
/// <param name="Name">Unescaped identifier of the codec.</param>
/// <param name="Names">Values of the enum, and their names in JSON.</param>
internal sealed record OwnEnumModel(string Name, EquatableArray<UserNameModel> Names);

/// <summary>A known value.</summary>
/// <param name="Name">Unescaped C# identifier, unique in the type.</param>
/// <param name="Value">The string, or the invariant text of the number.</param>
internal sealed record EnumMemberModel(string Name, string Value, DocModel Doc);

/// <summary>JSON kind of an enum's values.</summary>
internal enum EnumKind
{
    /// <summary>Strings: backed by <see cref="string"/>.</summary>
    String,

    /// <summary>Integers: backed by <see cref="long"/>, or by <see cref="int"/>.</summary>
    Integer,

    /// <summary>Numbers: backed by <see cref="double"/>.</summary>
    Number,
}
