using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Responses;

namespace ClerkGen.Paging;

/// <summary>A call for one page of several, which tells its answer from theirs.</summary>
internal sealed class PageCall<TPage>(
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation<TPage> operation,
    ApiRequest request,
    RequestOptions? options,
    CancellationToken cancellationToken)
    : ApiCall<TPage>(pipeline, group, operation, operation.Result, request, options, cancellationToken)
{
    /// <summary>A hash of the items in the page, once the call has succeeded.</summary>
    internal Guid Fingerprint { get; private set; }

    /// <inheritdoc/>
    internal override void ReadValue(ResponseBody response)
    {
        Fingerprint = PageFingerprint.Of(response.Bytes.Span);
        base.ReadValue(response);
    }
}
