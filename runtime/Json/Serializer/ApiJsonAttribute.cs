using System.ComponentModel;
using System.Text.Json.Serialization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>On each emitted type: <see cref="System.Text.Json.JsonSerializer"/> reads and writes it by the type's own code.</summary>
/// <typeparam name="T">The type that it stands on.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApiJsonAttribute<T> : JsonConverterAttribute
    where T : IApiJson<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new ApiJsonConverter<T>();
}
