using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Finds the real alternatives of a <c>oneOf</c> or <c>anyOf</c>. Nested unions are flattened, null is removed, and alternatives that only
/// require properties are no types. Properties next to it are added to each.
/// </summary>
internal sealed class AlternativeCollector
{
    private readonly DocumentSchemas _schemas;
    private readonly InlineAlternatives _known;
    private readonly PlanTarget _target;
    private readonly List<SchemaPart> _common;
    private readonly SchemaView _commonView;
    private readonly bool _isFlat;
    private readonly bool _isAlone;
    private readonly HashSet<ComponentSchema> _visited = [];
    private readonly HashSet<ComponentSchema> _found = [];
    private readonly Stack<(IReadOnlyList<SchemaPart> Parts, SchemaPart Head, bool IsDiscriminated, int Depth)> _awaited = new();
    private bool _isDiscriminated;

    /// <param name="schemas">The document's schemas.</param>
    /// <param name="known">The alternatives that other unions found.</param>
    /// <param name="target">The purpose of the union.</param>
    /// <param name="common">Schemas next to the alternatives.</param>
    /// <param name="isFlat">Whether unions inside are taken apart; a discriminator may name them as they are.</param>
    /// <param name="isDiscriminated">Whether a discriminator names the alternatives.</param>
    /// <param name="depth">How deep they lie.</param>
    public AlternativeCollector(
        DocumentSchemas schemas, InlineAlternatives known, PlanTarget target, List<SchemaPart> common, bool isFlat, bool isDiscriminated, int depth)
    {
        _schemas = schemas;
        _known = known;
        _target = target;
        _common = common;
        _isFlat = isFlat;
        _isDiscriminated = isDiscriminated;
        _commonView = schemas.Views.View(common, root: null, depth);
        HasCommonMembers = _commonView.Properties.Count > 0 || _commonView.AdditionalProperties is not null
            || _commonView.PatternProperties.Count > 0;
        _isAlone = !HasCommonMembers && _commonView.Types is null && _commonView.Items is null && _commonView.Format is null
            && _commonView.Pattern is null;
        if (target.Component is not null)
        {
            _visited.Add(target.Component);
        }
    }

    /// <summary>The alternatives, in document order.</summary>
    public List<Alternative> Found { get; } = [];

    /// <summary>The schemas with a discriminator whose unions were taken apart.</summary>
    public List<SchemaPart> Discriminated { get; } = [];

    /// <summary>Whether members are next to the alternatives.</summary>
    public bool HasCommonMembers { get; }

    /// <summary>Whether an alternative adds nothing to the common members.</summary>
    public bool HasCommonOnly { get; private set; }

    /// <summary>Looks at all members of a <c>oneOf</c> or <c>anyOf</c>.</summary>
    public void Add(IEnumerable<SchemaPart> members, int depth)
    {
        Await(members, depth);
        AddAwaited();
    }

    /// <summary>Looks at one alternative of which all parts must hold.</summary>
    public void Add(IReadOnlyList<SchemaPart> parts, SchemaPart head, int depth)
    {
        _awaited.Push((parts, head, _isDiscriminated, depth));
        AddAwaited();
    }

    // Unions may hold unions a hundred levels deep, each of which would be four calls: they wait here instead of on the thread's stack.
    private void AddAwaited()
    {
        while (_awaited.Count > 0)
        {
            (IReadOnlyList<SchemaPart> parts, SchemaPart head, _isDiscriminated, int depth) = _awaited.Pop();
            AddNow(parts, head, depth);
        }
    }

    // The first comes first: it is on top.
    private void Await(IEnumerable<SchemaPart> members, int depth)
    {
        foreach (SchemaPart member in members.Reverse())
        {
            _awaited.Push(([member], member, _isDiscriminated, depth));
        }
    }

    private void AddNow(IReadOnlyList<SchemaPart> parts, SchemaPart head, int depth)
    {
        if (!_schemas.Views.Step(head.Pointer, depth))
        {
            return;
        }

        if (parts.Any(static part => Nullability.IsNullOnly(part.Schema)))
        {
            return;
        }

        List<SchemaPart> significant = _schemas.Views.Significant(parts, depth);
        if (significant.Count == 0)
        {
            AddUnconstrained(head);
        }
        else if (significant.Count == 1 && _schemas.FindComponent(significant[0]) is { } component)
        {
            AddComponent(_schemas.Follow(component, depth), head, depth);
        }
        else
        {
            AddInline(significant, head, depth);
        }
    }

    private void AddUnconstrained(SchemaPart head)
    {
        if (HasCommonMembers || _commonView.Types is not null)
        {
            HasCommonOnly = true;
            return;
        }

        Found.Add(new Alternative(AlternativeForm.Any, new SchemaView(), head, Component: null, DiscriminatedAs: null, head.Pointer));
    }

