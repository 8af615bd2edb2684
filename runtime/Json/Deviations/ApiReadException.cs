using System.Globalization;
using System.Text.Json;

namespace ClerkGen;

/// <summary>The exception that is thrown when a body cannot be read.</summary>
/// <remarks>
/// The message has place and reason, and never repeats the body, so it is safe to log. There is no inner exception for the same reason.
/// </remarks>
public sealed class ApiReadException : JsonException
{
    private ApiReadException(string message, string? path, long? line, long? byteInLine)
        : base(message, path, line, byteInLine)
    {
    }

    /// <summary>Gets the reason.</summary>
    public ApiReadFailure Failure { get; private init; }

    /// <summary>
    /// Gets the difference from the OpenAPI document, if <see cref="Failure"/> is <see cref="ApiReadFailure.Deviation"/>; else null.
    /// </summary>
    public ApiDeviationKind? Deviation { get; private init; }

    /// <summary>The document promised something else at a path.</summary>
    internal static ApiReadException ForDeviation(ApiDeviationKind kind, string path) =>
        new($"The body differs from the OpenAPI document at {path}: {Words(kind)}.", path, null, null)
        {
            Failure = ApiReadFailure.Deviation,
            Deviation = kind,
        };

    /// <summary>The body broke off or broke a rule at a position; both counts begin at 0.</summary>
    internal static ApiReadException ForText(ApiReadFailure failure, long line, long byteInLine) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"The body {Words(failure)} (line {line}, byte {byteInLine})."),
            null,
            line,
            byteInLine)
        {
            Failure = failure,
        };

    private static string Words(ApiReadFailure failure) => failure switch
    {
        ApiReadFailure.NotUtf8 => "is not valid UTF-8",
        ApiReadFailure.TooDeep => "nests deeper than allowed",
        _ => "is not valid JSON",
    };

    private static string Words(ApiDeviationKind kind) => kind switch
    {
        ApiDeviationKind.UnknownMember => "unknown member",
        ApiDeviationKind.MissingMember => "required member missing",
        ApiDeviationKind.NullValue => "null is not allowed",
        ApiDeviationKind.DuplicateMember => "member occurs twice",
        ApiDeviationKind.UnknownEnumValue => "unknown enum value",
        ApiDeviationKind.UnexpectedConstant => "not the only value allowed",
        ApiDeviationKind.UnknownVariant => "no variant fits",
        ApiDeviationKind.ConvertedValue => "value in another form",
        ApiDeviationKind.NumberOutOfRange => "number out of range",
        ApiDeviationKind.MalformedValue => "malformed value",
        ApiDeviationKind.WrongKind => "wrong JSON kind",
        ApiDeviationKind.UndocumentedMediaType => "undocumented media type",
        ApiDeviationKind.InexactValue => "value that its type cannot represent exactly",
        _ => "text with an unpaired surrogate",
    };
}
