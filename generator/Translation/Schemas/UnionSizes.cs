using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Knows which unions are small enough to be taken apart where another union holds them. The alternatives of a large one would be
/// repeated in each union that names it, and in each that names those. A chain of a thousand would be half a million variants. A
/// large one stays a separate variant.
/// </summary>
internal sealed class UnionSizes(SchemaViews views, ComponentSchemas components)
{
    // In alternatives. None of 63 public documents has a union inside another that offers half of that.
    private const int MaximumSize = 64;

    // Places to look at for that: references and unions that hold unions.
    private const int MaximumPlaces = 1024;

    private readonly Dictionary<ComponentSchema, bool> _isSmall = [];

    /// <summary>Whether a union, with all unions inside it, is a matter of a few schemas. Depends on its own content only.</summary>
    public bool IsSmall(ComponentSchema component)
    {
        if (!_isSmall.TryGetValue(component, out bool isSmall))
        {
            isSmall = Measure(component) <= MaximumSize;
            _isSmall.Add(component, isSmall);
        }

        return isSmall;
    }

    // Counts the alternatives that are reached, each once, and stops as soon as there are too many; the order in which they are met decides nothing.
    private int Measure(ComponentSchema component)
    {
        int size = 0;
        HashSet<IOpenApiSchema> visited = [];
        Stack<IOpenApiSchema> waiting = new([component.Schema]);
        while (waiting.Count > 0 && size <= MaximumSize)
        {
            IOpenApiSchema schema = waiting.Pop();
            if (!visited.Add(schema) || !views.Step(component.Part.Pointer, 0))
            {
                continue;
            }

            if (visited.Count > MaximumPlaces)
            {
                return int.MaxValue;
            }

            if (schema is OpenApiSchemaReference reference)
            {
                if (components.Find(reference) is { } next)
                {
                    waiting.Push(next.Schema);
                }
            }
            else if (!(Await(schema.OneOf) | Await(schema.AnyOf) | Await(schema.AllOf)))
            {
                size++;
            }
        }

        return size;

        bool Await(IList<IOpenApiSchema>? members)
        {
            foreach (IOpenApiSchema member in members ?? [])
            {
                waiting.Push(member);
            }

            return members is { Count: > 0 };
        }
    }
}
