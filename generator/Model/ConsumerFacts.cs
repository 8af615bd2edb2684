namespace ClerkGen.Generator.Model;

/// <summary>What emitted code has to know of the project that it becomes part of.</summary>
/// <param name="HasHttpClientFactory">Whether <c>Microsoft.Extensions.Http</c> is referenced.</param>
/// <param name="PartialTypes">The user's partial declarations in the document's namespace, in ordinal order of their names.</param>
internal sealed record ConsumerFacts(bool HasHttpClientFactory, EquatableArray<PartialTypeFacts> PartialTypes)
{
    /// <summary>A project that adds nothing.</summary>
    public static ConsumerFacts None { get; } = new(false, EquatableArray<PartialTypeFacts>.Empty);
}

/// <summary>A partial type of the user.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="ApiName">Name in the document, from <c>[ApiName]</c>, or null.</param>
/// <param name="Accessibility">Accessibility that the declaration states, or null.</param>
/// <param name="Members">Properties and methods, in ordinal order of their names.</param>
internal sealed record PartialTypeFacts(
    string Name,
    string? ApiName,
    EmittedAccessibility? Accessibility,
    EquatableArray<PartialMemberFacts> Members);

/// <summary>A property or method of a user's partial type.</summary>
/// <param name="Name">Unescaped C# identifier.</param>
/// <param name="JsonName">Name in the document, from <c>[ApiProperty]</c>, or null.</param>
/// <param name="Type">Type of a property, or null for a method.</param>
internal sealed record PartialMemberFacts(string Name, string? JsonName, TypeReference? Type);
