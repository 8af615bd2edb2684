using ClerkGen.Http;
using ClerkGen.Options;

namespace ClerkGen;

/// <summary>Overrides the client's options for one call.</summary>
/// <remarks>Thread-safe once it is set up, so calls can share it.</remarks>
public sealed class RequestOptions
{
    private Dictionary<string, string>? _headers;

    /// <summary>Creates options that override nothing.</summary>
    public RequestOptions()
    {
    }

    /// <summary>The same options for one call whose response is taken as it comes.</summary>
    internal RequestOptions(RequestOptions? options, AnswerReceiver receiver)
    {
        Timeout = options?.Timeout;
        AttemptTimeout = options?.AttemptTimeout;
        MaxRetries = options?.MaxRetries;
        IsIdempotent = options?.IsIdempotent == true;
        IdempotencyKey = options?.IdempotencyKey;
        MaxReconnects = options?.MaxReconnects ?? 0;
        Credential = options?.Credential;
        CancellationToken = options?.CancellationToken ?? default;
        _headers = options?._headers;
        Receiver = receiver;
    }

    /// <summary>Gets the time limit of the whole call, with its waits and retries. Default: null, for the client's.</summary>
    /// <value>More than zero, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a valid time limit.</exception>
    public TimeSpan? Timeout { get; init => field = value is TimeSpan given ? ClientSettings.CheckTimeout(given, nameof(Timeout)) : null; }

    /// <summary>Gets the time limit of one attempt. Default: null, for the client's.</summary>
    /// <value>More than zero, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a valid time limit.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        init => field = value is TimeSpan given ? ClientSettings.CheckTimeout(given, nameof(AttemptTimeout)) : null;
    }

    /// <summary>Gets how often the call may be repeated after its first attempt. Default: null, for the client's.</summary>
    /// <value>0 to 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? MaxRetries { get; init => field = value is int given ? ClientSettings.CheckMaxRetries(given, nameof(MaxRetries)) : null; }

    /// <summary>Gets whether repeating the call has the same effect as one call. Default: false.</summary>
    /// <remarks>
    /// If true, a call that is not GET or HEAD is also repeated after failures that leave its outcome unknown. Only the caller can know.
    /// </remarks>
    public bool IsIdempotent { get; init; }

    /// <summary>Gets the key by which the server recognises a repeated request, sent as <c>Idempotency-Key</c>.</summary>
    /// <remarks>
    /// The call then counts as idempotent. Set it only if the server supports the field. Where the document declares the field, a call
    /// without a key gets one automatically.
    /// </remarks>
    /// <exception cref="ArgumentException">The value is not valid in a header.</exception>
    public string? IdempotencyKey
    {
        get;
        init
        {
            if (value is not null)
            {
                HeaderRules.CheckValue("Idempotency-Key", value);
            }

            field = value;
        }
    }

    /// <summary>Gets how often in a row an event stream that ended or broke is requested again. Default: 0, which requests it once.</summary>
    /// <value>Zero or more.</value>
    /// <remarks>
    /// The request has <c>Last-Event-ID</c> and is sent after the time that the server asks for: at least 0.25 s, by default 3 s. Each event
    /// restarts the count. Status 204 and <c>[DONE]</c> end the stream. Applies only to the method that returns the stream itself, and only to
    /// operations that may run twice.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxReconnects
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Gets the credential of this call, sent in place of the client's. Null sends the client's.</summary>
    /// <remarks>
    /// For servers with several tenants, and operations that need another key. If an operation needs several credentials at once, it is the one that
    /// the client has none for. Basic credentials are <c>user:password</c>. Operations without security are sent without it.
    /// </remarks>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string? Credential
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Credential));
            }

            field = value;
        }
    }

    /// <summary>Gets the token that was given in place of options.</summary>
    internal CancellationToken CancellationToken { get; private init; }

    /// <summary>Creates options that only cancel the call: <c>GetAsync(id, cancellationToken)</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static implicit operator RequestOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>Creates options that only cancel the call.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static RequestOptions FromCancellationToken(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken };

    /// <summary>Gets further header fields: <c>new() { Headers = { ["X-Tenant"] = "a" } }</c>. They are checked when the call is made.</summary>
    public IDictionary<string, string> Headers => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the response as it comes, or null.</summary>
    internal AnswerReceiver? Receiver { get; }

    /// <summary>The further header fields, or null for none.</summary>
    internal Dictionary<string, string>? HeadersOrNull => _headers;

    /// <summary>Returns the type's name. Header values are never printed.</summary>
    public override string ToString() => nameof(RequestOptions);
}
