namespace ClerkGen.Http;

/// <summary>Content of a call's request. A handler that copies the request without its options still sends the same content.</summary>
internal interface ICallContent
{
    /// <summary>The request that the call made, with its options.</summary>
    HttpRequestMessage Request { get; }
}
