namespace ClerkGen;

/// <summary>
/// Makes a property of your own part of an emitted class stand for a member of its JSON. The emitted property of that member steps
/// aside; the emitted reader and writer use yours, with your type.
/// </summary>
/// <remarks>
/// <para>Reading and writing goes without reflection, so a type of your own has to say how: it stands in a <c>[JsonSerializable]</c>
/// attribute of a <c>JsonSerializerContext</c> of the project, or has a <c>[JsonConverter]</c>, as type or on the property. Numbers,
/// strings, dates, <see cref="Guid"/>, <see cref="Uri"/>, enums, emitted types, and lists and dictionaries of them need nothing.</para>
/// <para>Declared <c>partial</c> (C# 13), the property keeps <em>unset</em>, <em>null</em> and <em>value</em> apart in what is sent, like
/// an emitted one. Any other property is sent when it is not null.</para>
/// <para>Without this attribute, a property called like the emitted one stands in for it just so.</para>
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
    /// <summary>Name of the member in JSON.</summary>
    public string WireName { get; } = wireName;

    /// <summary>What a number counts when the property is a <see cref="DateTimeOffset"/>.</summary>
    public ApiUnixTime UnixTime { get; set; }
}
