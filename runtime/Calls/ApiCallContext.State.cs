using System.Diagnostics;
using System.Net;
using ClerkGen.Calls;
using ClerkGen.Errors;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Paging;
using ClerkGen.Requests;
using ClerkGen.Security;
using ClerkGen.Streaming;

namespace ClerkGen;

public abstract partial class ApiCallContext
{
    private readonly long _started;
    private long _attemptStarted;
    private AttemptCancellation? _cancellation;
    private SentCredential[] _sent = [];
    private HttpResponseMessage? _taken;
    private ResponseStream? _stream;

    internal ApiOperationGroup Group { get; }

    internal CallPipeline Pipeline => Group.Pipeline;

    internal ClientSettings Settings => Pipeline.Settings;

    internal ApiOperation Operation { get; }

    internal ApiRequest Request { get; }

    internal RequestOptions? Options { get; }

    internal CancellationToken CallerToken { get; }

    internal ServerAddress Server { get; }

    /// <summary>How far the current attempt has come.</summary>
    internal AttemptStage Stage { get; set; }

    /// <summary>The content of the current attempt, or null for none.</summary>
    internal RequestContent? Content { get; set; }

    /// <summary>The answer of the current attempt, or null.</summary>
    internal HttpResponseMessage? Response { get; set; }

    /// <summary>Whether the caller wants the header fields of a success.</summary>
    internal bool WantsHeaders { get; init; }

    /// <summary>Header fields of the success, when they are wanted.</summary>
    internal ApiHeaders Headers { get; private set; } = ApiHeaders.Empty;

    /// <summary>Status of the last answer; 0 when there was none.</summary>
    internal int Status { get; private set; }

    /// <summary>Whether the server may have got the current attempt's request, at least in part.</summary>
    internal bool WasDelivered => Stage != AttemptStage.Preparing && (Content is null || HasForeignContent || Content.HasBegun);

    /// <summary>Whether a hook put content of its own into the current attempt's request.</summary>
    internal bool HasForeignContent { get; set; }

    /// <summary>Whether an attempt may have changed something without a clear answer.</summary>
    internal bool WasAmbiguous { get; set; }

    /// <summary>Whether doing it twice is the same as doing it once.</summary>
    internal bool IsRepeatable => Operation.IsSafe || Options is { IsIdempotent: true } or { IdempotencyKey: not null };

    /// <summary>Credentials that were sent, to be masked in what comes back; null for none.</summary>
    private List<string>? Secrets
    {
        get
        {
            List<string>? secrets = null;
            foreach (SentCredential sent in _sent)
            {
                if (secrets is null || !secrets.Contains(sent.Text))
                {
                    (secrets ??= []).Add(sent.Text);
                }
            }

            return secrets;
        }
    }

    /// <summary>The credentials that were sent, a scheme perhaps several times.</summary>
    internal ReadOnlySpan<SentCredential> SentCredentials => _sent;

    /// <summary>What the last retry took from the budget; given back when the call succeeds.</summary>
    internal int RetryCost { get; set; }

    /// <summary>Time for the whole call.</summary>
    internal TimeSpan Timeout => Options?.Timeout ?? Settings.Timeout;

    /// <summary>Time for one attempt.</summary>
    internal TimeSpan AttemptTimeout =>
        Settings.HandlesRetries ? Options?.AttemptTimeout ?? Settings.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>How often the call may be repeated.</summary>
    internal int MaxRetries => Settings.HandlesRetries ? Options?.MaxRetries ?? Settings.MaxRetries : 0;

    /// <summary>Whether the current attempt ended because its time was over.</summary>
    internal bool IsTimedOut => _cancellation is { Token.IsCancellationRequested: true } && !CallerToken.IsCancellationRequested;

    /// <summary>Whether the time of the current attempt is the rest of the call's.</summary>
    internal bool IsLimitedByCall { get; private set; }

    /// <summary>How long the call has been going on.</summary>
    internal TimeSpan Elapsed => Settings.TimeProvider.GetElapsedTime(_started);

    /// <summary>How long the attempt has been going on.</summary>
    internal TimeSpan AttemptElapsed => Settings.TimeProvider.GetElapsedTime(_attemptStarted);

    /// <summary>What is left of the call's time.</summary>
    internal TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - Elapsed;

    /// <summary>Whether an attempt is under way.</summary>
    internal bool IsAttempting { get; private set; }

    /// <summary>Span of the attempt, or null.</summary>
    internal Activity? Activity { get; set; }

    /// <summary>Whether the caller wants to tell this answer from others.</summary>
    internal bool WantsFingerprint { get; init; }

    /// <summary>A hash of the items in the success's body, when it is wanted.</summary>
    internal Guid Fingerprint { get; private set; }

