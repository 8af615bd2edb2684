using ClerkGen.GeneratedSupport;

namespace ClerkGen.Calls;

/// <summary>A call and the value it ends with.</summary>
internal sealed class ApiCall<T>(
    ApiOperationGroup group,
    ApiOperation operation,
    ApiResult<T>? result,
    ApiRequest request,
    RequestOptions? options,
    CancellationToken cancellationToken)
    : ApiCallContext(group, operation, request, options, cancellationToken)
{
    /// <summary>The value, once the call has succeeded.</summary>
    internal T Value { get; private set; } = default!;

    /// <inheritdoc/>
    internal override void ReadValue()
    {
        if (result is not null)
        {
            Value = result.Read(this);
        }
    }
}
