using System.Net;
using ClerkGen.Errors;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// A call that failed. The message names status, operation, error codes, trace id and attempts, and says what to do next; it
/// never holds a credential, a header's value, an argument or the body, so it is safe to log. What the server wrote stands in
/// <see cref="ResponseText"/>.
/// </summary>
public class ApiException : Exception
{
    private readonly ApiErrorContext _context;
    private readonly string? _message;

    /// <summary>Makes an exception as a failed call would, for tests of the caller's own code.</summary>
    /// <param name="statusCode">Status of the answer.</param>
    /// <param name="message">The message, or null for the usual one.</param>
    public ApiException(HttpStatusCode statusCode, string? message = null)
    {
        _context = new ApiErrorContext { StatusCode = statusCode, Attempts = 1 };
        _message = message;
    }

    /// <summary>Makes the exception of a failed call.</summary>
    /// <param name="context">What is known about the call.</param>
    /// <param name="innerException">The cause, or null. Its message must be safe to log too.</param>
    public ApiException(ApiErrorContext context, Exception? innerException = null)
        : base(null, innerException)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <summary>Status of the answer, or null when there was none.</summary>
    public HttpStatusCode? StatusCode => _context.StatusCode;

    /// <summary>Header fields of the answer; empty when there was none.</summary>
    public ApiHeaders Headers => _context.Headers;

    /// <summary>Id that the server gave the request (<c>X-Request-Id</c> and the like), or null.</summary>
    public string? RequestId => _context.Headers.RequestId;

    /// <summary>Id under which the server's operator finds the call, or null.</summary>
    public virtual string? TraceId => _context.TraceId;

    /// <summary>Id of the operation in the OpenAPI document, or null.</summary>
    public string? OperationId => _context.OperationId;

    /// <summary>HTTP method of the operation, or null.</summary>
    public string? Method => _context.Method;

    /// <summary>Path of the operation as the document writes it, without values, or null.</summary>
    public string? PathTemplate => _context.PathTemplate;

    /// <summary>How often the request was sent, or tried to be: 1 without a retry, 0 when nothing was tried.</summary>
    public int Attempts => _context.Attempts;

    /// <summary>
    /// Whether the server may have done what was asked, and nobody knows: the request could change something and was
    /// delivered, at least in part, without a clear answer. Look before you repeat it.
    /// </summary>
    public bool IsOutcomeUnknown => _context.IsOutcomeUnknown;

    /// <summary>How long the server asked to wait before the next request (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter => _context.RetryAfter;

    /// <summary>How many requests the server still takes, or null when the answer does not say.</summary>
    public ApiRateLimit? RateLimit => _context.Headers.RateLimit;

    /// <summary>
    /// What kind of problem it is, in words (<c>title</c> of RFC 9457), or null. Given whenever the body is problem details, also when
    /// the document does not describe it. Like the other three, it is what the server wrote and never part of the message.
    /// </summary>
    public string? Title => _context.Problem?.Title;

    /// <summary>What is wrong this time (<c>detail</c> of RFC 9457), or null.</summary>
    public string? Detail => _context.Problem?.Detail;

    /// <summary>A URI reference that names the kind of problem (<c>type</c> of RFC 9457), or null.</summary>
    public string? Type => _context.Problem?.Type;

    /// <summary>A URI reference that names this occurrence (<c>instance</c> of RFC 9457), or null.</summary>
    public string? Instance => _context.Problem?.Instance;

    /// <summary>
    /// Error codes that the body gives (<c>errors[].code</c>, <c>code</c>, <c>error</c>, <c>type</c>) as far as they are plain
    /// words; empty for none.
    /// </summary>
    public IReadOnlyList<string> ErrorCodes => _context.ErrorCodes;

    /// <summary>
    /// Start of the answer's body as text, at most <see cref="ApiClientOptions.MaxErrorTextLength"/> characters, or null. It is
    /// what the server wrote and can hold personal data; credentials that it repeats are masked. Never part of the message.
    /// </summary>
    public string? ResponseText => _context.ResponseText;

    /// <inheritdoc/>
    public override string Message => _message ?? ErrorMessage.Of(_context, Cause);

    /// <summary>What went wrong, as the middle of a sentence, or null when the status says it.</summary>
    private protected virtual string? Cause => null;
}
