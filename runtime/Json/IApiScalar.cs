using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>A codec of values that also have a text form, for paths, queries, headers, cookies and forms.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiScalar<T> : IApiJson<T>
{
    /// <summary>The value's text: invariant culture, not encoded, and readable back to the same value.</summary>
    /// <param name="value">The value; not null.</param>
    static abstract string Format(T value);
}
