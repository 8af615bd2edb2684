namespace ClerkGen.Requests;

/// <summary>
/// A handler of the host sent a request again that the client alone may repeat. It has its own type, so that no such handler mistakes it
/// for a network failure and tries again.
/// </summary>
internal sealed class RepeatedRequestException()
    : Exception("A handler tried to repeat a request that must not be repeated. Set RetryHandling to Host to allow it.")
{
    /// <summary>Whether an exception is one, or was caused by one.</summary>
    internal static bool IsBehind(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is RepeatedRequestException)
            {
                return true;
            }
        }

        return false;
    }
}
