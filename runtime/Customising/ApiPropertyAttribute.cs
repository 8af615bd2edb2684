namespace ClerkGen;

/// <summary>Replaces the emitted property of a JSON member by a property of your partial class.</summary>
/// <remarks>
/// <para>The emitted reader and writer use your property, with your type. They use no reflection, so your type needs a <c>[JsonSerializable]</c>
/// attribute of a <c>JsonSerializerContext</c> of the project, or a <c>[JsonConverter]</c> on the type or property. Numbers, strings, dates,
/// <see cref="Guid"/>, <see cref="Uri"/>, enums, emitted types, and lists and dictionaries of them need neither.</para>
/// <para>A <c>partial</c> property (C# 13) distinguishes unset, null and a value when it is sent, like an emitted one. Any other property is
/// sent if it is not null.</para>
/// <para>Without this attribute, a property with the emitted property's name replaces it in the same way.</para>
/// </remarks>
/// <example><code>
/// public partial class User
/// {
///     [ApiProperty("public_metadata")]
///     public partial AppMetadata? PublicMetadata { get; set; }
/// }
/// </code></example>
/// <param name="wireName">Name of the member in JSON.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ApiPropertyAttribute(string wireName) : Attribute
{
    /// <summary>Gets the member's name in JSON.</summary>
    public string WireName { get; } = wireName;

    /// <summary>Gets or sets the unit of the number, if the property is a <see cref="DateTimeOffset"/>.</summary>
    public ApiUnixTime UnixTime { get; set; }
}
