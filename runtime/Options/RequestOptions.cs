using ClerkGen.Http;
using ClerkGen.Options;

namespace ClerkGen;

/// <summary>What one call does differently from its client. Can be shared between calls once it is set up; then thread-safe.</summary>
public sealed class RequestOptions
{
    private Dictionary<string, string>? _headers;

    /// <summary>Creates options that change nothing.</summary>
    public RequestOptions()
    {
    }

    /// <summary>The same options for one call whose answer is taken as it comes.</summary>
    internal RequestOptions(RequestOptions? options, AnswerReceiver receiver)
    {
        Timeout = options?.Timeout;
        AttemptTimeout = options?.AttemptTimeout;
        MaxRetries = options?.MaxRetries;
        IsIdempotent = options?.IsIdempotent == true;
        IdempotencyKey = options?.IdempotencyKey;
        MaxReconnects = options?.MaxReconnects ?? 0;
        _headers = options?._headers;
        Receiver = receiver;
    }

    /// <summary>
    /// Time for the whole call, with its waits and retries; null for the client's. More than zero, or <see
    /// cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a time to wait.</exception>
    public TimeSpan? Timeout { get; init => field = value is TimeSpan given ? ClientSettings.CheckTimeout(given, nameof(Timeout)) : null; }

    /// <summary>
    /// Time for one attempt; null for the client's. More than zero, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a time to wait.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        init => field = value is TimeSpan given ? ClientSettings.CheckTimeout(given, nameof(AttemptTimeout)) : null;
    }

    /// <summary>How often the call may be repeated after its first attempt, 0 to 10; null for the client's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? MaxRetries { get; init => field = value is int given ? ClientSettings.CheckMaxRetries(given, nameof(MaxRetries)) : null; }

    /// <summary>
    /// Whether doing it twice is the same as doing it once. Then a call that is not GET or HEAD is also repeated after failures
    /// that leave its outcome unknown. Only the caller can know; false if not said.
    /// </summary>
    public bool IsIdempotent { get; init; }

    /// <summary>
    /// Key under which the server recognises a repeated request, sent as <c>Idempotency-Key</c>. The call then counts as
    /// idempotent. Only for servers that honor the field. Where the document declares the field, a call without a key gets one of its own.
    /// </summary>
    /// <exception cref="ArgumentException">The value cannot stand in a header.</exception>
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

    /// <summary>
    /// How often in a row an event stream that ended or broke is requested again, with <c>Last-Event-ID</c> and after the time that the
    /// server asks for (3 s when it does not say). Each event begins the count anew; status 204 and <c>[DONE]</c> end the stream. 0, the
    /// default, requests it once. Only for the method that returns the stream itself, and only where the operation may run twice.
    /// </summary>
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

    /// <summary>Further header fields: <c>new() { Headers = { ["X-Tenant"] = "a" } }</c>. Checked when the call is made.</summary>
    public IDictionary<string, string> Headers => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the answer as it comes, or null.</summary>
    internal AnswerReceiver? Receiver { get; }

    /// <summary>The further header fields, or null for none.</summary>
    internal Dictionary<string, string>? HeadersOrNull => _headers;

    /// <summary>Prints no header values.</summary>
    public override string ToString() => nameof(RequestOptions);
}
