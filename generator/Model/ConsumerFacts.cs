namespace ClerkGen.Generator.Model;

/// <summary>The facts about the project that translation needs. When it changes, everything is translated anew.</summary>
/// <param name="HasHttpClientFactory">Whether <c>Microsoft.Extensions.Http</c> is referenced.</param>
/// <param name="Names">Names that the user chose in the document's namespace, in ordinal order of the types.</param>
internal sealed record ConsumerFacts(bool HasHttpClientFactory, EquatableArray<UserTypeNames> Names)
{
    /// <summary>Whether <c>Microsoft.AspNetCore.OpenApi</c> 10 or later is referenced.</summary>
    public bool HasOpenApi { get; init; }

    /// <summary>Whether <c>Swashbuckle.AspNetCore.SwaggerGen</c> 10 or later is referenced.</summary>
    public bool HasSwaggerGen { get; init; }

    /// <summary>Whether the language has unions: C# 15.</summary>
    public bool HasUnions { get; init; }

    /// <summary>A project that chooses nothing.</summary>
    public static ConsumerFacts None { get; } = new(false, EquatableArray<UserTypeNames>.Empty);
}

/// <summary>Names that the user chose for one type and its members.</summary>
/// <param name="Type">Name of the type in C#.</param>
/// <param name="WireName">The type's name in the document, or null if its name is not chosen.</param>
/// <param name="Members">Names of members.</param>
internal sealed record UserTypeNames(string Type, string? WireName, EquatableArray<UserNameModel> Members)
{
    /// <summary>Whether the user declares an enum, which takes the place of the emitted type.</summary>
    public bool IsEnum { get; init; }
}
