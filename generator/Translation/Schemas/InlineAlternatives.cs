using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Remembers which alternatives an inline schema has. Many unions may name the same one, and each would look at it again.
/// </summary>
internal sealed class InlineAlternatives
{
    private readonly Dictionary<(IOpenApiSchema, bool, string, string), List<Alternative>> _found = [];

    /// <summary>The alternatives of a schema, or null when no union has looked at it yet.</summary>
    /// <param name="part">The schema.</param>
    /// <param name="head">Where it was found.</param>
    public List<Alternative>? Find(SchemaPart part, SchemaPart head) =>
        _found.TryGetValue(KeyOf(part, head), out List<Alternative>? found) ? found : null;

    /// <summary>Remembers the alternatives of a schema.</summary>
    public void Keep(SchemaPart part, SchemaPart head, List<Alternative> found) => _found[KeyOf(part, head)] = found;

    private static (IOpenApiSchema, bool, string, string) KeyOf(SchemaPart part, SchemaPart head) =>
        (part.Schema, part.IsBare, head.Pointer, head.Name.Text);
}
