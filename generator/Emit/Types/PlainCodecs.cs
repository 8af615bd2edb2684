using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>
/// The codecs that emitted code need not name: strings, booleans, 64-bit integers, types that are their own codec, and lists of
/// strings and such types. Moments as milliseconds have short names. They are nearly all there are, and named on every line they were
/// a thirtieth of all that is emitted.
/// </summary>
internal static class PlainCodecs
{
    private static readonly Dictionary<Scalar, (CSharpText Read, CSharpText ReadOptional)> Readers = new()
    {
        [Scalar.String] = (CSharpText.Of($"reader.ReadString()"), CSharpText.Of($"reader.ReadString()")),
        [Scalar.Boolean] = (CSharpText.Of($"reader.ReadBoolean()"), CSharpText.Of($"reader.ReadOptionalBoolean()")),
        [Scalar.Int64] = (CSharpText.Of($"reader.ReadInt64()"), CSharpText.Of($"reader.ReadOptionalInt64()")),
        [Scalar.UnixMilliseconds] = (CSharpText.Of($"reader.ReadUnixMilliseconds()"), CSharpText.Of($"reader.ReadOptionalUnixMilliseconds()")),
    };

    /// <summary>Type and codec in angle brackets, or nothing if an argument of the type implies both.</summary>
    public static CSharpText TypeArguments(TypeReference type) =>
        FindReaders(type) is not null || IsOwn(type) || IsPlainList(type) ? CSharpText.None : TypeText.Arguments(type);

    /// <summary>Type and codec in angle brackets, or nothing for strings, booleans and 64-bit integers.</summary>
    public static CSharpText ScalarTypeArguments(TypeReference type) =>
        FindReaders(type) is not null && !IsUnixMilliseconds(type) ? CSharpText.None : TypeText.Arguments(type);

    /// <summary>Type and codec in angle brackets, where one does when the type is its own codec.</summary>
    public static CSharpText OwnTypeArguments(TypeReference type) => IsOwn(type)
        ? CSharpText.Of($"<{TypeText.Of(type)}>")
        : TypeText.Arguments(type);

    /// <summary>Type and codec in angle brackets, or nothing when the type of an argument is its own codec.</summary>
    public static CSharpText BodyTypeArguments(TypeReference type) => IsOwn(type) ? CSharpText.None : TypeText.Arguments(type);

    /// <summary>The class with the methods that write a member.</summary>
    public static CSharpText Writing(TypeReference type) =>
        IsUnixMilliseconds(type) ? RuntimeNames.UnixMillisecondsJson : RuntimeNames.JsonWriting;

    /// <summary>The expression that reads a value.</summary>
    public static CSharpText Read(TypeReference type) => type switch
    {
        _ when FindReaders(type) is { } readers => readers.Read,
        ListType { Item: EmittedType { Codec: null } item } when IsPlainList(type) =>
            CSharpText.Of($"reader.ReadList<{TypeText.Of(item)}>()"),
        _ when IsPlainList(type) => CSharpText.Of($"reader.ReadStrings()"),
        _ => CSharpText.Of($"{TypeText.Codec(type)}.ReadJson(ref reader)"),
    };

    /// <summary>The expression that reads a value of a value type, or null when nothing can be read from it.</summary>
    public static CSharpText ReadOptional(TypeReference type) => FindReaders(type) is { } readers
        ? readers.ReadOptional
        : CSharpText.Of($"reader.ReadOptional{OwnTypeArguments(type)}()");

    private static (CSharpText Read, CSharpText ReadOptional)? FindReaders(TypeReference type) =>
        type is ScalarType { IsNullable: false, Form: NumberForm.Number } scalar
        && Readers.TryGetValue(scalar.Scalar, out (CSharpText Read, CSharpText ReadOptional) readers)
            ? readers
            : null;

    private static bool IsUnixMilliseconds(TypeReference type) =>
        type is ScalarType { IsNullable: false, Scalar: var scalar } && scalar == Scalar.UnixMilliseconds;

    private static bool IsOwn(TypeReference type) => type is EmittedType { IsNullable: false, Codec: null };

    // A list of strings, or of a type that is its own codec.
    private static bool IsPlainList(TypeReference type) =>
        type is ListType { IsNullable: false, Item: { IsNullable: false } item }
        && (item is EmittedType { Codec: null } || item is ScalarType { Scalar: var scalar } && scalar == Scalar.String);
}
