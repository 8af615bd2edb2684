namespace ClerkGen.Generator.Model;

/// <summary>A C# type as members refer to it, and how its values are read and written. Only Emit turns it into C#.</summary>
internal abstract record TypeReference
{
    /// <summary>Whether its values may be null without a member that declares it: an item of a list, a value of a dictionary.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether <c>T?</c> is a <c>Nullable</c>.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>Whether each value has one text: its codec implements <c>IApiScalar</c>.</summary>
    public virtual bool IsScalar => false;

    /// <summary>Whether values are bytes that are streamed.</summary>
    public virtual bool IsBinary => false;

    /// <summary>Its name; null for lists and dictionaries.</summary>
    public virtual QualifiedTypeName? Definition => null;

    /// <summary>Type of a list's items, null aside; null when this is no list.</summary>
    public TypeReference? FindItem() => this is ListType list ? list.Item.WithNull(false) : null;

    /// <summary>Whether it is a file, or a list of files.</summary>
    public bool HasFile => this is FileType or ListType { Item: FileType };

    /// <summary>The same type with values that may be null, or may not. Free-form JSON holds null itself, and bytes are never null.</summary>
    public TypeReference WithNull(bool isNullable) =>
        isNullable == IsNullable || this is AnyType || IsBinary ? this : this with { IsNullable = isNullable };

    /// <summary>The type without namespaces, as messages name it and declarations of the user are compared with it.</summary>
    public sealed override string ToString() => IsNullable ? SimpleName + "?" : SimpleName;

    /// <summary>The type without namespaces and a mark for null.</summary>
    protected virtual string SimpleName => Definition!.Name;
}

/// <summary>A row of the table of scalars.</summary>
/// <param name="Scalar">The row.</param>
/// <param name="Form">For numbers: their JSON form.</param>
internal sealed record ScalarType(Scalar Scalar, NumberForm Form = NumberForm.Number) : TypeReference
{
    public static readonly ScalarType String = new(Scalar.String);
    public static readonly ScalarType Boolean = new(Scalar.Boolean);
    public static readonly ScalarType Int64 = new(Scalar.Int64);

    public override bool IsValueType => Scalar.IsValueType;

    public override bool IsScalar => true;

    /// <summary>JSON kinds of its values.</summary>
    public VariantKinds Kinds => Form switch
    {
        NumberForm.Text => VariantKinds.String,
        NumberForm.NumberOrText => Scalar.Kinds | VariantKinds.String,
        _ => Scalar.Kinds,
    };

    public override QualifiedTypeName Definition => Scalar.Type;
}

/// <summary>Free-form JSON: <c>JsonElement</c>.</summary>
internal sealed record AnyType : TypeReference
{
    public static readonly AnyType Instance = new();
    public static readonly QualifiedTypeName Name = new("System.Text.Json", "JsonElement");

    private AnyType()
    {
    }

    public override bool IsValueType => true;

    public override QualifiedTypeName Definition => Name;
}

/// <summary>Bytes of a request: <c>ApiFile</c>. In JSON, where a type that has one may travel too, it is a string.</summary>
internal sealed record FileType : TypeReference
{
    public static readonly FileType Instance = new();
    public static readonly QualifiedTypeName Name = new("ClerkGen", "ApiFile");

    private FileType()
    {
    }

    public override bool IsValueType => false;

    public override bool IsBinary => true;

    public override QualifiedTypeName Definition => Name;
}

/// <summary>Bytes of a response: <c>Stream</c>.</summary>
internal sealed record StreamType : TypeReference
{
    public static readonly StreamType Instance = new();
    public static readonly QualifiedTypeName Name = new("System.IO", "Stream");

    private StreamType()
    {
    }

    public override bool IsValueType => false;

    public override bool IsBinary => true;

    public override QualifiedTypeName Definition => Name;
}

/// <summary>An array: <c>IReadOnlyList</c>.</summary>
internal sealed record ListType(TypeReference Item) : TypeReference
{
    public override bool IsValueType => false;

    protected override string SimpleName => $"IReadOnlyList<{Item}>";
}

/// <summary>An object whose members all have one type and any name: <c>IReadOnlyDictionary</c> with strings as keys.</summary>
internal sealed record MapType(TypeReference Value) : TypeReference
{
    public override bool IsValueType => false;

    protected override string SimpleName => $"IReadOnlyDictionary<string, {Value}>";
}

/// <summary>A type that is emitted, and its own codec.</summary>
/// <param name="Name">Its name, by which it is known.</param>
internal sealed record EmittedType(QualifiedTypeName Name, bool IsValue, bool HasText) : TypeReference
{
    /// <summary>The codec of an enum that the user declares in place of the emitted type; null for a type that is its own codec.</summary>
    public QualifiedTypeName? Codec { get; init; }

    public override bool IsValueType => IsValue;

    public override bool IsScalar => HasText;

    public override QualifiedTypeName Definition => Name;
}

/// <summary>A type of the user, with a codec that is emitted for it.</summary>
/// <param name="Text">The type as C# of the user, qualified and without a mark for null.</param>
/// <param name="UserDefinition">Its name.</param>
/// <param name="Owner">The emitted class that the codec is nested in.</param>
/// <param name="Codec">Unescaped identifier of the codec.</param>
/// <param name="IsValue">Whether it is a value type.</param>
/// <param name="HasText">Whether its codec gives each value one text.</param>
internal sealed record UserType(string Text, QualifiedTypeName UserDefinition, QualifiedTypeName Owner, string Codec, bool IsValue, bool HasText) : TypeReference
{
    public override bool IsValueType => IsValue;

    public override bool IsScalar => HasText;

    public override QualifiedTypeName Definition => UserDefinition;
}
