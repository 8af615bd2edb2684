namespace ClerkGen;

/// <summary>
/// Gives an emitted type, or a member of one, another name in C#. Stands on your own part of the type, or on a value of your enum.
/// </summary>
/// <example><code>
/// [ApiName("Organization")]                       // the schema; emitted as Company
/// [ApiName("max_allowed_memberships", "Seats")]   // a member of it
/// public partial class Company;
/// </code></example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ApiNameAttribute : Attribute
{
    /// <summary>
    /// On a type: the type is emitted under the name of this declaration. On a value of an enum: what it is called in JSON.
    /// </summary>
    /// <param name="wireName">Name of the schema in the document, or the name that the type would have in C#.</param>
    public ApiNameAttribute(string wireName) => WireName = wireName;

    /// <summary>On a type: a member of it is emitted under another name.</summary>
    /// <param name="wireName">Name of the property in JSON, value of the enum, or id of the operation in the document.</param>
    /// <param name="name">Name of the property or enum member, or of the method without <c>Async</c>.</param>
    public ApiNameAttribute(string wireName, string name)
    {
        WireName = wireName;
        Name = name;
    }

    /// <summary>What the document calls it.</summary>
    public string WireName { get; }

    /// <summary>What a member is called in C#; null when the type itself is meant.</summary>
    public string? Name { get; }
}
