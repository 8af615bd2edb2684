using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Takes schemas apart into <see cref="SchemaView"/>s. Every walk counts its steps and knows how deep it is: a few lines of a hostile
/// document must not keep the compiler busy or exhaust its stack.
/// </summary>
internal sealed class SchemaViews(TranslationContext context, ComponentSchemas components)
{
    /// <summary>How deep schemas may nest; real documents stay under 20.</summary>
    public const int MaximumDepth = 128;

    private readonly Dictionary<(IOpenApiSchema, string), List<KeyValuePair<string, SchemaPart>>> _properties = [];
    private int _steps;

    /// <summary>Whether the work budget is used up: nothing is looked at any more.</summary>
    public bool IsExhausted => _steps > context.MaximumSchemaSteps;

    /// <summary>Counts a step; false when there have been too many or it goes too deep, which is then reported.</summary>
    public bool Step(string pointer, int depth)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (!Spend(pointer, 1))
        {
            return false;
        }

        if (depth > MaximumDepth)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.SchemaTooDeep, pointer, MaximumDepth.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        return true;
    }

    /// <summary>Counts several steps at once; false when there have been too many, which is then reported.</summary>
    public bool Spend(string pointer, int steps)
    {
        if (IsExhausted)
        {
            return false;
        }

        _steps += steps;
        if (IsExhausted)
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.SchemaTooMuchWork, pointer, context.MaximumSchemaSteps.ToString("N0", CultureInfo.InvariantCulture));
        }

        return !IsExhausted;
    }

    /// <summary>
    /// The schemas that constrain the value. Annotations are dropped, and an <c>allOf</c> alone is replaced by its members.
    /// One reference left means: that type.
    /// </summary>
    public List<SchemaPart> Significant(IReadOnlyList<SchemaPart> parts, int depth)
    {
        List<SchemaPart> significant = new(parts.Count);
        for (int i = 0; i < parts.Count; i++)
        {
            AddSignificant(parts[i], significant, depth);
        }

        // 'type: object' next to a reference only repeats the target's type.
        if (significant.Exists(static part => part.Schema is OpenApiSchemaReference))
        {
            significant.RemoveAll(static part => part.Schema is not OpenApiSchemaReference && SaysOnlyType(part.Schema));
        }

        return significant;
    }

    /// <summary>Takes schemas apart.</summary>
    /// <param name="parts">Schemas that must all hold.</param>
    /// <param name="root">The component that they are, if any: a base that it is a variant of counts without its variants.</param>
    /// <param name="depth">How deep they lie.</param>
    public SchemaView View(IReadOnlyList<SchemaPart> parts, ComponentSchema? root, int depth)
    {
        SchemaView view = new();
        bool isSingle = parts.Count == 1 && parts[0].Schema is not OpenApiSchemaReference && parts[0].Schema.AllOf is not { Count: > 0 };
        HashSet<(IOpenApiSchema, bool)>? visited = isSingle ? null : [];
        for (int i = 0; i < parts.Count; i++)
        {
            Add(parts[i], root, view, visited, depth);
        }

        NumberForms.Settle(view);
        return view;
    }

    /// <summary>Whether a schema constrains only the type of a value, or nothing if the type is ignored.</summary>
    public static bool SaysOnlyType(IOpenApiSchema schema) =>
        SaysOnlyAllOf(schema) && schema.AllOf is not { Count: > 0 } && ContentMediaTypeOf(schema) is null;

    private static string? ContentMediaTypeOf(IOpenApiSchema schema) => (schema as IOpenApiSchemaMissingProperties)?.ContentMediaType;

    private void AddSignificant(SchemaPart part, List<SchemaPart> significant, int depth)
    {
        IOpenApiSchema schema = part.Schema;
        if (!Step(part.Pointer, depth))
        {
            return;
        }

        if (schema is OpenApiSchemaReference reference)
        {
            if (components.Find(reference) is { } component && !HasReference(significant, component, part.IsBare))
            {
                significant.Add(part);
            }
        }
        else if (schema.AllOf is { Count: > 0 } members && SaysOnlyAllOf(schema))
        {
            List<SchemaPart> inner = HasType(schema) ? [] : significant;
            for (int i = 0; i < members.Count; i++)
            {
                AddSignificant(AllOfMember(part, members[i], i), inner, depth + 1);
            }

            if (inner != significant)
            {
                significant.AddRange(inner.Exists(static member => member.Schema is OpenApiSchemaReference) ? inner : [part]);
            }
        }
        else if (HasType(schema) || !SaysOnlyType(schema))
        {
            significant.Add(part);
        }
    }

    private bool HasReference(List<SchemaPart> parts, ComponentSchema component, bool isBare)
    {
        foreach (SchemaPart part in parts)
        {
            if (part.IsBare == isBare && components.Find(part.Schema) == component)
            {
                return true;
            }
        }

        return false;
    }

    private static SchemaPart AllOfMember(SchemaPart part, IOpenApiSchema member, int index) =>
        part.Child(member, "allOf/" + index.ToString(CultureInfo.InvariantCulture), part.Name) with { IsBare = part.IsBare };

    private static bool HasType(IOpenApiSchema schema) => schema.Types() is { } type && (type & ~SchemaTypes.Null) != 0;

    private static bool SaysOnlyAllOf(IOpenApiSchema schema) =>
        schema.Format is null
        && schema.Enum is not { Count: > 0 }
        && schema.Properties is not { Count: > 0 }
        && schema.PatternProperties is not { Count: > 0 }
        && schema.Required is not { Count: > 0 }
        && schema.Items is null
        && schema.AdditionalProperties is null
        && schema.AdditionalPropertiesAllowed
        && schema.OneOf is not { Count: > 0 }
        && schema.AnyOf is not { Count: > 0 }
        && schema.Discriminator is null;

    private void Add(SchemaPart part, ComponentSchema? root, SchemaView view, HashSet<(IOpenApiSchema, bool)>? visited, int depth)
    {
        if (!Step(part.Pointer, depth))
        {
            return;
        }

        if (part.Schema is OpenApiSchemaReference reference)
        {
            if (components.Find(reference) is { } component)
            {
                bool isBare = part.IsBare || (component != root && HasVariant(component, root)) || component.IsDiscriminatedBase;
                Add(component.Part with { IsBare = isBare }, root, view, visited, depth + 1);
            }

            return;
        }

        IOpenApiSchema schema = part.Schema;
        if (visited?.Add((schema, part.IsBare)) == false)
        {
            return;
        }

        for (int i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            Add(AllOfMember(part, schema.AllOf![i], i), root, view, visited, depth + 1);
        }

        view.Parts.Add(part);
        AddType(schema, view);
        AddValues(schema, view);
        AddMembers(part, view);
        if (!part.IsBare)
        {
            AddAlternatives(part, "oneOf", schema.OneOf, view);
            AddAlternatives(part, "anyOf", schema.AnyOf, view);
        }
    }

    private bool HasVariant(ComponentSchema component, ComponentSchema? root)
    {
        if (root is null)
        {
            return false;
        }

        foreach (IOpenApiSchema variant in component.Schema is OpenApiSchemaReference ? []
            : (component.Schema.OneOf ?? []).Concat(component.Schema.AnyOf ?? []))
        {
            if (components.Find(variant) == root)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddType(IOpenApiSchema schema, SchemaView view)
    {
        view.Format ??= schema.Format;
        view.Pattern ??= schema.Pattern;
        view.ContentMediaType ??= ContentMediaTypeOf(schema);
        view.ContentEncoding ??= (schema as IOpenApiSchemaMissingProperties)?.ContentEncoding;
        if (schema.Types() is not { } type || (type & ~SchemaTypes.Null) == 0)
        {
            return;
        }

        type &= ~SchemaTypes.Null;
        if (view.Types is not { } types)
        {
            view.Types = type;
            return;
        }

        // An integer is a number.
        SchemaTypes both = types & type;
        if (((types | type) & SchemaTypes.Number) != 0 && ((types | type) & SchemaTypes.Integer) != 0
            && (both & SchemaTypes.Number) == 0)
        {
            both |= SchemaTypes.Integer;
        }

        view.IsContradictory |= both == 0;
        view.Types = both == 0 ? types : both;
    }

    private static void AddValues(IOpenApiSchema schema, SchemaView view)
    {
        if (schema.Enum is not { Count: > 0 })
        {
            return;
        }

        List<SchemaValue> values = EnumValues.Read(schema);
        if (view.Values is not null)
        {
            HashSet<string> others =
                new(view.Values.ConvertAll(static value => value.Node?.ToJsonString() ?? "null"), StringComparer.Ordinal);
            List<SchemaValue> both = values.FindAll(value => others.Contains(value.Node?.ToJsonString() ?? "null"));
            values = both.Count > 0 ? both : values;
        }

        view.Values = values;
    }

    private void AddMembers(SchemaPart part, SchemaView view)
    {
        IOpenApiSchema schema = part.Schema;
        if (schema.Properties is { Count: > 0 })
        {
            foreach (KeyValuePair<string, SchemaPart> pair in PropertiesOf(part))
            {
                view.GetProperty(pair.Key).Parts.Add(pair.Value);
            }
        }

        view.Required.UnionWith(schema.Required ?? Enumerable.Empty<string>());
        if (schema.Items is not null)
        {
            (view.Items ??= []).Add(part.Child(schema.Items, "items", part.Name.Item()));
        }

        if (schema.AdditionalProperties is not null)
        {
            (view.AdditionalProperties ??= []).Add(part.Child(schema.AdditionalProperties, "additionalProperties", part.Name.Item()));
        }

        foreach (KeyValuePair<string, IOpenApiSchema> pattern in schema.PatternProperties
            ?? Enumerable.Empty<KeyValuePair<string, IOpenApiSchema>>())
        {
            view.PatternProperties.Add(part.Child(pattern.Value, "patternProperties", pattern.Key, part.Name.Item()));
        }
    }

    // A base is looked at once for each schema that extends it, and names and pointers are not for free.
    private List<KeyValuePair<string, SchemaPart>> PropertiesOf(SchemaPart part)
    {
        if (!_properties.TryGetValue((part.Schema, part.Name.Text), out List<KeyValuePair<string, SchemaPart>>? properties))
        {
            properties = new(part.Schema.Properties!.Count);
            foreach (KeyValuePair<string, IOpenApiSchema> pair in part.Schema.Properties!)
            {
                // A variant may be called after the property that marks it: then the value is 'ShapeCircleValue'.
                SuggestedName name = part.Name.Then(ChosenNames.Find(pair.Value) ?? pair.Key).Or("Value");
                properties.Add(new(pair.Key, part.Child(pair.Value, "properties", pair.Key, name)));
            }

            _properties.Add((part.Schema, part.Name.Text), properties);
        }

        return properties;
    }

    private static void AddAlternatives(SchemaPart part, string keyword, IList<IOpenApiSchema>? members, SchemaView view)
    {
        if (members is not { Count: > 0 })
        {
            return;
        }

        List<SchemaPart> alternatives = new(members.Count);
        for (int i = 0; i < members.Count; i++)
        {
            alternatives.Add(part.Child(members[i], keyword + "/" + i.ToString(CultureInfo.InvariantCulture), part.Name));
        }

        view.Alternatives.Add(new AlternativeSet(part, alternatives));
    }
}
