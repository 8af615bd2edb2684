using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>Decides which C# type each schema becomes.</summary>
internal sealed class SchemaTranslator(TranslationContext context)
{
    private readonly Dictionary<TypeReference, TypeReference> _items = [];
    private readonly Dictionary<TypeReference, FileModel> _emitted = [];
    private readonly HashSet<IOpenApiSchema> _nullable = [];

    /// <summary>The C# type of a schema's values; whether they may be null is <see cref="IsNullable"/>'s to say.</summary>
    /// <param name="schema">The schema as it stands in an operation: inline or a reference.</param>
    /// <param name="pointer">Its JSON pointer, without <c>#</c>.</param>
    /// <param name="name">What an inline type is called.</param>
    /// <param name="use">Where its values travel.</param>
    public TypeReference Translate(IOpenApiSchema schema, string pointer, SuggestedName name, SchemaUse use)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return new TypeReference(
            "global::System.Text.Json.JsonElement", "global::ClerkGen.GeneratedSupport.ElementJson", IsValueType: true, TypeKind.Any);
    }

    /// <summary>Whether a schema allows <c>null</c>, in any of the ways in which documents say so.</summary>
    public bool IsNullable(IOpenApiSchema schema) => _nullable.Contains(schema) || (schema.Type is { } type && (type & JsonSchemaType.Null) != 0);

    /// <summary>Type of a list's items, or null when the type is no list.</summary>
    public TypeReference? FindItem(TypeReference list) => _items.TryGetValue(list, out TypeReference? item) ? item : null;

    /// <summary>The emitted type behind a reference (object, enum, union), or null for a type that is not emitted.</summary>
    public FileModel? FindEmitted(TypeReference type) => _emitted.TryGetValue(type, out FileModel? model) ? model : null;

    /// <summary>All types to emit: those that were asked for, what they refer to, and, when no filter is set, every component.</summary>
    public IEnumerable<FileModel> Complete() => _emitted.Values;
}
