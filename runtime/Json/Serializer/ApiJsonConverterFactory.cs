using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.GeneratedSupport;

/// <summary>Gives <see cref="JsonSerializer"/> the converter of an emitted type; named by the attribute of each. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return ApiTypeAttribute.Of(typeToConvert) is not null;
    }

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return ApiTypeAttribute.Of(typeToConvert)?.CreateConverter();
    }
}
