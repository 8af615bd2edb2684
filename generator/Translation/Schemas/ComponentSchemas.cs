using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The schemas under <c>components</c>, in ordinal order of their keys, so that the document's order decides nothing.</summary>
internal sealed class ComponentSchemas
{
    private const string Root = "/components/schemas";

    private readonly Dictionary<string, ComponentSchema> _byKey = new(StringComparer.Ordinal);

    public ComponentSchemas(TranslationContext context)
    {
        List<string> keys = [.. context.Document.Components?.Schemas?.Keys ?? (IEnumerable<string>)[]];
        keys.Sort(StringComparer.Ordinal);
        ComponentNames names = new(keys, () => OperationFinder.FindCalled(context.Document));
        foreach (string key in keys)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            IOpenApiSchema schema = context.Document.Components!.Schemas![key];
            if (schema is not null)
            {
                string pointer = JsonPointers.Join(Root, key);
                ComponentSchema component = new(key, new SchemaPart(schema, pointer, NameOf(context.UserNames, names, schema, key)));
                _byKey.Add(key, component);
                All.Add(component);
            }
        }

        foreach (ComponentSchema component in All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            LinkToBases(component);
        }
    }

    public List<ComponentSchema> All { get; } = [];

    /// <summary>The target of a reference, or null if it does not exist or the schema is no reference.</summary>
    public ComponentSchema? Find(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference { Reference.Id: { } key } && _byKey.TryGetValue(key, out ComponentSchema? component) ? component : null;

    /// <summary>The component of a key, or null.</summary>
    public ComponentSchema? Find(string key) => _byKey.TryGetValue(key, out ComponentSchema? component) ? component : null;

    // The consumer has the last word, then the document's author.
    private static SuggestedName NameOf(UserNames chosenNames, ComponentNames names, IOpenApiSchema schema, string key)
    {
        return chosenNames.FindType(key) is { } chosen ? new SuggestedName(chosen, IsChosen: true) : SuggestedName.Of(schema, key, names.Find(key));
    }

    private void LinkToBases(ComponentSchema component)
    {
        if (component.Schema is OpenApiSchemaReference)
        {
            return;
        }

        foreach (IOpenApiSchema member in component.Schema.AllOf ?? [])
        {
            if (Find(member) is { } @base && @base != component
                && !@base.Derived.Contains(component))
            {
                @base.Derived.Add(component);
            }
        }

        if (component.Schema.OneOf is { Count: > 0 } || component.Schema.AnyOf is { Count: > 0 })
        {
            return;
        }

        foreach (OpenApiSchemaReference reference in component.Schema.Discriminator?.Mapping?.Values
            ?? (IEnumerable<OpenApiSchemaReference>)[])
        {
            if (Find(reference) is { } mapped && mapped != component && !component.Derived.Contains(mapped))
            {
                component.Derived.Add(mapped);
            }
        }
    }
}
