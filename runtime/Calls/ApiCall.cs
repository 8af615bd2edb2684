using System.Diagnostics;
using System.Net;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Options;
using ClerkGen.Requests;
using ClerkGen.Responses;
using ClerkGen.Retries;
using ClerkGen.Security;
using ClerkGen.Transport;

namespace ClerkGen.Calls;

/// <summary>The state of one call: its request, its times, and the attempt that is under way.</summary>
internal abstract class ApiCall : ApiCallContext, IAnsweredCall, ISentCall
{
    /// <summary>How long a handler that hedges may take to cancel the requests whose responses it no longer needs.</summary>
    private static readonly TimeSpan HandoverLimit = TimeSpan.FromSeconds(5);

    private long _started;
    private long _attemptStarted;
    private int _attempt;
    private int _sends;
    private short _repeats;
    private TaskCompletionSource<HttpResponseMessage?>? _sending;
    private AttemptCancellation? _cancellation;
    private string? _idempotencyKey;

    private protected ApiCall(
        CallPipeline pipeline,
        ICallHooks group,
        ApiOperation operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        Pipeline = pipeline;
        Group = group;
        Operation = operation;
        Request = request;
        Options = options;
        CallerToken = TokenOf(options, cancellationToken);
    }

    /// <summary>Starts the call's time, with the client's values of parameters that the caller did not set.</summary>
    /// <exception cref="InvalidOperationException">A parameter has no value.</exception>
    /// <exception cref="ArgumentException">A header cannot contain a value, or the operation's own server cannot be an address.</exception>
    internal void Begin()
    {
        Request = Settings.Complete(Request, Operation.Id);
        _ = Server;
        _started = ClientOptions.TimeProvider.GetTimestamp();
    }

    /// <inheritdoc/>
    public override string ApiName => Settings.Description.Name;

    /// <inheritdoc/>
    public override string OperationId => Operation.Id;

    /// <inheritdoc/>
    public override string Method => Operation.Method.Method;

    /// <inheritdoc/>
    public override string PathTemplate => Operation.PathTemplate;

    /// <inheritdoc/>
    public override int Attempt => _attempt;

    /// <inheritdoc/>
    public ApiCallContext Context => this;

    /// <inheritdoc/>
    public ApiClientOptions ClientOptions => Settings.Options;

    /// <inheritdoc/>
    public string Accept => Operation.Accept;

    /// <inheritdoc/>
    public bool AsksForPart => Message?.Headers.NonValidated.Contains("Range") == true;

    /// <inheritdoc/>
    public int Sends => _attempt + _repeats + (IsAttempting ? RepeatsOfHandlers : 0);

    /// <inheritdoc/>
    public bool IsSafe => Operation.IsSafe;

    /// <inheritdoc/>
    public bool IsChecked { get; set; }

    /// <inheritdoc/>
    public bool HasOwnTransport => Pipeline.Transport.IsOwn;

    /// <inheritdoc/>
    public CancellationToken CallerToken { get; }

    /// <inheritdoc/>
    public List<string>? Secrets => SentCredential.TextsOf(Sent);

    internal CallPipeline Pipeline { get; }

    /// <summary>Hooks of the operation's group.</summary>
    internal ICallHooks Group { get; }

    internal ClientSettings Settings => Pipeline.Settings;

    internal ApiOperation Operation { get; }

    internal ApiRequest Request { get; private set; }

    internal RequestOptions? Options { get; }

    /// <exception cref="ArgumentException">The operation's own server cannot be an address.</exception>
    internal ServerAddress Server => Settings.ServerOf(Operation.Server);

    /// <summary>Takes the response as it comes, or null.</summary>
    internal RawAnswer? Raw => Options?.Receiver as RawAnswer;

    /// <summary>Where the call goes, without credentials.</summary>
    internal string Url => Request.UrlOn(Server.Text);

    /// <summary>How far the current attempt has come.</summary>
    internal AttemptStage Stage { get; set; }

    /// <summary>An exception that a test must see as it is: a stub lacks a response, or differs from the document. Else null.</summary>
    internal Exception? Revealed { get; private set; }

    /// <summary>The content of the current attempt, or null for none.</summary>
    internal RequestContent? Content { get; set; }

    /// <summary>The request of the current attempt, or of the last one.</summary>
    internal HttpRequestMessage? Message { get; set; }

    /// <summary>The response of the current attempt, or of the last one, or null.</summary>
    internal ResponseBody? Response { get; private set; }

    /// <summary>Whether the caller wants the header fields of a success.</summary>
    internal bool WantsHeaders { get; init; }

    /// <summary>Header fields of the success, when they are wanted.</summary>
    internal ApiHeaders Headers { get; private set; } = ApiHeaders.Empty;

    /// <summary>Status of the last response; 0 when there was none.</summary>
    internal int Status => Response?.Status ?? 0;

