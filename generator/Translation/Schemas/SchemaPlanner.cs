using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Decides what each schema becomes. Properties of classes are looked at later, so that recursive schemas end.</summary>
internal sealed class SchemaPlanner
{
    private const int StepsPerProperty = 5;

    // Ten times what the largest public documents have; the compiler takes a millisecond for each.
    private const int MaximumProperties = 2_000;

    // ASP.NET Core has no format for it, and NSwag has that of ISO 8601.
    private const string TimeSpanPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    private readonly TranslationContext _context;
    private readonly UnionPlanner _unions;
    private readonly bool _isOfNSwag;
    private readonly Dictionary<string, TypePlan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypePlan> _alternatives = new(StringComparer.Ordinal);
    private readonly Dictionary<IOpenApiSchema, int> _ids = [];

    public SchemaPlanner(TranslationContext context)
    {
        _context = context;
        Schemas = new DocumentSchemas(context);
        _unions = new UnionPlanner(context, this);
        _isOfNSwag = ChosenNames.Text(context.Document.Extensions, "x-generator")?.StartsWith("NSwag", StringComparison.Ordinal) == true;
        DiscriminatedComponents.Mark(context, Schemas);
    }

    /// <summary>The schemas of the document, before any decision.</summary>
    public DocumentSchemas Schemas { get; }

    /// <summary>All types that may be emitted, in the order in which they were met.</summary>
    public List<EmittedPlan> Emitted { get; } = [];

    /// <summary>Plans schemas that must all hold.</summary>
    /// <param name="parts">The schemas.</param>
    /// <param name="name">Name of an inline type made of them.</param>
    /// <param name="depth">How deep they lie.</param>
    public TypePlan Plan(IReadOnlyList<SchemaPart> parts, SuggestedName name, int depth)
    {
        if (parts.Count == 0 || !Schemas.Views.Step(parts[0].Pointer, depth))
        {
            return ScalarPlan.Any;
        }

        List<SchemaPart> significant = Schemas.Views.Significant(parts, depth);
        if (significant.Count == 0)
        {
            return ScalarPlan.Any;
        }

        if (significant.Count == 1 && Schemas.FindComponent(significant[0]) is { } component && !significant[0].IsBare)
        {
            return new ComponentPlan(component);
        }

        string key = KeyOf(significant);
        if (!_plans.TryGetValue(key, out TypePlan? plan))
        {
            SchemaView view = Schemas.Views.View(significant, root: null, depth);
            plan = Plan(view, PlanTarget.Inline(significant, name), depth);
            _plans[key] = plan;
        }

        (plan as EmittedPlan)?.Suggest(name);
        return plan;
    }

    /// <summary>
    /// Plans the schema of a multipart body. Only a class has parts: alternatives of objects are one with the members of all.
    /// </summary>
    public TypePlan PlanParts(SchemaPart part, int depth)
    {
        TypePlan plan = Plan([part], part.Name, depth);
        if (Resolve(plan, depth) is not UnionPlan)
        {
            return plan;
        }

        List<SchemaPart> significant = Schemas.Views.Significant([part], depth);
        ComponentSchema? component = significant.Count == 1 && Schemas.FindComponent(significant[0]) is { } named ? Schemas.Follow(named, depth) : null;
        if (component is { IsDiscriminatedBase: true })
        {
            return plan;
        }

        string key = KeyOf(significant) + "parts";
        if (!_plans.TryGetValue(key, out TypePlan? parts))
        {
            IReadOnlyList<SchemaPart> described = component is null ? significant : [component.Part];
            SchemaView view = Schemas.Views.View(described, component, depth);
            _unions.MergeAlternatives(view, [.. view.Alternatives], depth);
            parts = view.Properties.Count == 0
                ? plan
                : PlanObject(view, PlanTarget.Inline(described, part.Name).Then(part.Name, "parts"), depth);
            _plans.Add(key, parts);
        }

        (parts as EmittedPlan)?.Suggest(part.Name);
        return parts;
    }

    /// <summary>The plan of a component, through all components that only rename it; null while it is being planned.</summary>
    public TypePlan? Resolve(TypePlan plan, int depth)
    {
        ComponentSchema? first = null;
        HashSet<ComponentSchema>? others = null;
        while (plan is ComponentPlan alias)
        {
            if (alias.Component == first || (first is not null && !(others ??= []).Add(alias.Component)))
            {
                _context.Diagnostics.Report(DiagnosticDescriptors.SchemaRing, alias.Component.Part.Pointer, alias.Component.Key);
                return ScalarPlan.Any;
            }

            first ??= alias.Component;
            if (PlanComponent(alias.Component, depth) is not { } next)
            {
                return null;
            }

            plan = next;
        }

        return plan;
    }

