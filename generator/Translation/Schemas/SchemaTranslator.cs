using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Decides which C# type each schema becomes: schemas of operations are planned, then names are decided, then
/// plans are written as types and models.
/// </summary>
internal sealed class SchemaTranslator
{
    private readonly TranslationContext _context;
    private readonly SchemaPlanner _planner;
    private readonly SchemaReach _reach;
    private readonly TypeReferences _references;
    private readonly VariantRoles _roles;
    private readonly SchemaModels _models;
    private readonly EqualTypes _equal;
    private readonly Dictionary<EmittedPlan, FileModel> _written = [];
    private readonly IIdentifierTypes? _ids;

    /// <param name="context">The context of the document.</param>
    /// <param name="ids">Creates the source of types for identifiers, or null for none. Called after all components are planned.</param>
    public SchemaTranslator(TranslationContext context, Func<SchemaPlanner, IIdentifierTypes>? ids = null)
    {
        _context = context;
        _planner = new SchemaPlanner(context);
        _reach = new SchemaReach(_planner, () => _ids, context.CancellationToken);
        _references = new TypeReferences(context, _planner);
        _equal = new EqualTypes(_planner, _reach, context.CancellationToken);
        Discriminators = new Discriminators(context, _planner, _reach);
        _roles = new VariantRoles(_planner, Discriminators, context.CancellationToken);
        _models = new SchemaModels(context, _planner, _reach, _references, Discriminators, _roles, FindEmitted);

        // In ordinal order of their keys, so that rings are cut at the same place whatever the document's order.
        foreach (ComponentSchema component in _planner.Schemas.Components.All)
        {
            _planner.PlanComponent(component, 0);
        }

        _ids = ids?.Invoke(_planner);
    }

    /// <summary>Plans the type of a schema's values. <see cref="IsNullable"/> decides whether they may be null.</summary>
    /// <param name="schema">The schema in an operation: inline or a reference.</param>
    /// <param name="pointer">Its JSON pointer, without <c>#</c>.</param>
    /// <param name="name">Name of an inline type.</param>
    /// <param name="use">Where its values travel.</param>
    public PlannedType Plan(IOpenApiSchema schema, string pointer, SuggestedName name, SchemaUse use) =>
        Reach(PlanOf(schema, pointer, name), use, isBody: false);

    /// <summary>The same for the schema of a whole body, whose bytes are streamed: its type is then <see cref="TypeReference.IsBinary"/>.</summary>
    /// <inheritdoc cref="Plan" path="/param"/>
    public PlannedType PlanBody(IOpenApiSchema schema, string pointer, SuggestedName name, SchemaUse use) =>
        Reach(PlanOf(schema, pointer, name), use, isBody: true);

    /// <summary>The same for the schema of a multipart body, each member of which is a part.</summary>
    /// <inheritdoc cref="Plan" path="/param"/>
    /// <param name="isFile">Whether a member is a file without a schema.</param>
    public PlannedType PlanParts(IOpenApiSchema schema, string pointer, SuggestedName name, Func<string, bool> isFile)
    {
        PlannedType planned = Reach(_planner.PlanParts(new SchemaPart(schema, pointer, name), 0), SchemaUse.Parts, isBody: true);
        if (_planner.Resolve(planned.Plan, 0) is ObjectPlan parts)
        {
            foreach (PropertyPlan property in _reach.Expand(parts))
            {
                if (PropertyTraits.IsUndescribed(property) && isFile(property.View.Name))
                {
                    parts.Files.Add(property.View.Name);
                }
            }
        }

        return planned;
    }

    /// <summary>The same for the schema of a parameter, which may hold identifiers.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Its JSON pointer, without <c>#</c>.</param>
    /// <param name="name">Name of an inline type.</param>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="path">The path that it is part of; null for a parameter elsewhere.</param>
    public PlannedType PlanParameter(IOpenApiSchema schema, string pointer, SuggestedName name, string parameter, string? path)
    {
        TypePlan plan = PlanOf(schema, pointer, name);
        return Reach(_ids?.OfParameter(schema, pointer, parameter, path, plan) ?? plan, SchemaUse.Sent, isBody: false);
    }

    /// <summary>Adds the union of all webhooks' events to the types to emit.</summary>
    /// <param name="bodies">Bodies of all webhooks.</param>
    public void PlanEvents(List<EventBody> bodies)
    {
        if (new EventUnionPlanner(_context, _planner, _reach).Plan(bodies) is { } union)
        {
            Reach(union, SchemaUse.Received, isBody: false);
        }
    }

