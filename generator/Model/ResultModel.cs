namespace ClerkGen.Generator.Model;

/// <summary>What a successful call returns.</summary>
/// <param name="Kind">How the body is read.</param>
/// <param name="Type">Type of the value, or null for <see cref="ResultKind.None"/>.</param>
/// <param name="IsNullable">Whether a documented success has no body beside one that has (200 and 204), or the body may be null.</param>
/// <param name="ByStatus">When successes differ: one per status; <paramref name="Type"/> is then the union of their types. Else empty.</param>
/// <param name="TextMediaType">Media type of a text, which is asked for, or null for other kinds.</param>
internal sealed record ResultModel(
    ResultKind Kind, TypeReference? Type, bool IsNullable, EquatableArray<StatusResultModel> ByStatus, string? TextMediaType = null);

/// <summary>What one success status gives when an operation has several that differ.</summary>
/// <param name="From">First status, inclusive.</param>
/// <param name="To">Last status, inclusive.</param>
/// <param name="Kind">How the body is read.</param>
/// <param name="Variant">Index of the union's variant, or -1 for no body.</param>
/// <param name="Type">Type of the body of this status, or null for none.</param>
/// <param name="TextMediaType">Media type of a text, which is asked for, or null for other kinds.</param>
internal sealed record StatusResultModel(int From, int To, ResultKind Kind, int Variant, TypeReference? Type, string? TextMediaType);

/// <summary>How a success body is read.</summary>
internal enum ResultKind
{
    /// <summary>No body.</summary>
    None,

    /// <summary>JSON, one value.</summary>
    Json,

    /// <summary>Text as <see cref="string"/>.</summary>
    Text,

    /// <summary>Bytes as a stream that the caller disposes of.</summary>
    Stream,

    /// <summary><c>text/event-stream</c>: an asynchronous sequence.</summary>
    ServerSentEvents,

    /// <summary>JSON lines: an asynchronous sequence.</summary>
    JsonLines,
}
