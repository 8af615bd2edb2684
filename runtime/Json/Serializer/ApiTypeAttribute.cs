using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// On each emitted type, closed over it: so every generic that <see cref="JsonSerializer"/> needs for the type is known when the
/// application is compiled. A <see cref="JsonConverterAttribute"/> with <see cref="ApiJsonConverterFactory"/> accompanies it, because
/// System.Text.Json's source generator accepts no attribute that derives from that one (SYSLIB1223).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiTypeAttribute : Attribute
{
    private protected ApiTypeAttribute()
    {
    }

    /// <summary>The attribute of an emitted type, or null for any other type.</summary>
    internal static ApiTypeAttribute? Of(Type type) =>
        (ApiTypeAttribute?)GetCustomAttribute(type, typeof(ApiTypeAttribute), inherit: false);

    /// <summary>A converter of the type.</summary>
    internal abstract JsonConverter CreateConverter();

    /// <summary>Describes the type itself, or a collection of it; null for any other type.</summary>
    internal abstract JsonTypeInfo? Describe(Type type, JsonSerializerOptions options);
}