    /// <summary>Whether a planned type is raw bytes.</summary>
    public bool IsBinary(PlannedType type) => _planner.Resolve(type.Plan, 0) is BinaryPlan;

    /// <summary>Whether a planned type is any string.</summary>
    public bool IsString(PlannedType type) => _planner.Resolve(type.Plan, 0) is ScalarPlan scalar && scalar.Type == ScalarType.String;

    /// <summary>Whether two planned types will be united.</summary>
    public bool AreEqual(PlannedType left, PlannedType right) => left.IsBody == right.IsBody && _equal.AreEqual(left.Plan, right.Plan);

    /// <summary>The type that was planned, once names are decided.</summary>
    public TypeReference TypeOf(PlannedType type)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        return type.IsBody ? _references.OfBody(type.Plan, type.Use) : _references.Of(type.Plan, type.Use);
    }

    /// <summary>Whether a schema allows <c>null</c>, in any notation of documents.</summary>
    public bool IsNullable(IOpenApiSchema schema) => _planner.Schemas.Nullability.IsNullable(schema);

    /// <summary>The emitted type behind a reference (object, enum, union), or null for a type that is not emitted.</summary>
    public FileModel? FindEmitted(TypeReference type)
    {
        if (_references.FindEmitted(type) is not { } plan)
        {
            return null;
        }

        if (!_written.TryGetValue(plan, out FileModel? model))
        {
            model = _models.Of(plan);
            _written.Add(plan, model);
        }

        return model;
    }

    /// <summary>Unites equal inline types of all plans so far.</summary>
    public void Unite() => _equal.Unite(_planner.Emitted);

    /// <summary>Settles the names of all types, once everything is planned.</summary>
    public void DecideNames()
    {
        if (!HasFilter(_context.Options))
        {
            foreach (ComponentSchema component in _planner.Schemas.Components.All)
            {
                _reach.Mark(component.Plan ?? ScalarPlan.Any, SchemaUse.None);
            }
        }

        Unite();
        List<EmittedPlan> plans = [.. _planner.Emitted];
        _roles.Find(plans);
        foreach (EmittedPlan plan in plans)
        {
            // A component keeps its name free even when a filter leaves it out, so that filters rename nothing.
            if (plan.Component is not null || (plan.IsReached && plan.Representative == plan))
            {
                _references.Claim(plan);
            }
        }

        _context.Names.Decide();
        if (_ids is { IsEmpty: true })
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.NoIdentifiers, "");
        }
    }

    /// <summary>The emitted types with what is printed of them, once all are complete.</summary>
    public IEnumerable<KeyValuePair<EmittedPlan, FileModel>> Written => _written;

    /// <summary>Knows what each schema becomes.</summary>
    public SchemaPlanner Planner => _planner;

    /// <summary>Knows the members of each class.</summary>
    public SchemaReach Members => _reach;

    /// <summary>Knows which values name which variant.</summary>
    public Discriminators Discriminators { get; }

    /// <summary>Knows which classes write the value that names them.</summary>
    public VariantRoles Roles => _roles;

    /// <summary>An emitted type, once names are decided.</summary>
    public TypeReference TypeOf(EmittedPlan plan) => _references.Of(plan, plan.Use);

    /// <summary>All types to emit: requested types, the types that they refer to, and, without a filter, every component.</summary>
    public IEnumerable<FileModel> Complete()
    {
        foreach (EmittedPlan plan in _planner.Emitted)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (plan.IsReached && plan.Representative == plan)
            {
                ReportName(plan);
                yield return FindEmitted(_references.Of(plan, plan.Use))!;
            }
        }
    }

    private TypePlan PlanOf(IOpenApiSchema schema, string pointer, SuggestedName name) => _planner.Plan([new SchemaPart(schema, pointer, name)], name, 0);

    private PlannedType Reach(TypePlan plan, SchemaUse use, bool isBody)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        _reach.Mark(plan, use);
        return new PlannedType(plan, use, isBody);
    }

    private void ReportName(EmittedPlan plan)
    {
        string name = _references.NameOf(plan);
        if (name != plan.Name.Text && name != plan.Name.Alternative && name != _context.UserNames.FindType(plan.Name.Text))
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.TypeRenamed, plan.Part.Pointer, name, plan.Name.Text);
        }
    }

    private static bool HasFilter(DocumentOptions options) =>
        options.IncludeTags.Count > 0 || options.ExcludeTags.Count > 0 || options.IncludeOperations.Count > 0
        || options.ExcludeOperations.Count > 0 || options.ExcludeDeprecated;
}