    /// <summary>Whether the server may have got the current attempt's request, at least in part.</summary>
    internal bool WasDelivered => Stage != AttemptStage.Preparing && (Content is null || HasForeignContent || Content.HasBegun);

    /// <summary>
    /// Whether handlers may send the request of an attempt more than once. They may if the host decides, or if repeating does no harm. The
    /// platform's own handler may too, because it knows when a server received nothing.
    /// </summary>
    internal bool MayBeRepeatedByHandlers => IsRepeatable || !Settings.HandlesRetries || Pipeline.Transport.IsOwn;

    /// <summary>Whether a hook replaced the content of the current attempt's request.</summary>
    internal bool HasForeignContent { get; set; }

    /// <summary>Whether an attempt may have changed something without a clear response.</summary>
    internal bool WasAmbiguous { get; set; }

    /// <summary>Whether doing it twice is the same as doing it once.</summary>
    internal bool IsRepeatable => Operation.IsSafe || Operation.HasIdempotencyKey || Options is { IsIdempotent: true } or { IdempotencyKey: not null };

    /// <summary>The key of this call where its operation has one and none is given: the same in each attempt.</summary>
    internal string IdempotencyKey => _idempotencyKey ??= Guid.NewGuid().ToString();

    /// <summary>The credentials that were sent, a scheme perhaps several times; null for none.</summary>
    internal SentCredential? Sent { get; set; }

    /// <summary>Tokens that the last retry took from the budget. They are returned when the call succeeds.</summary>
    internal short RetryCost { get; set; }

    /// <summary>Time for the whole call.</summary>
    internal TimeSpan Timeout => Options?.Timeout ?? ClientOptions.Timeout;

    /// <summary>Time for one attempt.</summary>
    internal TimeSpan AttemptTimeout =>
        Settings.HandlesRetries ? Options?.AttemptTimeout ?? ClientOptions.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>How often the call may be repeated.</summary>
    internal int MaxRetries => Settings.HandlesRetries ? Options?.MaxRetries ?? ClientOptions.MaxRetries : 0;

    /// <summary>Whether the current attempt ended because its time was over.</summary>
    internal bool IsTimedOut => _cancellation is { Token.IsCancellationRequested: true } && !CallerToken.IsCancellationRequested;

    /// <summary>Whether the time of the current attempt is the rest of the call's.</summary>
    internal bool IsLimitedByCall { get; private set; }

    /// <summary>How long the call has been going on.</summary>
    internal TimeSpan Elapsed => ClientOptions.TimeProvider.GetElapsedTime(_started);

    /// <summary>How long the attempt has been going on.</summary>
    internal TimeSpan AttemptElapsed => ClientOptions.TimeProvider.GetElapsedTime(_attemptStarted);

    /// <summary>Time that remains for the call.</summary>
    internal TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - Elapsed;

    /// <summary>Whether an attempt is under way.</summary>
    internal bool IsAttempting { get; private set; }

    /// <summary>Span of the attempt, or null.</summary>
    internal Activity? Activity { get; set; }

    /// <summary>Whether handlers of the host sent the current attempt's request more than once.</summary>
    internal bool WasRepeatedByHandlers => RepeatsOfHandlers > 0;

    // A registered handler counts what it sends. Without one, only content does.
    private int RepeatsOfHandlers
    {
        get
        {
            int sends = Volatile.Read(ref _sends);
            return Math.Max(0, (sends > 0 ? sends : Pipeline.Transport.IsOwn ? 0 : Content?.Sends ?? 0) - 1);
        }
    }

    /// <summary>Reads the value of a success.</summary>
    internal abstract void ReadValue(ResponseBody response);

    /// <summary>Starts the next attempt.</summary>
    /// <returns>Ends with the attempt's time, the call's, or the caller's cancellation.</returns>
    internal CancellationToken BeginAttempt()
    {
        CallerToken.ThrowIfCancellationRequested();
        _attempt++;
        Stage = AttemptStage.Preparing;
        HasForeignContent = false;
        IsAttempting = true;
        Response = null;
        Content = null;
        _sending = null;
        _sends = 0;
        TimeSpan limit = AttemptTimeout;
        TimeSpan remaining = Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout;
        if (_attempt == 1)
        {
            // The call has just begun: no need to ask for the time again.
            _attemptStarted = _started;
        }
        else
        {
            _attemptStarted = ClientOptions.TimeProvider.GetTimestamp();
            remaining = Remaining;
        }

        IsLimitedByCall = limit == System.Threading.Timeout.InfiniteTimeSpan || remaining <= limit;
        if (IsLimitedByCall)
        {
            limit = remaining == TimeSpan.MaxValue ? System.Threading.Timeout.InfiniteTimeSpan : remaining;
        }

        _cancellation = AttemptCancellation.Begin(limit, ClientOptions.TimeProvider, Pipeline.Transport.IsOwn, CallerToken);
        return _cancellation.Token;
    }

