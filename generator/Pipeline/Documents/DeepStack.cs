using System.Runtime.ExceptionServices;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>
/// Runs deep walks over documents on a separate stack. The depth of a walk is limited (128 levels), but the host's remaining stack is
/// unknown. A compiler server's threads have 256 KB to 1.5 MB, and a stack overflow ends the whole process.
/// </summary>
internal static class DeepStack
{
    // 128 levels of up to ten calls each, at some 2 KB per call before the JIT compiler optimises, are under
    // 3 MB. Only used pages become memory.
    private const int Size = 16 * 1024 * 1024;

    private const int MillisecondsBetweenLooks = 10;

    /// <summary>
    /// Runs a function and waits for it. Cancellation does not wait for the function. The function checks for it, but the library that
    /// builds a document's model does not, and may work on a large one for a while.
    /// </summary>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    /// <exception cref="Exception">The function's exception.</exception>
    public static T Run<T>(Func<T> function, CancellationToken cancellationToken)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = function();
                }
#pragma warning disable CA1031 // Carried to the thread that waits.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size)
        {
            IsBackground = true,
            Name = "ClerkGen",
        };
        thread.Start();
        while (!thread.Join(MillisecondsBetweenLooks))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        failure?.Throw();
        return result!;
    }
}
