namespace ClerkGen.Transport;

/// <summary>A call as the innermost handler of a registered client sees it: what passes here goes to the network.</summary>
internal interface ISentCall
{
    /// <summary>Counts a request that is about to be sent. May be called from several threads.</summary>
    /// <exception cref="Exception">It was sent before, and the host's handlers may not repeat it.</exception>
    void BeginSend();

    /// <summary>Notes an answer, in case a handler of the host drops it in order to send the request again.</summary>
    void EndSend(HttpResponseMessage response);
}
