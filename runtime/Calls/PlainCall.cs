using ClerkGen.GeneratedSupport;
using ClerkGen.Responses;

namespace ClerkGen.Calls;

/// <summary>A call that ends without a value.</summary>
internal sealed class PlainCall(
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation operation,
    ApiRequest request,
    RequestOptions? options,
    CancellationToken cancellationToken)
    : ApiCall(pipeline, group, operation, request, options, cancellationToken)
{
    /// <inheritdoc/>
    internal override void ReadValue(ResponseBody response)
    {
    }
}
