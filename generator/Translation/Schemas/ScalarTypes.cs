using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The C# types of values that are neither objects nor arrays, with the runtime's codecs.</summary>
internal static class ScalarTypes
{
    /// <summary>Namespace of the runtime's codecs.</summary>
    public const string Support = "global::ClerkGen.GeneratedSupport.";

    public static readonly TypeReference Any =
        new("global::System.Text.Json.JsonElement", Support + "ElementJson", IsValueType: true, TypeKind.Any);
    public static readonly TypeReference String = Scalar("string", "StringJson", isValueType: false);
    public static readonly TypeReference Boolean = Scalar("bool", "BooleanJson");
    public static readonly TypeReference Int32 = Scalar("int", "Int32Json");
    public static readonly TypeReference Int64 = Scalar("long", "Int64Json");
    public static readonly TypeReference UInt32 = Scalar("uint", "UInt32Json");
    public static readonly TypeReference UInt64 = Scalar("ulong", "UInt64Json");
    public static readonly TypeReference Single = Scalar("float", "SingleJson");
    public static readonly TypeReference Double = Scalar("double", "DoubleJson");
    public static readonly TypeReference Decimal = Scalar("decimal", "DecimalJson");
    public static readonly TypeReference DateTimeOffset = Scalar("global::System.DateTimeOffset", "DateTimeOffsetJson");
    public static readonly TypeReference UnixSeconds = Scalar("global::System.DateTimeOffset", "UnixSecondsJson");
    public static readonly TypeReference UnixMilliseconds = Scalar("global::System.DateTimeOffset", "UnixMillisecondsJson");
    public static readonly TypeReference DateOnly = Scalar("global::System.DateOnly", "DateOnlyJson");
    public static readonly TypeReference TimeOnly = Scalar("global::System.TimeOnly", "TimeOnlyJson");
    public static readonly TypeReference TimeSpan = Scalar("global::System.TimeSpan", "DurationJson");
    public static readonly TypeReference DotNetTimeSpan = Scalar("global::System.TimeSpan", "TimeSpanJson");
    public static readonly TypeReference Guid = Scalar("global::System.Guid", "GuidJson");
    public static readonly TypeReference Uri = Scalar("global::System.Uri", "UriJson", isValueType: false);
    public static readonly TypeReference Bytes = Scalar("byte[]", "BytesJson", isValueType: false);

    /// <summary>A part of a multipart body. In JSON, where the same type may travel too, it is a string.</summary>
    public static readonly TypeReference File = new("global::ClerkGen.ApiFile", Support + "FileJson", IsValueType: false, TypeKind.Binary);

    private const string NumberOrText = Support + "NumberOrTextJson";
    private const string NumberText = Support + "NumberTextJson";

    private static readonly TypeReference[] ByName =
    [
        Any, String, Boolean, Int32, Int64, UInt32, UInt64, Single, Double, Decimal, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, Guid, Uri, Bytes,
    ];

    /// <summary>The types that cannot hold every value of their format: numbers have ends, and times have parts that .NET's lack.</summary>
    private static readonly TypeReference[] Inexact =
    [
        Int32, Int64, UInt32, UInt64, Single, Double, Decimal, DateTimeOffset, UnixSeconds, UnixMilliseconds, DateOnly, TimeOnly, TimeSpan,
    ];

    /// <summary>Whether a value, or an item of a list or dictionary, may be one that its type cannot hold exactly.</summary>
    public static bool MayBeInexact(TypeReference type) =>
        Array.Exists(Inexact, inexact => type.Json.IndexOf(inexact.Json, StringComparison.Ordinal) >= 0);

    /// <summary>The type of a qualified name in C#, or null when there is no codec for it.</summary>
    public static TypeReference? Find(string name) => Array.Find(ByName, type => type.Name == name);

    /// <summary>Whether values of a type are numbers in JSON.</summary>
    public static bool IsNumber(TypeReference scalar) =>
        scalar.Kind == TypeKind.Scalar && (KindsOf(scalar) & (VariantKinds.Integer | VariantKinds.Number)) != 0;

    /// <summary>Whether values of a type are integers in JSON or, where the document allows it, in a string.</summary>
    public static bool IsInteger(TypeReference scalar) => scalar.Name is "int" or "long" or "uint" && (KindsOf(scalar) & VariantKinds.Integer) != 0;

    /// <summary>Whether a format is that of numbers, whatever the type beside it.</summary>
    public static bool IsNumberFormat(string? format) => JsonTypes.OfFormat(format) != Microsoft.OpenApi.JsonSchemaType.String;

    /// <summary>The same numbers, in the form that the document gives them; moments that are numbers have no other.</summary>
    public static TypeReference As(NumberForm form, TypeReference number) => form switch
    {
        _ when number.Name == DateTimeOffset.Name => number,
        NumberForm.NumberOrText => number with { Json = $"{NumberOrText}<{number.Name}, {number.Json}>" },
        NumberForm.Text => number with { Json = $"{NumberText}<{number.Name}, {number.Json}>" },
        _ => number,
    };

    /// <summary>The type of strings of a format.</summary>
    public static TypeReference OfString(string? format) => format switch
    {
        "date-time" or "datetime" or "date-time-rfc3339" or "rfc3339" => DateTimeOffset,
        "date" or "full-date" => DateOnly,
        "time" or "partial-time" or "full-time" => TimeOnly,
        "duration" => TimeSpan,
        "uuid" or "guid" or "UUID" or "uuid4" => Guid,
        "uri" or "url" or "URL" or "URI" or "uri-reference" or "iri" or "iri-reference" or "http-url" => Uri,
        "byte" or "base64" => Bytes,
        _ => String,
    };

    /// <summary>The type of integers of a format.</summary>
    public static TypeReference OfInteger(string? format) => format switch
    {
        "int32" or "int8" or "int16" or "uint8" or "uint16" or "short" or "byte" => Int32,
        "uint32" => UInt32,
        "uint64" => UInt64,
        "unix-milliseconds" => UnixMilliseconds,
        "unix-seconds" or "unix-time" or "unixtime" => UnixSeconds,
        "decimal" => Decimal,
        "float" => Single,
        "double" => Double,
        _ => Int64,
    };

    /// <summary>The type of numbers of a format.</summary>
    public static TypeReference OfNumber(string? format) => format switch
    {
        "float" or "float32" => Single,
        "decimal" or "decimal128" => Decimal,
        "int32" or "int64" or "uint32" or "uint64" or "unix-milliseconds" or "unix-seconds" or "unix-time" => OfInteger(format),
        _ => Double,
    };

    /// <summary>JSON kinds of a scalar's values.</summary>
    public static VariantKinds KindsOf(TypeReference scalar)
    {
        if (scalar == Boolean)
        {
            return VariantKinds.Boolean;
        }

        if (scalar.Json.StartsWith(NumberText, StringComparison.Ordinal))
        {
            return VariantKinds.String;
        }

        if (scalar.Json.StartsWith(NumberOrText, StringComparison.Ordinal))
        {
            return KindsOf(Find(scalar.Name)!) | VariantKinds.String;
        }

        if (scalar == Int32 || scalar == Int64 || scalar == UInt32 || scalar == UInt64 || scalar == UnixSeconds
            || scalar == UnixMilliseconds)
        {
            return VariantKinds.Integer;
        }

        return scalar == Single || scalar == Double || scalar == Decimal ? VariantKinds.Integer | VariantKinds.Number : VariantKinds.String;
    }

    private static TypeReference Scalar(string name, string codec, bool isValueType = true) =>
        new(name, Support + codec, isValueType, TypeKind.Scalar);
}
