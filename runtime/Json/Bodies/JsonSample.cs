using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>Reads the samples that are emitted for tests. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonSample
{
    /// <summary>Reads a sample.</summary>
    /// <typeparam name="T">An emitted type.</typeparam>
    /// <param name="json">The sample.</param>
    /// <param name="change">Changes the value before it is returned.</param>
    public static T Read<T>(ReadOnlySpan<byte> json, Action<T>? change = null)
        where T : IApiJson<T>
    {
        T value = ApiJsonBody.Read<T, T>(json.ToArray(), default);
        change?.Invoke(value);
        return value;
    }
}
