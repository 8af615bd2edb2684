using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Finds the components that discriminators name, anywhere in the document, before anything is planned. A value of the discriminator means
/// the component, so it is a separate class even without members, or with the members of another one.
/// </summary>
internal sealed class DiscriminatedComponents
{
    private readonly DocumentSchemas _schemas;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IOpenApiSchema, ComponentSchema> _bySchema = [];
    private readonly HashSet<IOpenApiSchema> _visited = [];
    private readonly Stack<IOpenApiSchema> _waiting = new();

    private DiscriminatedComponents(DocumentSchemas schemas, CancellationToken cancellationToken)
    {
        _schemas = schemas;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Marks the components.</summary>
    /// <param name="context">The document.</param>
    /// <param name="schemas">Its schemas.</param>
    public static void Mark(TranslationContext context, DocumentSchemas schemas)
    {
        DiscriminatedComponents marks = new(schemas, context.CancellationToken);
        foreach (ComponentSchema component in schemas.Components.All)
        {
            marks._bySchema[component.Schema] = component;
            marks.Await(component.Schema);
        }

        foreach (OperationSource source in OperationFinder.FindCalled(context.Document).Concat(OperationFinder.FindWebhooks(context.Document)))
        {
            marks.AwaitBodies(source.Operation);
        }

        marks.MarkAwaited();
    }

    private void AwaitBodies(OpenApiOperation operation)
    {
        if (operation.RequestBody is { } body)
        {
            AwaitContent(ReferenceTargets.Of(body).Content);
        }

        foreach (IOpenApiResponse response in operation.Responses?.Values ?? (IEnumerable<IOpenApiResponse>)[])
        {
            AwaitContent(ReferenceTargets.Of(response).Content);
        }
    }

    private void AwaitContent(IDictionary<string, IOpenApiMediaType>? content)
    {
        foreach (IOpenApiMediaType mediaType in content?.Values ?? (IEnumerable<IOpenApiMediaType>)[])
        {
            Await(mediaType?.Schema);
            Await(mediaType?.ItemSchema);
        }
    }

    // Targets of references are examined as components.
    private void Await(IOpenApiSchema? schema)
    {
        if (schema is not null and not OpenApiSchemaReference && _visited.Add(schema))
        {
            _waiting.Push(schema);
        }
    }

    private void Await(IEnumerable<IOpenApiSchema>? schemas)
    {
        foreach (IOpenApiSchema schema in schemas ?? [])
        {
            Await(schema);
        }
    }

    private void MarkAwaited()
    {
        while (_waiting.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            IOpenApiSchema schema = _waiting.Pop();
            if (schema.Discriminator is { } discriminator)
            {
                MarkVariants(schema, discriminator);
            }

            Await(schema.Properties?.Values);
            Await(schema.PatternProperties?.Values);
            Await(schema.AllOf);
            Await(schema.OneOf);
            Await(schema.AnyOf);
            Await(schema.Items);
            Await(schema.AdditionalProperties);
        }
    }

    private void MarkVariants(IOpenApiSchema schema, OpenApiDiscriminator discriminator)
    {
        List<ComponentSchema> named = [];
        foreach (IOpenApiSchema? member in (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(discriminator.Mapping?.Values ?? [])
            .Append(discriminator.DefaultMapping!))
        {
            if (_schemas.Components.Find(member) is { } component)
            {
                named.Add(component);
            }
        }

        if (_bySchema.TryGetValue(schema, out ComponentSchema? @base) && @base.IsDiscriminatedBase)
        {
            named.AddRange(@base.Derived);
        }

        Dictionary<ComponentSchema, ComponentSchema> firstOf = [];
        foreach (ComponentSchema component in named)
        {
            component.IsDiscriminated = true;
            ComponentSchema target = _schemas.Follow(component, 0);
            if (!firstOf.TryGetValue(target, out ComponentSchema? first))
            {
                firstOf.Add(target, component);
            }
            else if (first != component)
            {
                // Whichever of both the other is a name for: the target is none.
                first.StaysApart |= first != target;
                component.StaysApart |= component != target;
            }
        }
    }
}
