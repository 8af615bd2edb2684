using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;

namespace ClerkGen;

/// <summary>On each emitted class: what <see cref="JsonSerializer"/> has to know about it.</summary>
/// <typeparam name="T">The class that has the attribute.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApiJsonAttribute<T> : ApiTypeAttribute
    where T : class, IApiJson<T>
{
    internal override JsonConverter CreateConverter() => new ApiJsonConverter<T>();

    internal override JsonTypeInfo? Describe(Type type, JsonSerializerOptions options) =>
        JsonTypeInfos.Describe(type, options, new ApiJsonConverter<T>());
}
