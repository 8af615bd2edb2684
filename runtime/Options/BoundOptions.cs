using System.ComponentModel;
using System.Reflection;

namespace ClerkGen.GeneratedSupport;

/// <summary>Explains why options that a host binds from its configuration are refused. Called by emitted registrations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BoundOptions
{
    /// <summary>
    /// The reason for which values were refused, without the wrapper that a binder puts
    /// around it; null when an exception is about something else.
    /// </summary>
    /// <param name="exception">Exception that setting up the options threw.</param>
    /// <param name="options">Type of the options.</param>
    public static ArgumentException? FaultOf(Exception exception, Type options)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(options);
        Exception cause = exception;
        while (cause is TargetInvocationException or AggregateException && cause.InnerException is Exception inner)
        {
            cause = inner;
        }

        return cause switch
        {
            ArgumentException fault when ReferenceEquals(fault, exception) => fault,

            // A binder throws the second one for a text that it cannot convert, such as "ten" for a number.
            ArgumentException or InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } =>
                new ArgumentException($"The configuration of {options.Name} is invalid: {cause.Message}", cause),
            _ => null,
        };
    }

    /// <summary>
    /// Marks options that a reload could not configure. Creating a client with them throws, instead of the thread that reloads.
    /// </summary>
    /// <param name="options">Options with values by default.</param>
    /// <param name="fault">Why they cannot be used.</param>
    /// <typeparam name="TOptions">Type of the options.</typeparam>
    /// <returns>The options.</returns>
    public static TOptions Refuse<TOptions>(TOptions options, ArgumentException fault)
        where TOptions : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Fault = fault;
        return options;
    }
}
