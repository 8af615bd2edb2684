using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>Provides <see cref="JsonSerializer"/> with the contracts of emitted types, without reflection over their members. Thread-safe.</summary>
/// <remarks>
/// Add <see cref="Default"/> to <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>, before your own contexts. It resolves every
/// emitted type. It also resolves arrays, <see cref="List{T}"/>, <see cref="IReadOnlyList{T}"/>, <see cref="IEnumerable{T}"/>,
/// <see cref="IAsyncEnumerable{T}"/>, <see cref="Dictionary{TKey, TValue}"/> and <see cref="IReadOnlyDictionary{TKey, TValue}"/> (by
/// string) of one. Safe for Native AOT and trimming.
/// </remarks>
public sealed class ApiJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    private ApiJsonTypeInfoResolver()
    {
    }

    /// <summary>Gets the shared instance.</summary>
    public static IJsonTypeInfoResolver Default { get; } = new ApiJsonTypeInfoResolver();

    /// <summary>Returns the contract of a type.</summary>
    /// <param name="type">Any type.</param>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract, or null if the type does not contain an emitted type.</returns>
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