    /// <summary>Reads the value of a success.</summary>
    internal abstract void ReadValue();

    /// <summary>Begins the next attempt.</summary>
    /// <returns>Ends with the attempt's time, the call's, or the caller's cancellation.</returns>
    internal CancellationToken BeginAttempt()
    {
        CallerToken.ThrowIfCancellationRequested();
        Attempt++;
        Stage = AttemptStage.Preparing;
        HasForeignContent = false;
        IsAttempting = true;
        Status = 0;
        TimeSpan limit = AttemptTimeout;
        TimeSpan remaining = Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout;
        if (Attempt == 1)
        {
            // The call has just begun: no need to ask for the time again.
            _attemptStarted = _started;
        }
        else
        {
            _attemptStarted = Settings.TimeProvider.GetTimestamp();
            remaining = Remaining;
        }

        IsLimitedByCall = limit == System.Threading.Timeout.InfiniteTimeSpan || remaining <= limit;
        if (IsLimitedByCall)
        {
            limit = remaining == TimeSpan.MaxValue ? System.Threading.Timeout.InfiniteTimeSpan : remaining;
        }

        _cancellation = AttemptCancellation.Begin(limit, Settings.TimeProvider, Pipeline.Transport.IsOwn, CallerToken);
        return _cancellation.Token;
    }

    /// <summary>Remembers a credential that was sent.</summary>
    internal void Sent(ApiSecurityScheme scheme, string text)
    {
        foreach (SentCredential sent in _sent)
        {
            if (ReferenceEquals(sent.Scheme, scheme) && sent.Text == text)
            {
                return;
            }
        }

        Array.Resize(ref _sent, _sent.Length + 1);
        _sent[^1] = new SentCredential(scheme, text);
    }

    /// <summary>Keeps the answer's status, and its header fields when they are wanted.</summary>
    internal void Receive(HttpResponseMessage response)
    {
        Response = response;
        Status = (int)response.StatusCode;
        Stage = AttemptStage.Reading;
        if (WantsHeaders && response.IsSuccessStatusCode)
        {
            Headers = ApiHeaders.Of(response, Secrets);
        }
    }

    /// <summary>Lets go of what the attempt holds. An answer is disposed of, so that its connection is free again.</summary>
    internal void EndAttempt(bool isAtRest)
    {
        IsAttempting = false;
        Activity = null;
        Response?.Dispose();
        Response = null;
        ReleaseBody();
        _cancellation?.End(isAtRest);
        _cancellation = null;
    }

    /// <summary>Lets go of the request's body, when no attempt can still be reading it.</summary>
    internal void End()
    {
        if (!Request.KeepsBody)
        {
            Request.Body?.Close();
        }
    }

    /// <summary>Lets go of an answer that was taken over by a value which the caller never gets, because the call failed after all.</summary>
    internal void DropTaken() => _stream?.Dispose();

    /// <summary>Hashes the body's items, when that is wanted.</summary>
    internal void TakeFingerprint()
    {
        if (WantsFingerprint)
        {
            Fingerprint = PageFingerprint.Of(Body.Span);
        }
    }

    /// <summary>Takes answer and cancellation over to a stream, so that the attempt's end does not close them.</summary>
    internal (HttpResponseMessage Response, AttemptCancellation Cancellation) TakeResponse()
    {
        (HttpResponseMessage, AttemptCancellation) taken = (Response!, _cancellation!);
        _taken = Response;
        Response = null;
        _cancellation = null;
        return taken;
    }

    /// <summary>The body as a stream that the caller disposes of.</summary>
    internal ResponseStream TakeStream() => _stream = new(this);

    /// <summary>What is known about the call, for an exception.</summary>
    internal ApiErrorContext CreateErrorContext(bool isOutcomeUnknown)
    {
        List<string>? secrets = Secrets;
        HttpResponseMessage? response = Response ?? _taken;
        ApiHeaders headers = response is null ? ApiHeaders.Empty : ApiHeaders.Of(response, secrets);
        (IReadOnlyList<string> codes, string? traceId) = Status is 0 or (>= 200 and < 300) ? ([], null) : ErrorCodes.Of(Body, secrets);
        traceId ??= headers.TraceId;
        return new ApiErrorContext
        {
            OperationId = OperationId,
            Method = Method,
            PathTemplate = PathTemplate,
            StatusCode = Status == 0 ? null : (HttpStatusCode)Status,
            Headers = headers,
            ResponseText = ErrorText(secrets),
            Attempts = Attempt,
            IsOutcomeUnknown = isOutcomeUnknown,
            RetryAfter = response is null ? null : RetryAfter.Of(response, Settings.TimeProvider),
            ErrorCodes = codes,
            TraceId = traceId is not null && SecretMask.Apply(traceId, secrets) == traceId ? traceId : null,
        };
    }
}
