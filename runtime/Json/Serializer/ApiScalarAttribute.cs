using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// On each emitted struct: <see cref="JsonSerializer"/> reads and writes it by the struct's own code, as a value, as a nullable one
/// and as the key of a dictionary.
/// </summary>
/// <typeparam name="T">The struct that it stands on.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class ApiScalarAttribute<T> : JsonConverterAttribute, IApiJsonType
    where T : struct, IApiScalar<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new ApiScalarConverter<T>();

    JsonTypeInfo? IApiJsonType.Describe(Type type, JsonSerializerOptions options)
    {
        var converter = new ApiScalarConverter<T>();
        if (type != typeof(T?))
        {
            return ApiJsonTypes.Describe(type, options, converter);
        }

        JsonTypeInfo<T> value = JsonMetadataServices.CreateValueInfo<T>(options, converter);
        return JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(value));
    }
}
