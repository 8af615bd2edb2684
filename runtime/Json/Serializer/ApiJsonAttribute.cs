using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>On each emitted class: <see cref="JsonSerializer"/> reads and writes it by the class's own code.</summary>
/// <typeparam name="T">The class that it stands on.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApiJsonAttribute<T> : JsonConverterAttribute, IApiJsonType
    where T : IApiJson<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new ApiJsonConverter<T>();

    JsonTypeInfo? IApiJsonType.Describe(Type type, JsonSerializerOptions options) =>
        ApiJsonTypes.Describe(type, options, new ApiJsonConverter<T>());
}
