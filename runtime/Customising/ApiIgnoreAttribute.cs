namespace ClerkGen;

/// <summary>
/// Leaves a member out of an emitted type: a property, a value of an enum, or an operation of a group. Stands on your own part of the type.
/// </summary>
/// <remarks>A property that is left out is skipped in answers and never sent. To leave out operations with all that only they use, filter
/// them where the document is named in the project (<c>ExcludeOperations</c>).</remarks>
/// <param name="wireName">Name of the property in JSON, value of the enum, or id of the operation in the document.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ApiIgnoreAttribute(string wireName) : Attribute
{
    /// <summary>What the document calls it.</summary>
    public string WireName { get; } = wireName;
}
