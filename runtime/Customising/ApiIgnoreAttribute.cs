namespace ClerkGen;

/// <summary>Omits a member of an emitted type: a property, an enum value, or an operation of a group. Put it on your part of the type.</summary>
/// <remarks>
/// An omitted property is skipped in responses and never sent. To exclude operations and the types that only they use, set the metadata
/// <c>ExcludeOperations</c> of the document in the project.
/// </remarks>
/// <param name="wireName">Name of the property in JSON, value of the enum, or id of the operation in the document.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApiIgnoreAttribute(string wireName) : Attribute
{
    /// <summary>Gets the member's name in the document.</summary>
    public string WireName { get; } = wireName;
}
