using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.GeneratedSupport;
using ClerkGen.Json;

namespace ClerkGen;

/// <summary>
/// On each emitted struct: what <see cref="JsonSerializer"/> has to know about it, as a
/// value, as a nullable one and as the key of a dictionary.
/// </summary>
/// <typeparam name="T">The struct that has the attribute.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class ApiScalarAttribute<T> : ApiTypeAttribute
    where T : struct, IApiScalar<T>
{
    internal override JsonConverter CreateConverter() => new ApiScalarConverter<T>();

    internal override JsonTypeInfo? Describe(Type type, JsonSerializerOptions options)
    {
        var converter = new ApiScalarConverter<T>();
        if (type != typeof(T?))
        {
            return JsonTypeInfos.Describe(type, options, converter);
        }

        JsonTypeInfo<T> value = JsonMetadataServices.CreateValueInfo<T>(options, converter);
        return JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter(value));
    }
}