    private void AddComponent(ComponentSchema component, SchemaPart head, int depth)
    {
        SchemaView view = _schemas.Views.View([component.Part], component, depth);
        if (view.Parts.Count == 1 && Nullability.IsNullOnly(component.Schema))
        {
            return;
        }

        bool isUnion = component.IsDiscriminatedBase || (view.Alternatives.Count > 0 && view.Values is null);
        if (isUnion && _isFlat && !HasCommonMembers && (component == _target.Component || CanBeTakenApart(component, view)))
        {
            // A union that holds itself holds nothing more for it.
            if (_visited.Add(component))
            {
                AddNested(view.Alternatives[0], depth);
            }

            return;
        }

        if (HasCommonMembers && !isUnion && !Covers(view) && AlternativeForms.Of(view) is AlternativeForm.Shape or AlternativeForm.FreeForm)
        {
            List<SchemaPart> parts = [.. _common, component.Part];
            AddView(parts, head with { Name = _target.Head.Name.Then(component.Part.Name.Text) }, component, depth);
            return;
        }

        if (_found.Add(component))
        {
            AlternativeForm form = isUnion ? AlternativeForm.Nested : FormOf(component, view);
            Found.Add(new Alternative(form, view, head, component, component, component.Part.Pointer) { Named = Named(component) });
        }
    }

    private void AddNested(AlternativeSet set, int depth)
    {
        bool isDiscriminated = _isDiscriminated;
        if (set.IsDiscriminated)
        {
            Discriminated.Add(set.Owner);
            _isDiscriminated = true;
        }

        Await(set.Members, depth + 1);
        _isDiscriminated = isDiscriminated;
    }

    // A component next to a union with a discriminator, not in it, has no value there.
    private ComponentSchema? Named(ComponentSchema? component) => _isDiscriminated ? component : null;

    // A discriminator names objects, and distinguishes them regardless of their form.
    private static AlternativeForm FormOf(ComponentSchema component, SchemaView view)
    {
        AlternativeForm form = AlternativeForms.Of(view);
        return component.IsDiscriminated && form is AlternativeForm.FreeForm or AlternativeForm.Map or AlternativeForm.Any
            ? AlternativeForm.Shape
            : form;
    }

    // If nothing next to its members would get lost.
    private bool CanBeTakenApart(ComponentSchema component, SchemaView view) =>
        !component.IsDiscriminatedBase && view.Alternatives.Count == 1 && view.Properties.Count == 0
            && _schemas.UnionSizes.IsSmall(component);

    private void AddInline(List<SchemaPart> significant, SchemaPart head, int depth)
    {
        // An alternative alone is the same in every union that contains it.
        if (_isAlone && significant.Count == 1 && _known.Find(significant[0], head) is { } known)
        {
            Found.AddRange(known);
            return;
        }

        SchemaView alone = _schemas.Views.View(significant, root: null, depth);
        if (AddsNothing(alone))
        {
            HasCommonOnly = true;
            return;
        }

        bool isNested = alone.Alternatives.Count == 1 && alone.Properties.Count == 0 && alone.Values is null;
        if (isNested && !HasCommonMembers && _isFlat)
        {
            AddNested(alone.Alternatives[0], depth);
            return;
        }

        int first = Found.Count;
        AddView(_isAlone ? significant : [.. _common, .. significant], head, discriminatedAs: null, depth);
        if (_isAlone && significant.Count == 1 && alone.Alternatives.Count == 0)
        {
            _known.Keep(significant[0], head, Found.GetRange(first, Found.Count - first));
        }
    }

    private void AddView(List<SchemaPart> parts, SchemaPart head, ComponentSchema? discriminatedAs, int depth)
    {
        SchemaView view = _schemas.Views.View(parts, root: null, depth);
        string identity = string.Join("&", parts.Select(static part => part.IsBare ? part.Pointer + "!" : part.Pointer));
        if (view.Types is { } types && (types & (types - 1)) != 0 && view.Values is null && view.Alternatives.Count == 0)
        {
            foreach (SchemaTypes type in JsonTypes.Each(types))
            {
                SchemaView only = view.Only(type, values: null);
                Found.Add(new Alternative(AlternativeForms.Of(only), only, head, Component: null, discriminatedAs, identity + "&" + type) { Named = Named(discriminatedAs) });
            }

            return;
        }

        Found.Add(new Alternative(AlternativeForms.Of(view), view, head, Component: null, discriminatedAs, identity) { Named = Named(discriminatedAs) });
    }

    // Only 'required', or properties that the common members have too and that are not constrained further.
    private bool AddsNothing(SchemaView view)
    {
        if (view.Alternatives.Count > 0 || view.Values is not null || view.Items is not null || view.Format is not null
            || view.AdditionalProperties is not null || view.PatternProperties.Count > 0)
        {
            return false;
        }

        foreach (PropertyView property in view.Properties)
        {
            if (_commonView.FindProperty(property.Name) is null
                || !property.Parts.TrueForAll(static part => SchemaViews.SaysOnlyType(part.Schema)))
            {
                return false;
            }
        }

        return HasCommonMembers || view.Types is null || (view.Types == _commonView.Types && view.Required.Count > 0);
    }

    private bool Covers(SchemaView view) => _commonView.Properties.TrueForAll(property => view.FindProperty(property.Name) is not null)
        && (_commonView.AdditionalProperties is null || view.AdditionalProperties is not null)
        && (_commonView.PatternProperties.Count == 0 || view.PatternProperties.Count > 0);
}
