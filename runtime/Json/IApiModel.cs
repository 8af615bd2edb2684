using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>An emitted class or union: each value writes itself, and its type's codec (<see cref="IApiJson{T}"/>) asks it to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiModel
{
    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">Positioned where a value may be written.</param>
    void WriteJson(Utf8JsonWriter writer);
}
