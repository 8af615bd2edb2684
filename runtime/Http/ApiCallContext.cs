namespace ClerkGen;

/// <summary>
/// One call, as hooks and handlers see it. Holds no argument and no credential. Handlers of a given <see cref="HttpClient"/> find
/// it in <see cref="HttpRequestMessage.Options"/> under <see cref="RequestKey"/>.
/// </summary>
public abstract class ApiCallContext
{
    private protected ApiCallContext()
    {
    }

    /// <summary>Under which a request's options hold its call.</summary>
    public static HttpRequestOptionsKey<ApiCallContext> RequestKey { get; } = new("ClerkGen.Call");

    /// <summary>Title of the API.</summary>
    public abstract string ApiName { get; }

    /// <summary>Id of the operation in the OpenAPI document.</summary>
    public abstract string OperationId { get; }

    /// <summary>HTTP method.</summary>
    public abstract string Method { get; }

    /// <summary>Path as the document writes it, without values.</summary>
    public abstract string PathTemplate { get; }

    /// <summary>Number of the current attempt; 1 is the first.</summary>
    public abstract int Attempt { get; }

    /// <summary>Operation id, method and path template.</summary>
    public override string ToString() => $"{OperationId} ({Method} {PathTemplate})";
}
