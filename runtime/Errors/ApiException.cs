using System.Net;
using ClerkGen.Errors;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The exception that is thrown when a call fails.</summary>
/// <remarks>
/// The message contains status, operation, error codes, trace id and attempts, and what to do next. It never contains a credential, a
/// header's value, an argument or the body, so it is safe to log. <see cref="ResponseText"/> contains the server's text.
/// </remarks>
public class ApiException : Exception
{
    private readonly ApiErrorContext _context;
    private readonly string? _message;

    /// <summary>Creates the exception that a failed call would throw, for tests of your own code.</summary>
    /// <param name="statusCode">Status of the response.</param>
    /// <param name="message">The message, or null for the usual one.</param>
    public ApiException(HttpStatusCode statusCode, string? message = null)
    {
        _context = new ApiErrorContext { StatusCode = statusCode, Attempts = 1 };
        _message = message;
    }

    /// <summary>Creates the exception of a failed call.</summary>
    /// <param name="context">Details of the call.</param>
    /// <param name="innerException">The cause, or null. Its message must be safe to log too.</param>
    public ApiException(ApiErrorContext context, Exception? innerException = null)
        : base(null, innerException)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <summary>Gets the status of the response, or null if there was none.</summary>
    public HttpStatusCode? StatusCode => _context.StatusCode;

    /// <summary>Gets the header fields of the response; empty if there was none.</summary>
    public ApiHeaders Headers => _context.Headers;

    /// <summary>Gets the id that the server gave the request (<c>X-Request-Id</c> and similar fields), or null.</summary>
    public string? RequestId => _context.Headers.RequestId;

    /// <summary>Gets the id by which the server's operator finds the call, or null.</summary>
    public virtual string? TraceId => _context.TraceId;

    /// <summary>Gets the operation's id in the OpenAPI document, or null.</summary>
    public string? OperationId => _context.OperationId;

    /// <summary>Gets the operation's HTTP method, or null.</summary>
    public string? Method => _context.Method;

    /// <summary>Gets the operation's path as in the document, without values, or null.</summary>
    public string? PathTemplate => _context.PathTemplate;

    /// <summary>Gets how often sending was tried: 1 without a retry, 0 if nothing was tried.</summary>
    public int Attempts => _context.Attempts;

    /// <summary>Gets whether the server may have carried out the request, although no clear response arrived.</summary>
    /// <remarks>The request could change something and was delivered, at least in part. Check the outcome before you repeat it.</remarks>
    public bool IsOutcomeUnknown => _context.IsOutcomeUnknown;

    /// <summary>Gets how long the server asked to wait before the next request (<c>Retry-After</c>), or null.</summary>
    public TimeSpan? RetryAfter => _context.RetryAfter;

    /// <summary>Gets how many requests the server still accepts, or null if the response has no rate limit.</summary>
    public ApiRateLimit? RateLimit => _context.Headers.RateLimit;

    /// <summary>Gets the kind of problem, in words (<c>title</c> of RFC 9457), or null.</summary>
    /// <remarks>
    /// Set whenever the body is problem details, even if the document does not describe them. Like <see cref="Detail"/>, <see cref="Type"/>
    /// and <see cref="Instance"/>, it is the server's text and never part of the message.
    /// </remarks>
    public string? Title => _context.Problem?.Title;

    /// <summary>Gets the explanation of this occurrence (<c>detail</c> of RFC 9457), or null.</summary>
    public string? Detail => _context.Problem?.Detail;

    /// <summary>Gets a URI reference that identifies the kind of problem (<c>type</c> of RFC 9457), or null.</summary>
    public string? Type => _context.Problem?.Type;

    /// <summary>Gets a URI reference that identifies this occurrence (<c>instance</c> of RFC 9457), or null.</summary>
    public string? Instance => _context.Problem?.Instance;

    /// <summary>Gets the error codes in the body (<c>errors[].code</c>, <c>code</c>, <c>error</c>, <c>type</c>) that are plain words.</summary>
    public IReadOnlyList<string> ErrorCodes => _context.ErrorCodes;

    /// <summary>Gets the start of the response's body as text, or null. It can contain personal data and is never part of the message.</summary>
    /// <remarks>At most <see cref="ApiClientOptions.MaxErrorTextLength"/> characters. Credentials that the server repeats are masked.</remarks>
    public string? ResponseText => _context.ResponseText;

    /// <inheritdoc/>
    public override string Message => _message ?? ErrorMessage.Of(_context, Cause, NextStep);

    /// <summary>The failure as part of a sentence, or null if the status is enough.</summary>
    private protected virtual string? Cause => null;

    /// <summary>The next step, as a sentence, or null if the status decides it.</summary>
    private protected virtual string? NextStep => null;
}
