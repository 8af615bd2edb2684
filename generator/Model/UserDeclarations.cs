namespace ClerkGen.Generator.Model;

/// <summary>
/// The declarations about emitted types in the consumer's C#. Holds no symbol, syntax or place, so that typing elsewhere in the project, or
/// white space in these declarations, changes nothing downstream.
/// </summary>
/// <param name="Types">Partial types in namespaces of documents, in ordinal order of namespace and name.</param>
/// <param name="Contexts">The project's <c>JsonSerializerContext</c>s, in ordinal order of their names.</param>
internal sealed record UserDeclarations(EquatableArray<UserTypeModel> Types, EquatableArray<JsonContextModel> Contexts)
{
    /// <summary>A project that adds nothing.</summary>
    public static UserDeclarations None { get; } = new(EquatableArray<UserTypeModel>.Empty, EquatableArray<JsonContextModel>.Empty);
}

/// <summary>A type of the user.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="Kind">The keywords that it is declared by: <c>class</c>, <c>struct</c>, <c>record</c>…</param>
/// <param name="Accessibility">The declared value, or null.</param>
/// <param name="WireName">Name of the schema in the document, from <c>[ApiName("…")]</c>, or null.</param>
/// <param name="MemberNames">Names of members, from <c>[ApiName("…", "…")]</c>.</param>
/// <param name="Ignored">Members to leave out, from <c>[ApiIgnore]</c>.</param>
/// <param name="HasDocs">Whether the user documents the type.</param>
/// <param name="HasConverter">Whether the user's part has <c>[JsonConverter]</c>, which may occur once.</param>
/// <param name="HasConstructor">Whether the user declares the parameterless constructor.</param>
/// <param name="HasRequiredMembers">Whether a member of the user is <c>required</c>.</param>
/// <param name="IsPlain">Whether only the name tells the purpose of the declaration: it has no attribute and no base.</param>
/// <param name="Properties">Instance properties, in the order of the source.</param>
/// <param name="Methods">Instance methods, in the order of the source.</param>
internal sealed record UserTypeModel(
    string Namespace,
    string Name,
    string Kind,
    EmittedAccessibility? Accessibility,
    string? WireName,
    EquatableArray<UserNameModel> MemberNames,
    EquatableArray<string> Ignored,
    bool HasDocs,
    bool HasConverter,
    bool HasConstructor,
    bool HasRequiredMembers,
    bool IsPlain,
    EquatableArray<UserPropertyModel> Properties,
    EquatableArray<UserMethodModel> Methods)
{
    /// <summary>Whether the type can be a part of an emitted one. For other types only name and kind are known.</summary>
    public bool IsPartial { get; init; } = true;

    /// <summary>The values of an enum; empty for other types.</summary>
    public EquatableArray<UserEnumMember> EnumMembers { get; init; } = EquatableArray<UserEnumMember>.Empty;

    /// <summary>Names of all members and nested types, inherited ones too, in ordinal order.</summary>
    public EquatableArray<string> AllNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A member's name in C#, chosen by the user.</summary>
internal sealed record UserNameModel(string WireName, string Name);

/// <summary>A property of a user's partial type.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="WireName">Name in JSON, from <c>[ApiProperty]</c>, or null.</param>
/// <param name="Type">Type of the value, without <c>Nullable</c>.</param>
/// <param name="TypeText">The type as it is declared, with every <c>?</c>.</param>
/// <param name="IsNullable">Whether the declared type ends in <c>?</c>.</param>
/// <param name="UnixTime">The unit of a number if the type is a moment.</param>
/// <param name="Converter">Qualified name of the converter on the property, or null.</param>
/// <param name="CanBeRead">Whether it has a getter.</param>
/// <param name="Setter">How it can be assigned.</param>
/// <param name="NeedsInitialValue">Whether it is stored, may not be null, and gets no value where it is declared.</param>
/// <param name="PartialModifiers">For a partial property, which the emitter implements: its modifiers up to <c>partial</c>; else null.</param>
/// <param name="GetModifier">For a partial property: the getter's own modifier, or empty.</param>
/// <param name="SetModifier">For a partial property: the setter's own modifier and keyword, or empty for none.</param>
/// <param name="HasDocs">Whether the user documents it.</param>
internal sealed record UserPropertyModel(
    string Name,
    string? WireName,
    UserValueType Type,
    string TypeText,
    bool IsNullable,
    UserUnixTime UnixTime,
    string? Converter,
    bool CanBeRead,
    UserPropertySetter Setter,
    bool NeedsInitialValue,
    string? PartialModifiers,
    string GetModifier,
    string SetModifier,
    bool HasDocs)
{
    /// <summary>Whether it or its type has a <c>[JsonConverter]</c> that the compiler does not find.</summary>
    public bool HasUnknownConverter { get; init; }
}

/// <summary>How a user's property can be assigned.</summary>
internal enum UserPropertySetter
{
    /// <summary>At any time.</summary>
    Set,

    /// <summary>Never, because it has no setter.</summary>
    None,

    /// <summary>Only while an object is initialized.</summary>
    Init,

    /// <summary>The property is static, so it belongs to no object.</summary>
    Static,
}

/// <summary>The unit of a number. The values are those of the runtime's <c>ApiUnixTime</c>.</summary>
internal enum UserUnixTime
{
    Default,
    Seconds,
    Milliseconds,
}

/// <summary>A type of the user's property.</summary>
/// <param name="Text">The type as C#, qualified with <c>global::</c>, without a mark for null.</param>
/// <param name="Definition">
/// The type without arguments: its metadata name, or the keyword or array in C#. For a type that is still to be emitted, only its name.
/// </param>
/// <param name="Kind">The facts about it.</param>
/// <param name="IsValueType">Whether it is one; not known for types that do not exist yet.</param>
/// <param name="Converter">Qualified name of the converter on the type, or null.</param>
/// <param name="Item">For lists and dictionaries: type of the items, or null.</param>
/// <param name="IsItemNullable">Whether the items may be null.</param>
/// <param name="Members">For enums: the values.</param>
internal sealed record UserValueType(
    string Text,
    QualifiedTypeName Definition,
    UserValueKind Kind,
    bool IsValueType,
    string? Converter,
    UserValueType? Item,
    bool IsItemNullable,
    EquatableArray<UserEnumMember> Members)
{
    /// <summary>Names in it that are not declared: types that will be emitted, or mistakes of the user.</summary>
    public EquatableArray<string> UndeclaredNames { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>The facts about a user's type.</summary>
internal enum UserValueKind
{
    /// <summary>A type of the framework or the project.</summary>
    Other,

    /// <summary>A name that is not declared: a type that will be emitted, or a mistake of the user.</summary>
    Undeclared,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An array.</summary>
    Array,

    /// <summary><c>IReadOnlyList</c>.</summary>
    List,

    /// <summary><c>IReadOnlyDictionary</c> with strings as keys.</summary>
    Map,
}

/// <summary>A value of a user's enum.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="WireName">Its name in JSON, from an attribute, or null.</param>
/// <param name="IsDefault">Whether it is the enum's zero.</param>
internal sealed record UserEnumMember(string Name, string? WireName, bool IsDefault);

/// <summary>A method of a user's partial type.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="ParameterTypes">Simple names of the parameters' types, without namespaces and <c>?</c>.</param>
/// <param name="IsPartial">Whether it implements a method that is declared elsewhere.</param>
internal sealed record UserMethodModel(string Name, EquatableArray<string> ParameterTypes, bool IsPartial)
{
    /// <summary>Unescaped names of the parameters.</summary>
    public EquatableArray<string> ParameterNames { get; init; } = EquatableArray<string>.Empty;

    /// <summary>For hooks: the types of parameters that the compiler does not find.</summary>
    public EquatableArray<string> UndeclaredTypes { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it is static. Static methods are read only if they are hooks.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether only the type itself can call it, as it is with hooks.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The hook before an attempt is sent.</summary>
    public const string Sending = "OnSending";

    /// <summary>The hook after a response came.</summary>
    public const string Received = "OnReceived";
}

/// <summary>A <c>JsonSerializerContext</c> of the project.</summary>
/// <param name="Name">Qualified with <c>global::</c>.</param>
/// <param name="Types">Qualified names of the types that it serialises.</param>
internal sealed record JsonContextModel(string Name, EquatableArray<string> Types);
