using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Writes planned types as C# refers to them, once names are decided.</summary>
internal sealed class TypeReferences(TranslationContext context, SchemaPlanner planner)
{
    private static readonly TypeReference Stream = new("global::System.IO.Stream", "", IsValueType: false, TypeKind.Binary);

    private readonly Dictionary<TypeReference, TypeReference> _items = [];

    // Lists of lists have long names: each is written once, however many places it is in.
    private readonly Dictionary<(TypeReference Item, bool IsItemNullable), TypeReference> _lists = [];
    private readonly Dictionary<(TypeReference Value, bool IsValueNullable), TypeReference> _maps = [];
    private readonly Dictionary<TypeReference, EmittedPlan> _emitted = [];

    private readonly Dictionary<UnionPlan, bool> _scalarUnions = [];

    // Components that are only another name, on the way to their target.
    private readonly HashSet<ComponentSchema> _open = [];

    // Lists and dictionaries within each other are one type expression, written twice per level, which the compiler has to read as well.
    private const int MaximumNesting = 32;
    private int _nesting;
    private string _place = "";

    /// <summary>An emitted type as other types refer to it.</summary>
    public static string Qualify(DocumentOptions options, string typeName) =>
        $"global::{CSharpIdentifiers.EscapeQualified(options.Namespace)}.{CSharpIdentifiers.Escape(typeName)}";

    /// <summary>The type of a body as a whole: bytes are streamed.</summary>
    public TypeReference OfBody(TypePlan plan, SchemaUse use) =>
        planner.Resolve(plan, 0) is BinaryPlan ? (use & SchemaUse.InRequest) != 0 ? ScalarTypes.File : Stream : Of(plan, use);

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
                return (use & SchemaUse.Parts) != 0 ? ScalarTypes.File : ScalarTypes.String;
            case ListPlan or MapPlan when _nesting == MaximumNesting:
                context.Diagnostics.Report(
                    DiagnosticDescriptors.SchemaTooDeep, _place, MaximumNesting.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return ScalarTypes.Any;
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

    /// <summary>The items' type of a list that <see cref="Of"/> wrote, or null.</summary>
    public TypeReference? FindItem(TypeReference list) => _items.TryGetValue(list, out TypeReference? item) ? item : null;

    /// <summary>The plan of an emitted type that <see cref="Of"/> wrote, or null.</summary>
    public EmittedPlan? FindEmitted(TypeReference type) => _emitted.TryGetValue(type, out EmittedPlan? plan) ? plan : null;

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

    private TypeReference OfList(ListPlan list, SchemaUse use)
    {
        _nesting++;
        // A part can be a file, or a list of files; lists in lists are JSON.
        TypeReference item = Of(list.Item, planner.Resolve(list.Item, 0) is ListPlan ? use & ~SchemaUse.Parts : use);
        _nesting--;
        if (!_lists.TryGetValue((item, list.IsItemNullable), out TypeReference? type))
        {
            (string name, string json) = OfInner(item, list.IsItemNullable);
            type = new TypeReference(
                $"global::System.Collections.Generic.IReadOnlyList<{name}>",
                $"{ScalarTypes.Support}ListJson<{name}, {json}>",
                IsValueType: false,
                TypeKind.List);
            _lists.Add((item, list.IsItemNullable), type);
            _items[type] = item;
        }

        return type;
    }

    private TypeReference OfMap(MapPlan map)
    {
        _nesting++;
        TypeReference value = Of(map.Value, SchemaUse.None);
        _nesting--;
        if (!_maps.TryGetValue((value, map.IsValueNullable), out TypeReference? type))
        {
            (string name, string json) = OfInner(value, map.IsValueNullable);
            type = new TypeReference(
                $"global::System.Collections.Generic.IReadOnlyDictionary<string, {name}>",
                $"{ScalarTypes.Support}MapJson<{name}, {json}>",
                IsValueType: false,
                TypeKind.Json);
            _maps.Add((value, map.IsValueNullable), type);
        }

        return type;
    }

    /// <summary>A type whose values may be null without a member that declares it: an item of a list, a value of a dictionary.</summary>
    public static TypeReference Nullable(TypeReference type)
    {
        (string name, string json) = OfInner(type, isNullable: true);
        return type with { Name = name, Json = json };
    }

    // JsonElement holds null itself.
    private static (string Name, string Json) OfInner(TypeReference type, bool isNullable)
    {
        if (!isNullable || type.Kind is TypeKind.Any or TypeKind.Binary)
        {
            return (type.Name, type.Json);
        }

        string codec = type.IsValueType ? "NullableJson" : "NullableReferenceJson";
        return (type.Name + "?", $"{ScalarTypes.Support}{codec}<{type.Name}, {type.Json}>");
    }

    private TypeReference OfComponent(ComponentSchema component, SchemaUse use)
    {
        if (planner.PlanComponent(component, 0) is not { } plan)
        {
            return ScalarTypes.Any;
        }

        if (plan is EmittedPlan emitted)
        {
            return OfEmitted(emitted);
        }

        _place = component.Part.Pointer;
        if (_open.Count > SchemaViews.MaximumDepth || !_open.Add(component))
        {
            context.Diagnostics.Report(DiagnosticDescriptors.SchemaRing, component.Part.Pointer, component.Key);
            return ScalarTypes.Any;
        }

        TypeReference type = Of(plan, use);
        _open.Remove(component);
        return type;
    }

    private TypeReference OfEmitted(EmittedPlan plan)
    {
        string name = Qualify(context.Options, NameOf(plan));
        TypeReference type = new(name, name, IsValueType: plan is EnumPlan or IdPlan, IsScalar(plan, 0) ? TypeKind.Scalar : TypeKind.Json);
        _emitted[type] = plan.Representative;
        return type;
    }

    private bool IsScalar(TypePlan plan, int depth) => plan switch
    {
        EnumPlan or IdPlan => true,
        ScalarPlan scalar => scalar.Type.Kind == TypeKind.Scalar,
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
