using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Reads and writes one type as JSON (RFC 8259). Emitted types are their own codec; everything else has a separate codec
/// (<see cref="StringJson"/>, <see cref="ListJson{T, TJson}"/>). Members are static, so reading needs no instance, delegate or reflection.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiJson<T>
{
    /// <summary>Reads one value.</summary>
    /// <param name="reader">Positioned on the first token of the value and is left on its last one.</param>
    /// <returns>The value; <see langword="null"/> for a JSON <c>null</c> when <typeparamref name="T"/> is a reference type.</returns>
    /// <exception cref="JsonException">The text is not JSON, or a deviation met <see cref="JsonReadOptions.Strict"/>.</exception>
    static abstract T ReadJson(ref ApiJsonReader reader);

    /// <summary>Writes one value.</summary>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="value">The value; not null unless the codec documents it. Without an implementation, it is an <see cref="IApiModel"/>.</param>
    static virtual void WriteJson(Utf8JsonWriter writer, T value) => ((IApiModel)value!).WriteJson(writer);
}
