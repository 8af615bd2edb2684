using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>Prints types and their codecs.</summary>
internal static class TypeText
{
    private static readonly CSharpText ReadOnlyList = CSharpText.Type("System.Collections.Generic", "IReadOnlyList");
    private static readonly CSharpText ReadOnlyDictionary = CSharpText.Type("System.Collections.Generic", "IReadOnlyDictionary");

    private static readonly Dictionary<Scalar, (CSharpText Type, CSharpText Codec)> Scalars = Scalar.All.ToDictionary(
        static scalar => scalar, static scalar => (Of(scalar.Type), RuntimeNames.CodecOf(scalar)));

    private static readonly CSharpText Any = Of(AnyType.Name);
    private static readonly CSharpText File = Of(FileType.Name);
    private static readonly CSharpText Stream = Of(StreamType.Name);

    /// <summary>The type, with a mark where its values may be null.</summary>
    public static CSharpText Of(TypeReference type) => type.IsNullable ? CSharpText.Of($"{Bare(type)}?") : Bare(type);

    /// <summary>An exception: an emitted one, or the runtime's.</summary>
    public static CSharpText OfException(QualifiedTypeName name) =>
        name.Namespace == RuntimeNames.Namespace ? Of(name) : CSharpText.OwnType(name.Name);

    /// <summary>A type of .NET or the runtime by its name.</summary>
    public static CSharpText Of(QualifiedTypeName name) => name.Namespace.Length == 0
        ? CSharpText.Type(name.Name)
        : CSharpText.Type(name.Namespace, name.Name);

    /// <summary>The type as references in documentation have it, where angle brackets are braces.</summary>
    public static CSharpText Cref(TypeReference type)
    {
        CSharpText text = type switch
        {
            ListType list => CSharpText.Of($"{ReadOnlyList}{{{Cref(list.Item)}}}"),
            MapType map => CSharpText.Of($"{ReadOnlyDictionary}{{string, {Cref(map.Value)}}}"),
            _ => Bare(type),
        };
        return type.IsNullable ? CSharpText.Of($"{text}?") : text;
    }

    /// <summary>The codec of the type.</summary>
    public static CSharpText Codec(TypeReference type) => !type.IsNullable
        ? BareCodec(type)
        : (type.IsValueType ? RuntimeNames.NullableJson : RuntimeNames.NullableReferenceJson) + Arguments(Bare(type), BareCodec(type));

    /// <summary>Type and codec in angle brackets.</summary>
    public static CSharpText Arguments(TypeReference type) => Arguments(Of(type), Codec(type));

    private static CSharpText Arguments(CSharpText type, CSharpText codec) =>
        CSharpText.Of($"<{type}, {codec}>");

    private static CSharpText Bare(TypeReference type) => type switch
    {
        ScalarType scalar => Scalars[scalar.Scalar].Type,
        EmittedType emitted => CSharpText.OwnType(emitted.Name.Name),
        ListType list => CSharpText.Of($"{ReadOnlyList}<{Of(list.Item)}>"),
        MapType map => CSharpText.Of($"{ReadOnlyDictionary}<string, {Of(map.Value)}>"),
        AnyType => Any,
        FileType => File,
        StreamType => Stream,
        UserType user => CSharpText.Type(user.Text),
        _ => throw new InvalidOperationException($"No C# for {type.GetType()}."),
    };

    private static CSharpText BareCodec(TypeReference type) => type switch
    {
        ScalarType { Form: NumberForm.NumberOrText } number => RuntimeNames.NumberOrTextJson + Arguments(Bare(number), Scalars[number.Scalar].Codec),
        ScalarType { Form: NumberForm.Text } number => RuntimeNames.NumberTextJson + Arguments(Bare(number), Scalars[number.Scalar].Codec),
        ScalarType scalar => Scalars[scalar.Scalar].Codec,
        EmittedType emitted => CSharpText.OwnType((emitted.Codec ?? emitted.Name).Name),
        ListType list => RuntimeNames.ListJson + Arguments(list.Item),
        MapType map => RuntimeNames.MapJson + Arguments(map.Value),
        AnyType => RuntimeNames.ElementJson,
        FileType => RuntimeNames.FileJson,
        UserType user => CSharpText.Of($"{CSharpText.OwnType(user.Owner.Name)}.{CSharpText.Identifier(user.Codec)}"),
        _ => throw new InvalidOperationException($"Nothing reads {type.GetType()}."),
    };
}
