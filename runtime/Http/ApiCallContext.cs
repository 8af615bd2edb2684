namespace ClerkGen;

/// <summary>Describes a call to hooks and handlers. Contains no argument and no credential.</summary>
/// <remarks>
/// Handlers of a given <see cref="HttpClient"/> find it in <see cref="HttpRequestMessage.Options"/> under <see cref="RequestKey"/>.
/// </remarks>
public abstract class ApiCallContext
{
    private protected ApiCallContext()
    {
    }

    /// <summary>Gets the key of the call in <see cref="HttpRequestMessage.Options"/>.</summary>
    public static HttpRequestOptionsKey<ApiCallContext> RequestKey { get; } = new("ClerkGen.Call");

    /// <summary>Gets the API's title.</summary>
    public abstract string ApiName { get; }

    /// <summary>Gets the operation's id in the OpenAPI document.</summary>
    public abstract string OperationId { get; }

    /// <summary>Gets the HTTP method.</summary>
    public abstract string Method { get; }

    /// <summary>Gets the path as in the document, without values.</summary>
    public abstract string PathTemplate { get; }

    /// <summary>Gets the number of the current attempt; the first is 1.</summary>
    public abstract int Attempt { get; }

    /// <summary>Returns operation id, method and path template.</summary>
    public override string ToString() => $"{OperationId} ({Method} {PathTemplate})";
}
