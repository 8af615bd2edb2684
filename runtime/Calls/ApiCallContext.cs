using System.Diagnostics.CodeAnalysis;
using GS = ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// One call, as hooks and handlers see it. Holds no argument and no credential. Handlers of a given <see cref="HttpClient"/> find
/// it in <see cref="HttpRequestMessage.Options"/> under <see cref="RequestKey"/>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream of an answer is the caller's, unless the call fails after all.")]
public abstract partial class ApiCallContext
{
    private protected ApiCallContext(
        ApiOperationGroup group,
        GS.ApiOperation operation,
        GS.ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        Group = group;
        Operation = operation;
        Request = request;
        Options = options;
        CallerToken = cancellationToken;
        Server = Settings.ServerOf(operation);
        _started = Settings.TimeProvider.GetTimestamp();
    }

    /// <summary>Under which a request's options hold its call.</summary>
    public static HttpRequestOptionsKey<ApiCallContext> RequestKey { get; } = new("ClerkGen.Call");

    /// <summary>Title of the API.</summary>
    public string ApiName => Settings.Description.Name;

    /// <summary>Id of the operation in the OpenAPI document.</summary>
    public string OperationId => Operation.Id;

    /// <summary>HTTP method.</summary>
    public string Method => Operation.Method.Method;

    /// <summary>Path as the document writes it, without values.</summary>
    public string PathTemplate => Operation.PathTemplate;

    /// <summary>Number of the current attempt; 1 is the first.</summary>
    public int Attempt { get; private set; }

    /// <summary>Operation id, method and path template.</summary>
    public override string ToString() => Operation.ToString();
}
