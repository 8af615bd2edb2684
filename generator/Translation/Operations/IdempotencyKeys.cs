using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Finds the header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header) where a document declares it. The client creates a key
/// for each call that gives none, and such calls may be repeated.
/// </summary>
internal static class IdempotencyKeys
{
    // A UUID in its usual form.
    private const int Length = 36;

    /// <summary>Whether a parameter is the header.</summary>
    public static bool IsKey(ParameterSource source) =>
        source.Place == ParameterPlace.Header && source.Name.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an operation has the header, and a UUID can be its value.</summary>
    public static bool IsFilledIn(ParameterSource source, string method) =>
        IsKey(source)
        && method is not ("GET" or "HEAD" or "QUERY")
        && (source.Parameter.Content is null || source.Parameter.Content.Count == 0)
        && SchemaShapes.Resolve(source.Parameter.Schema) is var schema
        && (schema is null
            || ((schema.Types() ?? SchemaTypes.String) is SchemaTypes.String or (SchemaTypes.String | SchemaTypes.Null)
                && schema.Format is null or "uuid"
                && schema.Pattern is null
                && schema.Enum is null or { Count: 0 }
                && schema.MinLength is null or <= Length
                && schema.MaxLength is null or >= Length));
}