    /// <summary>Keeps the response, and its header fields when they are wanted.</summary>
    internal ResponseBody Receive(HttpResponseMessage response)
    {
        Response = new ResponseBody(this, response);
        Stage = AttemptStage.Handing;
        if (WantsHeaders && response.IsSuccessStatusCode)
        {
            Headers = Response.CopyHeaders(Secrets);
        }

        return Response;
    }

    /// <inheritdoc/>
    public async ValueTask BeginSendAsync(CancellationToken cancellationToken)
    {
        if (Settings.HandlesRetries)
        {
            var sending = new TaskCompletionSource<HttpResponseMessage?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _sending, sending, null) is TaskCompletionSource<HttpResponseMessage?> first)
            {
                await RefuseAsync(first.Task, cancellationToken).ConfigureAwait(false);
            }
        }

        Interlocked.Increment(ref _sends);
        Content?.AllowRepeats();
    }

    /// <summary>
    /// Refuses a request that was sent before. A handler that hedges runs both in parallel, and cancels this one after it took the response
    /// to the first. An earlier refusal could overtake the response.
    /// </summary>
    private static async Task RefuseAsync(Task<HttpResponseMessage?> first, CancellationToken cancellationToken)
    {
        bool isHedged = !first.IsCompleted;
        HttpResponseMessage? answer = await first.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (isHedged && answer is not null && (int)answer.StatusCode is < 500 and not (408 or 429))
        {
            await Task.Delay(HandoverLimit, cancellationToken).ConfigureAwait(false);
        }

        throw new RepeatedRequestException();
    }

    /// <summary>Lets the exception of a stub reach the test unchanged.</summary>
    /// <returns>The exception.</returns>
    internal Exception Reveal(Exception exception) => Revealed = exception;

    /// <inheritdoc/>
    public bool IsLike(HttpRequestMessage request) => request.Method == Operation.Method && ServerAddress.IsSame(request.RequestUri, Message?.RequestUri);

    /// <inheritdoc/>
    public void EndSend(HttpResponseMessage? response) => _sending?.TrySetResult(response);

    /// <summary>
    /// Takes the response that a handler of the host dropped in order to send the request again, which was refused. Its body is gone.
    /// </summary>
    /// <returns>Whether there was one, and it was no success.</returns>
    internal bool TryReceiveDropped()
    {
        if (Response is null
            && _sending is { Task: { IsCompletedSuccessfully: true, Result: HttpResponseMessage { IsSuccessStatusCode: false } dropped } })
        {
            Receive(dropped);
        }

        return Response is not null;
    }

    /// <summary>Takes the response that a handler threw an exception about, if a registered handler saw it. Its body may be gone.</summary>
    internal void ReceiveSeen()
    {
        if (Response is null && _sending is { Task: { IsCompletedSuccessfully: true, Result: HttpResponseMessage seen } })
        {
            Receive(seen);
        }
    }

    /// <summary>Takes the status that a handler put into an exception as the response, if nobody saw the response itself.</summary>
    internal void ReceiveStatus(HttpStatusCode status)
    {
        ReceiveSeen();
        if (Response is null || Status != (int)status)
        {
            Receive(new HttpResponseMessage(status));
        }
    }

    /// <summary>The outcome of the current attempt, for retry rules and messages.</summary>
    internal AttemptOutcome OutcomeOf(AttemptFailure failure) => new(failure)
    {
        Status = Status,
        IsSafe = Operation.IsSafe,
        IsRepeatable = IsRepeatable,
        WasDelivered = WasDelivered,
        IsLimitedByCall = IsLimitedByCall,
    };

    /// <summary>Releases the attempt's resources.</summary>
    internal void EndAttempt(bool isAtRest)
    {
        _repeats = (short)Math.Min(short.MaxValue, _repeats + RepeatsOfHandlers);
        IsAttempting = false;
        Activity = null;
        Response?.End();
        _cancellation?.End(isAtRest);
        _cancellation = null;
    }

    // Two tokens are rare, and a stream may need both long after the call: they end with their sources.
    private static CancellationToken TokenOf(RequestOptions? options, CancellationToken cancellationToken)
    {
        LinkedTokens.Both(cancellationToken, options?.CancellationToken ?? default, out CancellationToken token);
        return token;
    }

    /// <summary>Releases the request's body if no attempt can still be reading it.</summary>
    internal void End()
    {
        if (!Request.KeepsBody)
        {
            Request.Body?.Close();
        }
    }

    /// <inheritdoc/>
    public AttemptCancellation TakeCancellation()
    {
        AttemptCancellation cancellation = _cancellation!;
        _cancellation = null;
        return cancellation;
    }

    /// <summary>Facts about the call, for an exception.</summary>
    internal ApiErrorContext CreateErrorContext(bool isOutcomeUnknown) => Response is null
        ? new ApiErrorContext(this, Sends) { IsOutcomeUnknown = isOutcomeUnknown }
        : Response.CreateErrorContext(isOutcomeUnknown);
}
