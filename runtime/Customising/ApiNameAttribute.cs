namespace ClerkGen;

/// <summary>Renames an emitted type or one of its members. Put it on your part of the type, or on a value of your enum.</summary>
/// <example><code>
/// [ApiName("Organization")]                       // the schema; emitted as Company
/// [ApiName("max_allowed_memberships", "Seats")]   // a member of it
/// public partial class Company;
/// </code></example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ApiNameAttribute : Attribute
{
    /// <summary>On a type: emits a schema under the name of this declaration. On an enum value: sets its name in JSON.</summary>
    /// <param name="wireName">Name of the schema in the document, or the name that the type would have in C#.</param>
    public ApiNameAttribute(string wireName) => WireName = wireName;

    /// <summary>On a type: emits one of its members under another name.</summary>
    /// <param name="wireName">Name of the property in JSON, value of the enum, or id of the operation in the document.</param>
    /// <param name="name">Name of the property or enum member, or of the method without <c>Async</c>.</param>
    public ApiNameAttribute(string wireName, string name)
    {
        WireName = wireName;
        Name = name;
    }

    /// <summary>Gets the name in the document.</summary>
    public string WireName { get; }

    /// <summary>Gets the member's name in C#; null if the attribute names the type itself.</summary>
    public string? Name { get; }
}
