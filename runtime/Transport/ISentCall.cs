namespace ClerkGen.Transport;

/// <summary>A call as the innermost handler of a registered client sees it: what passes here goes to the network.</summary>
internal interface ISentCall
{
    /// <summary>
    /// Counts a request that is about to be sent. A repetition that is not allowed waits for the end of the first delivery before it is
    /// refused. So a handler that hedges gets the response of the first. May be called from several threads.
    /// </summary>
    /// <exception cref="Exception">It was sent before, and the host's handlers may not repeat it.</exception>
    ValueTask BeginSendAsync(CancellationToken cancellationToken);

    /// <summary>Whether a request has the method and the target of the current attempt's.</summary>
    bool IsLike(HttpRequestMessage request);

    /// <summary>Notes the end of a request that was sent.</summary>
    /// <param name="response">The response, in case a handler of the host drops it in order to send the
    /// request again; null for none.</param>
    void EndSend(HttpResponseMessage? response);
}
