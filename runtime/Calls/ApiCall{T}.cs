using ClerkGen.GeneratedSupport;
using ClerkGen.Responses;

namespace ClerkGen.Calls;

/// <summary>A call and the value it ends with.</summary>
internal class ApiCall<T>(
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation<T> operation,
    ApiRequest request,
    RequestOptions? options,
    CancellationToken cancellationToken)
    : ApiCall(pipeline, group, operation, request, options, cancellationToken)
{
    /// <summary>The value, once the call has succeeded.</summary>
    internal T Value { get; private set; } = default!;

    /// <inheritdoc/>
    internal override void ReadValue(ResponseBody response) => Value = ((ApiOperation<T>)Operation).Result.Read(response);
}