    /// <summary>The component of a plan that is still being planned; else null.</summary>
    public static ComponentSchema? FindUnfinished(TypePlan plan)
    {
        TypePlan? next = plan;
        while (next is ComponentPlan { Component: { IsBeingPlanned: false } component })
        {
            next = component.Plan;
        }

        return (next as ComponentPlan)?.Component;
    }

    /// <summary>The plan of a component; null while it is being planned.</summary>
    public TypePlan? PlanComponent(ComponentSchema component, int depth)
    {
        if (component.Plan is not null)
        {
            return component.Plan;
        }

        if (component.IsBeingPlanned || !Schemas.Views.Step(component.Part.Pointer, depth))
        {
            return null;
        }

        component.IsBeingPlanned = true;
        List<SchemaPart> significant = Schemas.Views.Significant([component.Part], depth);
        if (significant.Count == 0 && !component.IsDiscriminated)
        {
            component.Plan = ScalarPlan.Any;
        }
        else if (Schemas.AliasOf(component, significant) is { } alias)
        {
            component.Plan = new ComponentPlan(alias);
        }
        else
        {
            SchemaView view = Schemas.Views.View(significant, component, depth);
            component.Plan = Plan(view, PlanTarget.Of(component), depth);
        }

        component.IsBeingPlanned = false;
        return component.Plan;
    }

