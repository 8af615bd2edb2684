namespace ClerkGen.Calls;

/// <summary>The user's own code around each attempt: a client's hooks, or a group's.</summary>
internal interface ICallHooks
{
    /// <summary>Runs before an attempt is sent.</summary>
    ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Runs when the header fields of a response are there.</summary>
    ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken);
}
