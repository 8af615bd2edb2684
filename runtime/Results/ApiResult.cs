using System.ComponentModel;
using ClerkGen.Responses;
using ClerkGen.Results;

namespace ClerkGen.GeneratedSupport;

/// <summary>How a success is read. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiResult
{
    private protected ApiResult()
    {
    }

    /// <summary>Value of <c>Accept</c> for an operation that names none.</summary>
    internal abstract string Accept { get; }

    /// <summary>How the body of a response is used.</summary>
    internal abstract ResponseUse UseOf(int status);
}

/// <summary>How a success is read into a value. Immutable and thread-safe.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiResult<T> : ApiResult
{
    private protected ApiResult()
    {
    }

    /// <summary>Reads the value of a response whose body is at hand.</summary>
    internal abstract T Read(ResponseBody body);

    /// <summary>The same value as another type: a variant of a union.</summary>
    /// <param name="convert">Creates the other type.</param>
    /// <typeparam name="TOther">The other type.</typeparam>
    public ApiResult<TOther> As<TOther>(Func<T, TOther> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return new ConvertedResult<T, TOther>(this, convert);
    }
}