    /// <summary>Plans a view.</summary>
    public TypePlan Plan(SchemaView view, PlanTarget target, int depth)
    {
        if (!Schemas.Views.Step(target.Head.Pointer, depth))
        {
            return ScalarPlan.Any;
        }

        if (view.IsContradictory)
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.ConflictingSchemas, target.Head.Pointer);
            return ScalarPlan.Any;
        }

        if (target.Component is { IsDiscriminatedBase: true })
        {
            return _unions.PlanBase(target.Component, target, depth);
        }

        if (view.Values is not null && PlanValues(view, target, depth) is { } values)
        {
            return values;
        }

        if (view.Alternatives.Count > 0 && _unions.PlanAlternatives(view, target, depth) is { } union)
        {
            return union;
        }

        SchemaTypes type = view.Types ?? JsonTypes.Infer(view);
        if (target.Component is { IsDiscriminated: true } && type == 0)
        {
            type = SchemaTypes.Object;
        }

        List<SchemaTypes> types = [.. JsonTypes.Each(type)];
        return types.Count > 1 && JsonTypes.AreAll(type) && view.Items is null && AlternativeForms.IsFreeForm(view) ? ScalarPlan.Any
            : types.Count > 1 ? _unions.PlanTypes(view, types, target, depth)
            : PlanSingle(view, types.Count == 0 ? 0 : types[0], target, depth);
    }

    /// <summary>Plans an inline alternative; the same for all unions that contain it.</summary>
    public TypePlan Plan(Alternative alternative, SuggestedName name, int depth)
    {
        if (!_alternatives.TryGetValue(alternative.Identity, out TypePlan? plan))
        {
            plan = Plan(alternative.View, alternative.Target(name), depth);
            _alternatives[alternative.Identity] = plan;
        }

        (plan as EmittedPlan)?.Suggest(name);
        return plan;
    }

    /// <summary>Keeps a type that may be emitted.</summary>
    public T Emit<T>(T plan)
        where T : EmittedPlan
    {
        // Properties are kept for each class that has them: a base of a thousand with a thousand classes on it is a million.
        int properties = plan is ObjectPlan @object ? @object.View.Properties.Count : 0;
        Schemas.Views.Spend(plan.Part.Pointer, StepsPerProperty * properties);
        _context.Output.AddPlanned(properties);
        Emitted.Add(plan);
        return plan;
    }

    private TypePlan? PlanValues(SchemaView view, PlanTarget target, int depth)
    {
        EnumPlanner enums = new(_context, view, target);
        if (enums.KindsOfValues is { Count: > 1 } kinds)
        {
            return _unions.PlanKinds(view, kinds, target, depth);
        }

        TypePlan? plan = enums.Plan();
        return plan is EnumPlan emitted ? Emit(emitted) : plan;
    }

    private TypePlan PlanSingle(SchemaView view, SchemaTypes type, PlanTarget target, int depth) => type switch
    {
        SchemaTypes.Boolean => new ScalarPlan(ScalarType.Boolean),
        SchemaTypes.Integer => new ScalarPlan(NumberForms.TypeOf(Scalar.OfInteger(view.Format), view.NumberForm)),
        SchemaTypes.Number => new ScalarPlan(NumberForms.TypeOf(Scalar.OfNumber(view.Format), view.NumberForm)),
        SchemaTypes.String => PlanString(view),
        SchemaTypes.Array => PlanArray(view, target, depth),
        SchemaTypes.Object => PlanObject(view, target, depth),
        _ => ScalarPlan.Any,
    };

    private TypePlan PlanString(SchemaView view)
    {
        bool isEncoded = view.ContentEncoding is "base64";
        bool isMedia = view.ContentMediaType is { } media && !MediaTypes.IsText(media);
        if (view.Format is "binary" || (isMedia && view.ContentEncoding is null))
        {
            return BinaryPlan.Instance;
        }

        Scalar scalar = isEncoded ? Scalar.Bytes
            : view.Format is null && view.Pattern == TimeSpanPattern ? Scalar.TimeSpan
            : view.Format is "duration" && _isOfNSwag ? Scalar.TimeSpan
            : Scalar.OfString(view.Format);
        return new ScalarPlan(new ScalarType(scalar), constant: null, isSecret: view.Format is "password");
    }

    private ListPlan PlanArray(SchemaView view, PlanTarget target, int depth)
    {
        if (view.Items is not { } items)
        {
            return new ListPlan(ScalarPlan.Any, isItemNullable: false);
        }

        SuggestedName name = items.Count == 1 ? items[0].Name : target.Head.Name.Item();
        return new ListPlan(Plan(items, name, depth + 1), Schemas.Nullability.IsNullable(items));
    }

    private TypePlan PlanObject(SchemaView view, PlanTarget target, int depth)
    {
        if (view.Properties.Count > MaximumProperties)
        {
            _context.Diagnostics.Report(
                DiagnosticDescriptors.TooManyProperties,
                target.Head.Pointer,
                target.Head.Name.Text,
                view.Properties.Count.ToString(CultureInfo.InvariantCulture),
                MaximumProperties.ToString(CultureInfo.InvariantCulture));
            view.KeepFirst(MaximumProperties);
        }

        if (view.Properties.Count > 0 || target.Component is { IsDiscriminated: true })
        {
            return Emit(new ObjectPlan(target.Head, target.Component, view) { Identity = target.Identity });
        }

        if (AlternativeForms.IsFreeForm(view))
        {
            return ScalarPlan.Any;
        }

        (TypePlan value, bool isNullable) = PlanAdditional(view, target.Head.Name, depth);
        return new MapPlan(value, isNullable);
    }

    /// <summary>The type of additional members.</summary>
    public (TypePlan Value, bool IsNullable) PlanAdditional(SchemaView view, SuggestedName owner, int depth)
    {
        List<SchemaPart> values = [.. view.PatternProperties];
        if (view.AdditionalProperties is not null && (values.Count == 0 || Schemas.Views.Significant(view.AdditionalProperties, depth).Count > 0))
        {
            values.AddRange(view.AdditionalProperties);
        }

        // Members by pattern and the rest are alternatives, because a name decides between them and no type can express that.
        TypePlan plan = view.PatternProperties.Count == 0 || values.Count == 1
            ? Plan(values, values.Count == 1 ? values[0].Name : owner.Item(), depth + 1)
            : _unions.PlanOneOf(values, owner.Item(), depth + 1);
        return (plan, Schemas.Nullability.IsNullable(values));
    }

    private string KeyOf(List<SchemaPart> parts) => parts.Count == 1 ? KeyOf(parts[0]) : string.Concat(parts.Select(KeyOf));

    private string KeyOf(SchemaPart part)
    {
        // Every reference is a separate object for one component.
        IOpenApiSchema schema = Schemas.FindComponent(part)?.Schema ?? part.Schema;
        if (!_ids.TryGetValue(schema, out int id))
        {
            id = _ids.Count;
            _ids.Add(schema, id);
        }

        return id.ToString(CultureInfo.InvariantCulture) + (part.IsBare ? "!" : ",");
    }
}
