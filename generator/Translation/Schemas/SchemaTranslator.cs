using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Ids;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Decides which C# type each schema becomes. Asked once to learn what there is, then names are decided, then asked again for the
/// final types.
/// </summary>
internal sealed class SchemaTranslator
{
    private readonly TranslationContext _context;
    private readonly SchemaPlanner _planner;
    private readonly SchemaReach _reach;
    private readonly TypeReferences _references;
    private readonly VariantRoles _roles;
    private readonly SchemaModels _models;
    private readonly Dictionary<(EmittedPlan, SchemaUse), FileModel> _early = [];
    private readonly Dictionary<EmittedPlan, FileModel> _final = [];
    private readonly StrongIds? _ids;
    private bool _hasEvents;

    public SchemaTranslator(TranslationContext context)
    {
        _context = context;
        _planner = new SchemaPlanner(context);
        _reach = new SchemaReach(_planner, () => _ids, context.CancellationToken);
        _references = new TypeReferences(context, _planner);
        Discriminators discriminators = new(context, _planner, _reach);
        _roles = new VariantRoles(_planner, discriminators, context.CancellationToken);
        _models = new SchemaModels(context, _planner, _reach, _references, discriminators, _roles, FindEmitted);

        // In ordinal order of their keys, so that rings are cut at the same place whatever the document's order.
        foreach (ComponentSchema component in _planner.Components.All)
        {
            _planner.PlanComponent(component, 0);
        }

        _ids = context.Options.StrongIds ? new StrongIds(_planner, context) : null;
    }

    /// <summary>The C# type of a schema's values; whether they may be null is <see cref="IsNullable"/>'s to say.</summary>
    /// <param name="schema">The schema as it stands in an operation: inline or a reference.</param>
    /// <param name="pointer">Its JSON pointer, without <c>#</c>.</param>
    /// <param name="name">What an inline type is called.</param>
    /// <param name="use">Where its values travel.</param>
    public TypeReference Translate(IOpenApiSchema schema, string pointer, SuggestedName name, SchemaUse use) =>
        _references.Of(Reach(Plan(schema, pointer, name), use), use);

    /// <summary>The same for the schema of a whole body, whose bytes are streamed: its type is then of <see cref="TypeKind.Binary"/>.</summary>
    /// <inheritdoc cref="Translate" path="/param"/>
    public TypeReference TranslateBody(IOpenApiSchema schema, string pointer, SuggestedName name, SchemaUse use) =>
        _references.OfBody(Reach(Plan(schema, pointer, name), use), use);

    /// <summary>The same for the schema of a multipart body, each member of which is a part.</summary>
    /// <inheritdoc cref="Translate" path="/param"/>
    /// <param name="isFile">Whether a member is a file of which the schema says nothing at all.</param>
    public TypeReference TranslateParts(IOpenApiSchema schema, string pointer, SuggestedName name, Func<string, bool> isFile)
    {
        TypePlan plan = Reach(_planner.PlanParts(new SchemaPart(schema, pointer, name), 0), SchemaUse.Parts);
        if (_planner.Resolve(plan, 0) is ObjectPlan parts)
        {
            foreach (PropertyPlan property in _reach.Expand(parts))
            {
                if (PropertyTraits.IsUndescribed(property) && isFile(property.View.Name))
                {
                    parts.Files.Add(property.View.Name);
                }
            }
        }

        return _references.OfBody(plan, SchemaUse.Parts);
    }

    /// <summary>The same for the schema of a parameter, which may hold identifiers.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Its JSON pointer, without <c>#</c>.</param>
    /// <param name="name">What an inline type is called.</param>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="path">The path that it is part of; null for a parameter elsewhere.</param>
    public TypeReference TranslateParameter(IOpenApiSchema schema, string pointer, SuggestedName name, string parameter, string? path)
    {
        TypePlan plan = Plan(schema, pointer, name);
        return _references.Of(Reach(_ids?.OfParameter(schema, pointer, parameter, path, plan) ?? plan, SchemaUse.Sent), SchemaUse.Sent);
    }

    /// <summary>Makes the union of all webhooks' events one of the types to emit. Asked twice like everything else, it does so once.</summary>
    /// <param name="bodies">Bodies of all webhooks.</param>
    public void TranslateEvents(List<EventBody> bodies)
    {
        if (!_hasEvents && new EventUnionPlanner(_context, _planner, _reach).Plan(bodies) is { } union)
        {
            Reach(union, SchemaUse.Received);
        }

        _hasEvents = true;
    }

    /// <summary>Whether a schema allows <c>null</c>, in any of the ways in which documents say so.</summary>
    public bool IsNullable(IOpenApiSchema schema) => _planner.Nullability.IsNullable(schema);

    /// <summary>Type of a list's items, or null when the type is no list.</summary>
    public TypeReference? FindItem(TypeReference list) => _references.FindItem(list);

    /// <summary>The emitted type behind a reference (object, enum, union), or null for a type that is not emitted.</summary>
    public FileModel? FindEmitted(TypeReference type)
    {
        if (_references.FindEmitted(type) is not { } plan)
        {
            return null;
        }

        FileModel? model;
        if (!_context.Names.IsDecided)
        {
            // Many operations may take one form. Where its values travel is part of the model, and not yet known for good.
            if (!_early.TryGetValue((plan, plan.Use), out model))
            {
                model = _models.Of(plan);
                _early.Add((plan, plan.Use), model);
            }
        }
        else if (!_final.TryGetValue(plan, out model))
        {
            model = _models.Of(plan);
            _final.Add(plan, model);
        }

        return model;
    }

    /// <summary>Says which types there are and what they would like to be called. Called once, right before names are decided.</summary>
    public void ClaimNames()
    {
        if (!HasFilter(_context.Options))
        {
            foreach (ComponentSchema component in _planner.Components.All)
            {
                _reach.Mark(component.Plan ?? ScalarPlan.Any, SchemaUse.None);
            }
        }

        List<EmittedPlan> plans = [.. _planner.Emitted];
        new EqualTypes(_planner, _reach, _context.CancellationToken).Unite(plans);
        _roles.Find(plans);
        foreach (EmittedPlan plan in plans)
        {
            // A component keeps its name free even when a filter leaves it out, so that filters rename nothing.
            if (plan.Component is not null || (plan.IsReached && plan.Representative == plan))
            {
                _references.Claim(plan);
            }
        }

        if (_ids is { IsEmpty: true })
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.NoIdentifiers, "");
        }
    }

    /// <summary>All types to emit: those that were asked for, what they refer to, and, when no filter is set, every component.</summary>
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

    private TypePlan Plan(IOpenApiSchema schema, string pointer, SuggestedName name) => _planner.Plan([new SchemaPart(schema, pointer, name)], name, 0);

    private TypePlan Reach(TypePlan plan, SchemaUse use)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        _reach.Mark(plan, use);
        return plan;
    }

    private void ReportName(EmittedPlan plan)
    {
        string name = _references.NameOf(plan);
        if (name != plan.Name.Text && name != plan.Name.Alternative && name != _context.Facts.FindTypeName(plan.Name.Text))
        {
            _context.Diagnostics.Report(DiagnosticDescriptors.TypeRenamed, plan.Part.Pointer, name, plan.Name.Text);
        }
    }

    private static bool HasFilter(DocumentOptions options) =>
        options.IncludeTags.Count > 0 || options.ExcludeTags.Count > 0 || options.IncludeOperations.Count > 0
        || options.ExcludeOperations.Count > 0 || options.ExcludeDeprecated;
}
