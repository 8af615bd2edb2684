namespace ClerkGen.Generator.Model;

/// <summary>The result of a successful call.</summary>
/// <param name="Kind">How the body is read.</param>
/// <param name="Type">Type of the value, or null for <see cref="ResultKind.None"/>.</param>
/// <param name="IsNullable">Whether one documented success has a body and another has none (200 and 204), or the body may be null.</param>
/// <param name="Answers">
/// When successes differ: one per status and media type; <paramref name="Type"/> is then the union of their types. Else empty.
/// </param>
internal sealed record ResultModel(ResultKind Kind, TypeReference? Type, bool IsNullable, EquatableArray<AnswerModel> Answers)
{
    /// <summary>How the data of events is read when their names decide it, or it is text; empty when all of it is JSON.</summary>
    public EquatableArray<EventDataModel> Events { get; init; } = EquatableArray<EventDataModel>.Empty;

    /// <summary>No value.</summary>
    public static ResultModel None { get; } = new(ResultKind.None, null, false, EquatableArray<AnswerModel>.Empty);
}

/// <summary>The value of one status and media type, if an operation has several that differ.</summary>
/// <param name="From">First status, inclusive.</param>
/// <param name="To">Last status, inclusive.</param>
/// <param name="MediaType">The media type, or null when the status has one type only.</param>
/// <param name="Kind">How the body is read.</param>
/// <param name="Variant">Index of the union's variant, or -1 for no body.</param>
/// <param name="Type">Type of the body, or null for none.</param>
internal sealed record AnswerModel(int From, int To, string? MediaType, ResultKind Kind, int Variant, TypeReference? Type);

/// <summary>The data of the events of one name.</summary>
/// <param name="EventName">The field <c>event</c>, or null for any.</param>
/// <param name="IsText">Whether the data is text, not JSON.</param>
/// <param name="Type">Type of the data.</param>
/// <param name="IsVariant">Whether it is a variant of the sequence's type, which is a union then.</param>
internal sealed record EventDataModel(string? EventName, bool IsText, TypeReference Type, bool IsVariant);

/// <summary>How a success body is read.</summary>
internal enum ResultKind
{
    /// <summary>No body.</summary>
    None,

    /// <summary>JSON, one value.</summary>
    Json,

    /// <summary>Text as <see cref="string"/>: the body itself, or a JSON string if the response declares JSON.</summary>
    Text,

    /// <summary>Bytes as a stream that the caller disposes of.</summary>
    Stream,

    /// <summary><c>text/event-stream</c>: an asynchronous sequence.</summary>
    ServerSentEvents,

    /// <summary>JSON lines: an asynchronous sequence.</summary>
    JsonLines,
}
