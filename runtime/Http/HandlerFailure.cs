namespace ClerkGen.Http;

/// <summary>
/// Exceptions of code between a call and the network: handlers of a given <see cref="HttpClient"/>, and the bodies of their responses.
/// </summary>
internal static class HandlerFailure
{
    /// <summary>
    /// Whether an exception becomes the cause of an <see cref="ApiException"/>. All do, also those that mean a mistake in other places, because
    /// the request may have been delivered before. After the others no process can go on.
    /// </summary>
    internal static bool EndsCall(Exception exception) =>
        exception is not (OutOfMemoryException or StackOverflowException or AccessViolationException);

    /// <summary>The exception as the cause of another one: itself, unless its text contains a credential.</summary>
    /// <param name="exception">The exception, or null.</param>
    /// <param name="secrets">Credentials that were sent, or null for none.</param>
    internal static Exception? WithoutSecrets(Exception? exception, List<string>? secrets)
    {
        if (exception is null || secrets is null)
        {
            return exception;
        }

        string text = exception.ToString();
        string masked = SecretMask.ApplyToTruncated(text, secrets);
        return masked == text ? exception : new MaskedException(exception.GetType().Name, SecretMask.ApplyToTruncated(exception.Message, secrets), masked);
    }

    /// <summary>Disposes of a response or its body. An exception from there changes nothing about the parts that were read.</summary>
    internal static void Release(IDisposable? response)
    {
        try
        {
            response?.Dispose();
        }
        catch (Exception exception) when (EndsCall(exception))
        {
            // A body that a handler made itself. The call has its value or its exception already.
        }
    }

    /// <summary>The type of an exception, for messages; of the original where a credential was masked.</summary>
    internal static string NameOf(Exception exception) => exception is MaskedException masked ? masked.TypeName : exception.GetType().Name;
}
