using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Writes planned types as C# refers to them, once names are decided.</summary>
internal sealed class TypeReferences(TranslationContext context, SchemaPlanner planner)
{
    private readonly Dictionary<EmittedPlan, EmittedType> _types = [];
    private readonly Dictionary<string, EmittedPlan> _emitted = new(StringComparer.Ordinal);
    private readonly Dictionary<UnionPlan, bool> _scalarUnions = [];

    // Components that are only another name, on the way to their target.
    private readonly HashSet<ComponentSchema> _open = [];

    // Lists and dictionaries within each other are one type expression, which the compiler has to read as well.
    private const int MaximumNesting = 32;
    private int _nesting;
    private string _place = "";

    /// <summary>The type of a body as a whole: bytes are streamed.</summary>
    public TypeReference OfBody(TypePlan plan, SchemaUse use) =>
        planner.Resolve(plan, 0) is BinaryPlan ? (use & SchemaUse.InRequest) != 0 ? FileType.Instance : StreamType.Instance : Of(plan, use);

    /// <summary>The type of a value.</summary>
    /// <param name="plan">Its kind.</param>
    /// <param name="use">How the type that holds it is used: as the parts of a body, binary members are files.</param>
    public TypeReference Of(TypePlan plan, SchemaUse use)
    {
        switch (plan)
        {
            case ScalarPlan scalar:
                return scalar.Type;
            case BinaryPlan:
                return (use & SchemaUse.Parts) != 0 ? FileType.Instance : ScalarType.String;
            case ListPlan or MapPlan when _nesting == MaximumNesting:
                context.Diagnostics.Report(
                    DiagnosticDescriptors.SchemaTooDeep, _place, MaximumNesting.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return AnyType.Instance;
            case ListPlan list:
                return OfList(list, use);
            case MapPlan map:
                return OfMap(map);
            case ComponentPlan alias:
                return OfComponent(alias.Component, use);
            default:
                return OfEmitted((EmittedPlan)plan);
        }
    }

    /// <summary>The plan of an emitted type that <see cref="Of"/> wrote, or null.</summary>
    public EmittedPlan? FindEmitted(TypeReference type) =>
        type is EmittedType emitted && _emitted.TryGetValue(emitted.Name.Name, out EmittedPlan? plan) ? plan : null;

    /// <summary>The name of an emitted type.</summary>
    public string NameOf(EmittedPlan plan)
    {
        EmittedPlan emitted = plan.Representative;
        return context.Names.Get(emitted.Identity, emitted.Name.Text, emitted.Name.Alternative, emitted.OwnMembers);
    }

    /// <summary>Proposes the name of an emitted type, after all references to it are known.</summary>
    public void Claim(EmittedPlan plan)
    {
        EmittedPlan emitted = plan.Representative;
        NameRank rank = emitted.Name.IsChosen ? NameRank.Chosen
            : emitted.Component is null ? NameRank.Inline
            : emitted.Component.Key == emitted.Name.Text ? NameRank.ExactComponent : NameRank.Component;
        context.Names.Claim(emitted.Identity, emitted.Name.Text, rank, emitted.Name.Alternative, emitted.OwnMembers);
    }

    private ListType OfList(ListPlan list, SchemaUse use)
    {
        _nesting++;
        // A part can be a file, or a list of files; lists in lists are JSON.
        TypeReference item = Of(list.Item, planner.Resolve(list.Item, 0) is ListPlan ? use & ~SchemaUse.Parts : use);
        _nesting--;
        return new ListType(item.WithNull(list.IsItemNullable));
    }

    private MapType OfMap(MapPlan map)
    {
        _nesting++;
        TypeReference value = Of(map.Value, SchemaUse.None);
        _nesting--;
        return new MapType(value.WithNull(map.IsValueNullable));
    }

    private TypeReference OfComponent(ComponentSchema component, SchemaUse use)
    {
        if (planner.PlanComponent(component, 0) is not { } plan)
        {
            return AnyType.Instance;
        }

        if (plan is EmittedPlan emitted)
        {
            return OfEmitted(emitted);
        }

        _place = component.Part.Pointer;
        if (_open.Count > SchemaViews.MaximumDepth || !_open.Add(component))
        {
            context.Diagnostics.Report(DiagnosticDescriptors.SchemaRing, component.Part.Pointer, component.Key);
            return AnyType.Instance;
        }

        TypeReference type = Of(plan, use);
        _open.Remove(component);
        return type;
    }

    private EmittedType OfEmitted(EmittedPlan plan)
    {
        EmittedPlan emitted = plan.Representative;
        if (!_types.TryGetValue(emitted, out EmittedType? type))
        {
            QualifiedTypeName name = new(context.Options.Namespace, NameOf(emitted));
            type = new EmittedType(name, IsValue: emitted is EnumPlan or IdPlan, HasText: IsScalar(emitted, 0))
            {
                Codec = OwnEnumCodec(emitted, name.Name) is { } codec ? name with { Name = codec } : null,
            };
            _types.Add(emitted, type);
            _emitted.Add(name.Name, emitted);
        }

        return type;
    }

    /// <summary>The name of the codec of an enum that the user declares, or null for a type that is emitted.</summary>
    /// <param name="plan">The type.</param>
    /// <param name="name">Its name.</param>
    public string? OwnEnumCodec(EmittedPlan plan, string name) => plan is EnumPlan { Kind: EnumKind.String } && context.UserNames.HasEnum(name)
        ? context.Names.Get("codec " + plan.Representative.Identity, Identifiers.Join(name, "Json"))
        : null;

    private bool IsScalar(TypePlan plan, int depth) => plan switch
    {
        EnumPlan or IdPlan => true,
        ScalarPlan scalar => scalar.Type.IsScalar,
        UnionPlan union => depth < SchemaViews.MaximumDepth && IsScalar(union, depth),
        _ => false,
    };

    // A union of values that all have one text has one text too; one that holds itself has none. Each is asked once: unions that share their
    // variants level by level have more ways down than there is time.
    private bool IsScalar(UnionPlan union, int depth)
    {
        if (!_scalarUnions.TryGetValue(union, out bool isScalar))
        {
            _scalarUnions.Add(union, false);
            isScalar = union.Variants.TrueForAll(variant => planner.Resolve(variant.Type, 0) is { } type && IsScalar(type, depth + 1));
            _scalarUnions[union] = isScalar;
        }

        return isScalar;
    }
}
