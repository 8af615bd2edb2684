using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>A schema in one place of the document. Several that must all hold (an <c>allOf</c>) make one type.</summary>
/// <param name="Schema">The schema; one object per place, so that its identity is the place's.</param>
/// <param name="Pointer">JSON pointer of the place, without <c>#</c>.</param>
/// <param name="Name">Name of an inline type made of it.</param>
/// <param name="IsBare">Whether its <c>oneOf</c>, <c>anyOf</c> and discriminator are left aside: what all of
/// its variants have in common.</param>
internal sealed record SchemaPart(IOpenApiSchema Schema, string Pointer, SuggestedName Name, bool IsBare = false)
{
    /// <summary>A schema that the document does not have, for a type that stands for several of its places.</summary>
    public static SchemaPart Invented(string description, string pointer, SuggestedName name) =>
        new(new OpenApiSchema { Description = description }, pointer, name);

    /// <summary>A schema inside this one.</summary>
    public SchemaPart Child(IOpenApiSchema schema, string keyword, SuggestedName name) => new(schema, Pointer + "/" + keyword, name);

    /// <summary>A schema in a map inside this one.</summary>
    public SchemaPart Child(IOpenApiSchema schema, string keyword, string key, SuggestedName name) =>
        new(schema, JsonPointers.Join(Pointer, keyword, key), name);
}
