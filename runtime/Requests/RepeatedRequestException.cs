namespace ClerkGen.Requests;

/// <summary>
/// A handler of the host sent a request again that the client alone may repeat. Of a type of its own, so that no such handler takes it for
/// a failure of the network and tries once more.
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
