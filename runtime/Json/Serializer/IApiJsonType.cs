using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// What the attribute of an emitted type can tell about it: the attribute is closed over the type, so every generic it needs is
/// known when the application is compiled.
/// </summary>
internal interface IApiJsonType
{
    /// <summary>Describes the type itself, or a collection of it; null for any other type.</summary>
    JsonTypeInfo? Describe(Type type, JsonSerializerOptions options);
}
