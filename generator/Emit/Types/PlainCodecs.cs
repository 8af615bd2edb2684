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
    private static readonly Dictionary<string, (string Name, CSharpText Read, CSharpText ReadOptional)> Scalars = new(StringComparer.Ordinal)
    {
        [RuntimeNames.SupportNamespace + "StringJson"] =
            ("string", CSharpText.Template("reader.ReadString()"), CSharpText.Template("reader.ReadString()")),
        [RuntimeNames.SupportNamespace + "BooleanJson"] =
            ("bool", CSharpText.Template("reader.ReadBoolean()"), CSharpText.Template("reader.ReadOptionalBoolean()")),
        [RuntimeNames.SupportNamespace + "Int64Json"] =
            ("long", CSharpText.Template("reader.ReadInt64()"), CSharpText.Template("reader.ReadOptionalInt64()")),
    };

    private static readonly CSharpText ReadStrings = CSharpText.Template("reader.ReadStrings()");
    private static readonly CSharpText ReadUnixMilliseconds = CSharpText.Template("reader.ReadUnixMilliseconds()");
    private static readonly CSharpText ReadOptionalUnixMilliseconds = CSharpText.Template("reader.ReadOptionalUnixMilliseconds()");
    private static readonly string UnixMilliseconds = RuntimeNames.SupportNamespace + "UnixMillisecondsJson";
    private static readonly string StringList = ListOf("string", RuntimeNames.SupportNamespace + "StringJson");

    /// <summary>Type and codec in angle brackets, or nothing if an argument of the type implies both.</summary>
    public static CSharpText TypeArguments(TypeReference type) =>
        IsScalar(type) || IsOwn(type) || IsUnixMilliseconds(type) || type.Json == StringList || OwnItem(type) is not null
            ? CSharpText.None
            : MemberText.TypeArguments(type);

    /// <summary>Type and codec in angle brackets, or nothing for strings, booleans and 64-bit integers.</summary>
    public static CSharpText ScalarTypeArguments(TypeReference type) =>
        IsScalar(type) ? CSharpText.None : MemberText.TypeArguments(type);

    /// <summary>Type and codec in angle brackets, where one does when the type is its own codec.</summary>
    public static CSharpText OwnTypeArguments(TypeReference type) => IsOwn(type)
        ? CSharpText.Template("<") + CSharpText.Type(type.Name) + CSharpText.Template(">")
        : MemberText.TypeArguments(type);

    /// <summary>Type and codec in angle brackets, or nothing when the type of an argument is its own codec.</summary>
    public static CSharpText BodyTypeArguments(TypeReference type) => IsOwn(type) ? CSharpText.None : MemberText.TypeArguments(type);

    /// <summary>The class with the methods that write a member.</summary>
    public static CSharpText Writing(TypeReference type) =>
        IsUnixMilliseconds(type) ? CSharpText.Type(UnixMilliseconds) : RuntimeNames.JsonWriting;

    /// <summary>The expression that reads a value.</summary>
    public static CSharpText Read(TypeReference type)
    {
        if (Scalars.TryGetValue(type.Json, out (string Name, CSharpText Read, CSharpText ReadOptional) scalar))
        {
            return scalar.Read;
        }

        if (type.Json == StringList)
        {
            return ReadStrings;
        }

        if (type.Json == UnixMilliseconds)
        {
            return ReadUnixMilliseconds;
        }

        return OwnItem(type) is { } item
            ? CSharpText.Template("reader.ReadList<") + CSharpText.Type(item) + CSharpText.Template(">()")
            : CSharpText.Type(type.Json) + CSharpText.Template(".ReadJson(ref reader)");
    }

    /// <summary>The expression that reads a value of a value type, or null when nothing can be read from it.</summary>
    public static CSharpText ReadOptional(TypeReference type)
    {
        if (Scalars.TryGetValue(type.Json, out (string Name, CSharpText Read, CSharpText ReadOptional) scalar))
        {
            return scalar.ReadOptional;
        }

        return type.Json == UnixMilliseconds
            ? ReadOptionalUnixMilliseconds
            : CSharpText.Template("reader.ReadOptional") + OwnTypeArguments(type) + CSharpText.Template("()");
    }

    private static bool IsUnixMilliseconds(TypeReference type) =>
        type.Json == UnixMilliseconds && type.Name == "global::System.DateTimeOffset";

    private static bool IsOwn(TypeReference type) => type.Json == type.Name;

    private static bool IsScalar(TypeReference type) =>
        Scalars.TryGetValue(type.Json, out (string Name, CSharpText Read, CSharpText ReadOptional) scalar) && scalar.Name == type.Name;

    /// <summary>The item of a list whose items are their own codec, or null.</summary>
    private static string? OwnItem(TypeReference type)
    {
        const string Start = "global::System.Collections.Generic.IReadOnlyList<";
        if (!type.Name.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        string item = type.Name.Substring(Start.Length, type.Name.Length - Start.Length - 1);
        return type.Json == ListOf(item, item) ? item : null;
    }

    private static string ListOf(string item, string codec) => RuntimeNames.SupportNamespace + "ListJson<" + item + ", " + codec + ">";
}
