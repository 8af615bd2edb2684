using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Adds to a <see cref="Utf8JsonReader"/> what tolerant reading needs: the body's bytes, to keep free-form values unchanged, and the target
/// of deviations. Passed by reference only. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ApiJsonReader
{
    /// <summary>The tokens.</summary>
#pragma warning disable CA1051 // A property would hand out copies of a struct that has to move.
    public Utf8JsonReader Json;
#pragma warning restore CA1051

    private readonly JsonReadOptions _options;
    private readonly RepeatedText? _repeated;
    private JsonDeviations? _deviations;
    private bool _isUnreadable;
    private bool _isInexact;
    private readonly bool _requiresMembers;

    /// <summary>
    /// Reads with another reader, as a <see cref="System.Text.Json.Serialization.JsonConverter"/> must. Deviations are not reported, and
    /// free-form values are parsed at once. A missing required member is an error, as in the serializer's own types: an endpoint need not
    /// tolerate the body of its caller.
    /// </summary>
    /// <param name="json">Positioned on the first token of a value. It is copied: take <see cref="Json"/> back afterwards.</param>
    public ApiJsonReader(Utf8JsonReader json)
    {
        Json = json;
        _requiresMembers = true;
    }

    /// <summary>Reads a whole body.</summary>
    /// <param name="body">Valid UTF-8 without byte order mark.</param>
    /// <param name="options">How to read.</param>
    /// <param name="repeated">Texts of the body that were read before, if they are shared.</param>
    internal ApiJsonReader(ReadOnlySpan<byte> body, in JsonReadOptions options, RepeatedText? repeated = null)
    {
        Json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = options.MaxDepth });
        Body = body;
        _options = options;
        _repeated = repeated;
    }

    /// <summary>All bytes that <see cref="Json"/> walks over, or empty when they are not at hand.</summary>
    internal ReadOnlySpan<byte> Body { get; }

    /// <summary>
    /// Gets whether <see cref="JsonSerializer"/> reads. It reads requests. Callers omit members that only the server sets (<c>readOnly</c>,
    /// OpenAPI 3.0.4, section 4.7.24), required ones included.
    /// </summary>
    public readonly bool IsSentByCaller => _requiresMembers;

    /// <summary>Whether there was a value from which nothing could be read, since this was set to false.</summary>
    internal bool IsUnreadable
    {
        readonly get => _isUnreadable;
        set => _isUnreadable = value;
    }

    /// <summary>Whether there was a value that its type cannot represent exactly, since this was set to false.</summary>
    internal bool IsInexact
    {
        readonly get => _isInexact;
        set => _isInexact = value;
    }

    /// <summary>Reports that the current token differs from the document.</summary>
    /// <param name="kind">The kind of difference.</param>
    /// <exception cref="ApiReadException">Reading is strict.</exception>
    internal void Deviate(ApiDeviationKind kind) => Deviate(kind, default);

    /// <summary>Reports that the object that ends here lacks a member.</summary>
    /// <param name="kind">The kind of difference.</param>
    /// <param name="member">UTF-8 name of the member.</param>
    /// <exception cref="ApiReadException">Reading is strict.</exception>
    internal void Deviate(ApiDeviationKind kind, ReadOnlySpan<byte> member)
    {
        _isUnreadable |= kind is ApiDeviationKind.MalformedValue or ApiDeviationKind.WrongKind;
        _isInexact |= kind is ApiDeviationKind.NumberOutOfRange or ApiDeviationKind.InexactValue;
        if (_options.Strict)
        {
            throw ApiReadException.ForDeviation(kind, JsonPath.At(Body, Json.TokenStartIndex, member, _options.MaxDepth));
        }

        if (_requiresMembers && kind == ApiDeviationKind.MissingMember)
        {
            throw new JsonException($"The required member '{Encoding.UTF8.GetString(member)}' is missing.");
        }

        if (_options.Listener is not null)
        {
            (_deviations ??= new JsonDeviations()).Add(kind, Json.TokenStartIndex, member);
        }
    }

    /// <summary>Reports a difference in a member of the object that ends here.</summary>
    /// <param name="kind">The kind of difference.</param>
    /// <param name="member">Name of the member.</param>
    /// <exception cref="ApiReadException">Reading is strict.</exception>
    internal void DeviateAtEnd(ApiDeviationKind kind, string member)
    {
        if (_options.Strict || _options.Listener is not null)
        {
            Deviate(kind, Encoding.UTF8.GetBytes(member));
        }
    }

    /// <summary>
    /// Reports a <c>null</c> that the document does not allow. As the whole body it is no response at all, so then it
    /// is an error even in tolerant reading.
    /// </summary>
    /// <exception cref="ApiReadException">Reading is strict, or the value is the whole body.</exception>
    internal void RefuseNull()
    {
        if (Json.CurrentDepth == 0)
        {
            throw ApiReadException.ForDeviation(ApiDeviationKind.NullValue, "$");
        }

        _isUnreadable = true;
        Deviate(ApiDeviationKind.NullValue);
    }

    /// <summary>Reads an item of a list or a value of a dictionary, and reports a <c>null</c> that the document does not allow.</summary>
    /// <exception cref="ApiReadException">Reading is strict.</exception>
    internal T ReadItem<T, TJson>()
        where TJson : IApiJson<T>
    {
        T item = TJson.ReadJson(ref this);
        if (item is null && Json.TokenType == JsonTokenType.Null && default(TJson) is not INullableJson)
        {
            Deviate(ApiDeviationKind.NullValue);
        }

        return item;
    }

    /// <summary>
    /// Reports that the current value has an unusable JSON kind, and skips it. As the whole body it is no response at all, so then it is an
    /// error even in tolerant reading.
    /// </summary>
    /// <exception cref="ApiReadException">Reading is strict, or the value is the whole body.</exception>
    internal void Refuse()
    {
        if (Json.CurrentDepth == 0)
        {
            throw ApiReadException.ForDeviation(ApiDeviationKind.WrongKind, "$");
        }

        Deviate(ApiDeviationKind.WrongKind);
        Json.TrySkip();
    }

    /// <summary>Text of UTF-8 without escapes, the same string as before when the body repeats it.</summary>
    internal readonly string Plain(ReadOnlySpan<byte> utf8) => _repeated is null ? JsonText.Plain(utf8) : _repeated.Read(utf8);

    /// <summary>Text of the current name.</summary>
    internal string Name() => Json.ValueIsEscaped || Json.HasValueSequence ? JsonText.Read(ref Json) : Plain(Json.ValueSpan);

    /// <summary>Hands the deviations to the listener, with their paths. Called once, after the last token.</summary>
    internal readonly void Report()
    {
        if (_deviations is not null)
        {
            _deviations.Report(Body, _options);
        }
    }
}
