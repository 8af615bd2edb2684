using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen;

/// <summary>
/// Tells <see cref="JsonSerializer"/> about emitted types without reflection: put <see cref="Default"/> into
/// <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>. Works under Native AOT and trimming. Thread-safe.
/// </summary>
public sealed class ApiJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    private ApiJsonTypeInfoResolver()
    {
    }

    /// <summary>The one instance.</summary>
    public static IJsonTypeInfoResolver Default { get; } = new ApiJsonTypeInfoResolver();

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => null;
}
