namespace ClerkGen.Generator.Model;

/// <summary>
/// A row of the table of scalars: values with one text. A new format is a word in a row, or a row and a codec of the runtime.
/// </summary>
internal sealed class Scalar
{
    private const VariantKinds Numeric = VariantKinds.Integer | VariantKinds.Number;

    public static readonly Scalar String = new("", "string", "String") { IsValueType = false };
    public static readonly Scalar Boolean = new("", "bool", "Boolean") { Kinds = VariantKinds.Boolean };

    public static readonly Scalar Int32 = new("", "int", "Int32")
    {
        Kinds = VariantKinds.Integer,
        IsInexact = true,
        Formats = ["int32", "int8", "int16", "uint8", "uint16"],
        FormatsOfNumbers = ["short", "byte"],
    };

    public static readonly Scalar Int64 = new("", "long", "Int64") { Kinds = VariantKinds.Integer, IsInexact = true, Formats = ["int64"] };
    public static readonly Scalar UInt32 = new("", "uint", "UInt32") { Kinds = VariantKinds.Integer, IsInexact = true, Formats = ["uint32"] };
    public static readonly Scalar UInt64 = new("", "ulong", "UInt64") { Kinds = VariantKinds.Integer, IsInexact = true, Formats = ["uint64"] };

    public static readonly Scalar Single = new("", "float", "Single")
    {
        Kinds = Numeric,
        IsInexact = true,
        Formats = ["float"],
        FormatsOfNumbers = ["float32", "real"],
    };

    public static readonly Scalar Double = new("", "double", "Double") { Kinds = Numeric, IsInexact = true, Formats = ["double"] };

    public static readonly Scalar Decimal = new("", "decimal", "Decimal")
    {
        Kinds = Numeric,
        IsInexact = true,
        Formats = ["decimal"],
        FormatsOfNumbers = ["decimal128", "numeric"],
    };

    public static readonly Scalar DateTimeOffset = new("System", "DateTimeOffset", "DateTimeOffset")
    {
        IsInexact = true,
        FormatsOfStrings = ["date-time", "datetime", "date-time-rfc3339", "rfc3339", "timestamp with time zone"],
    };

    public static readonly Scalar UnixSeconds = new("System", "DateTimeOffset", "UnixSeconds")
    {
        Kinds = VariantKinds.Integer,
        IsInexact = true,
        FormatsOfNumbers = ["unix-seconds", "unix-time", "unixtime"],
    };

    public static readonly Scalar UnixMilliseconds = new("System", "DateTimeOffset", "UnixMilliseconds")
    {
        Kinds = VariantKinds.Integer,
        IsInexact = true,
        FormatsOfNumbers = ["unix-milliseconds"],
    };

    public static readonly Scalar DateOnly = new("System", "DateOnly", "DateOnly")
    {
        IsInexact = true,
        FormatsOfStrings = ["date", "full-date"],
    };

    public static readonly Scalar TimeOnly = new("System", "TimeOnly", "TimeOnly")
    {
        IsInexact = true,
        FormatsOfStrings = ["time", "partial-time", "full-time", "local-time", "time-local"],
    };

    public static readonly Scalar Duration = new("System", "TimeSpan", "Duration") { IsInexact = true, FormatsOfStrings = ["duration"] };

    /// <summary>.NET's notation of a time span. ASP.NET Core declares it with a pattern, Swashbuckle and NSwag with a format.</summary>
    public static readonly Scalar TimeSpan = new("System", "TimeSpan", "TimeSpan") { FormatsOfStrings = ["date-span", "time-span", "timespan"] };

    public static readonly Scalar Guid = new("System", "Guid", "Guid") { FormatsOfStrings = ["uuid", "guid", "UUID", "uuid4"] };

    public static readonly Scalar Uri = new("System", "Uri", "Uri")
    {
        IsValueType = false,
        FormatsOfStrings = ["uri", "url", "URL", "URI", "uri-reference", "iri", "iri-reference", "http-url"],
    };

    public static readonly Scalar Bytes = new("", "byte[]", "Bytes") { IsValueType = false, FormatsOfStrings = ["byte", "base64"] };

    /// <summary>All rows. Among those with one C# type, the first is the default of the type.</summary>
    public static readonly Scalar[] All =
    [
        String, Boolean, Int32, Int64, UInt32, UInt64, Single, Double, Decimal, DateTimeOffset, UnixSeconds, UnixMilliseconds, DateOnly, TimeOnly,
        Duration, TimeSpan, Guid, Uri, Bytes,
    ];

    private static readonly Dictionary<string, Scalar> ByFormatOfStrings = Index(static scalar => scalar.FormatsOfStrings);
    private static readonly Dictionary<string, Scalar> ByFormatOfNumbers = Index(static scalar => [.. scalar.Formats, .. scalar.FormatsOfNumbers]);
    private static readonly Dictionary<string, Scalar> ByFormat = Index(static scalar => scalar.Formats);

    private Scalar(string @namespace, string name, string codec)
    {
        Type = new QualifiedTypeName(@namespace, name);
        VariantName = codec;
    }

    /// <summary>The type in C#.</summary>
    public QualifiedTypeName Type { get; }

    /// <summary>Name of a variant of this type. The codec has <c>Json</c> behind it.</summary>
    public string VariantName { get; }

    /// <summary>Whether <c>T?</c> is a <c>Nullable</c>.</summary>
    public bool IsValueType { get; private init; } = true;

    /// <summary>JSON kinds of its values.</summary>
    public VariantKinds Kinds { get; private init; } = VariantKinds.String;

    /// <summary>
    /// Whether it cannot hold every value of its formats: numbers have ends, and times have parts that those of .NET lack.
    /// </summary>
    public bool IsInexact { get; private init; }

    /// <summary>Formats of numbers, with or without a type next to them.</summary>
    private string[] Formats { get; init; } = [];

    /// <summary>Formats of it next to the types <c>integer</c> and <c>number</c>.</summary>
    private string[] FormatsOfNumbers { get; init; } = [];

    /// <summary>Formats of it next to the type <c>string</c>, or without a type.</summary>
    private string[] FormatsOfStrings { get; init; } = [];

    /// <summary>The scalar of strings of a format.</summary>
    public static Scalar OfString(string? format) => Find(ByFormatOfStrings, format) ?? String;

    /// <summary>The scalar of integers of a format.</summary>
    public static Scalar OfInteger(string? format) => Find(ByFormatOfNumbers, format) ?? Int64;

    /// <summary>The scalar of numbers of a format.</summary>
    public static Scalar OfNumber(string? format) => Find(ByFormatOfNumbers, format) ?? Double;

    /// <summary>The numbers of a format without a type, or null.</summary>
    public static Scalar? OfFormat(string? format) => Find(ByFormat, format);

    /// <summary>Whether a format decides the C# type, for any type next to it.</summary>
    public static bool IsFormat(string? format) => Find(ByFormatOfStrings, format) is not null || Find(ByFormatOfNumbers, format) is not null;

    public override string ToString() => Type.Name;

    private static Scalar? Find(Dictionary<string, Scalar> scalars, string? format) =>
        format is not null && scalars.TryGetValue(format, out Scalar? scalar) ? scalar : null;

    private static Dictionary<string, Scalar> Index(Func<Scalar, string[]> formats)
    {
        Dictionary<string, Scalar> index = new(StringComparer.Ordinal);
        foreach (Scalar scalar in All)
        {
            foreach (string format in formats(scalar))
            {
                index.Add(format, scalar);
            }
        }

        return index;
    }
}
