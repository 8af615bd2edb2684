using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// Tells <see cref="JsonSerializer"/> about emitted types without reflection over their members: put <see cref="Default"/> into
/// <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>, before contexts of your own. Knows every emitted type, and arrays,
/// <see cref="List{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IEnumerable{T}"/>, <see cref="IAsyncEnumerable{T}"/>,
/// <see cref="Dictionary{TKey, TValue}"/> and <see cref="IReadOnlyDictionary{TKey, TValue}"/> (by string) of one. Works under
/// Native AOT and trimming. Thread-safe.
/// </summary>
public sealed class ApiJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    private ApiJsonTypeInfoResolver()
    {
    }

    /// <summary>The one instance.</summary>
    public static IJsonTypeInfoResolver Default { get; } = new ApiJsonTypeInfoResolver();

    /// <summary>Describes a type.</summary>
    /// <param name="type">Any type.</param>
    /// <param name="options">The options that ask.</param>
    /// <returns>The description, or null when the type has nothing to do with emitted ones.</returns>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        Type carrier = type.IsArray ? type.GetElementType()! : type;
        if (carrier.IsGenericType)
        {
            // A list's item, a nullable's value, a dictionary's value: the last argument in each case.
            carrier = carrier.GenericTypeArguments[^1];
        }

        return ApiTypeAttribute.Of(carrier)?.Describe(type, options);
    }
}
