using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>Describes emitted classes. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiModel
{
    /// <summary>Gets the name of an object's type and its id, for logs and debuggers.</summary>
    /// <param name="model">The object.</param>
    /// <param name="id">The value that identifies it, which is not secret; null and default show as nothing.</param>
    /// <typeparam name="T">Type of the id.</typeparam>
    public static string Describe<T>(object model, T id)
    {
        ArgumentNullException.ThrowIfNull(model);
        return $"{model.GetType().Name} {id}";
    }
}
