using System.Globalization;
using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Finds inline types that are emitted alike, so that one of them represents all.</summary>
internal sealed class EqualTypes(SchemaPlanner planner, SchemaReach reach, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, List<EmittedPlan>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<EmittedPlan, string> _keys = [];
    private readonly HashSet<TypePlan> _open = [];

    /// <summary>Gives each set of equal inline types one representative: the one with the best name.</summary>
    public void Unite(IEnumerable<EmittedPlan> plans)
    {
        foreach (EmittedPlan plan in plans.ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.IsReached && plan.Component is null)
            {
                KeyOf(plan, 0);
            }
        }

        Dictionary<string, EmittedPlan> bestOf = new(StringComparer.Ordinal);
        foreach (List<EmittedPlan> equal in _byForm.Values)
        {
            EmittedPlan best = equal[0];
            foreach (EmittedPlan plan in equal)
            {
                int order = SuggestedName.Compare(plan.Name, best.Name);
                best = order < 0 || (order == 0 && string.CompareOrdinal(plan.Identity, best.Identity) < 0) ? plan : best;
            }

            // One schema that was looked at from different depths, or before and after the work ran out, may have two forms. It has one name,
            // so the form that was found first counts.
            if (bestOf.TryGetValue(best.Identity, out EmittedPlan? first) && first.GetType() == best.GetType())
            {
                best = first;
            }
            else
            {
                bestOf[best.Identity] = best;
            }

            foreach (EmittedPlan plan in equal)
            {
                plan.Representative = best;
                best.Use |= plan.Use;
            }
        }
    }

    /// <summary>Whether two plans are united into one type.</summary>
    public bool AreEqual(TypePlan left, TypePlan right) => AreEqual(left, right, 0);

    private bool AreEqual(TypePlan left, TypePlan right, int depth) =>
        left == right
        || (depth <= SchemaViews.MaximumDepth && (planner.Resolve(left, 0) ?? ScalarPlan.Any, planner.Resolve(right, 0) ?? ScalarPlan.Any) switch
        {
            (ScalarPlan one, ScalarPlan other) => one.Type == other.Type,
            (BinaryPlan, BinaryPlan) => true,
            (ListPlan one, ListPlan other) => one.IsItemNullable == other.IsItemNullable && AreEqual(one.Item, other.Item, depth + 1),
            (MapPlan one, MapPlan other) => one.IsValueNullable == other.IsValueNullable && AreEqual(one.Value, other.Value, depth + 1),
            (EmittedPlan one, EmittedPlan other) => one.Representative == other.Representative,
            _ => false,
        });

    // A text that is equal for types that are emitted alike.
    private string KeyOf(TypePlan plan, int depth)
    {
        if (depth > SchemaViews.MaximumDepth)
        {
            return plan is EmittedPlan deep ? deep.Identity : "*";
        }

        switch (plan)
        {
            case ScalarPlan scalar:
                string constant = scalar.Constant is null ? "" : $"={scalar.Constant.Kind}:{Quote(scalar.Constant.Text)}";
                return (scalar.Type is ScalarType { Scalar: var row, Form: var form } ? $"{row.VariantName} {form}" : "any") + (scalar.IsSecret ? "!" : "") + constant;
            case BinaryPlan:
                return "binary";
            case ListPlan list:
                return $"[{KeyOf(list.Item, depth + 1)}{(list.IsItemNullable ? "?" : "")}]";
            case MapPlan map:
                return $"{{{KeyOf(map.Value, depth + 1)}{(map.IsValueNullable ? "?" : "")}}}";
            case ComponentPlan { Component: var component }:
                return planner.PlanComponent(component, 0) is { } next and not EmittedPlan && _open.Add(plan)
                    ? Close(plan, KeyOf(next, depth + 1)) : "#" + component.Key;
            default:
                return KeyOf((EmittedPlan)plan, depth);
        }
    }

    private string Close(TypePlan plan, string key)
    {
        _open.Remove(plan);
        return key;
    }

    private string KeyOf(EmittedPlan plan, int depth)
    {
        if (plan.Component is not null)
        {
            return "#" + plan.Component.Key;
        }

        if (_keys.TryGetValue(plan, out string? key))
        {
            return key;
        }

        // A class that holds itself is equal to itself only.
        if (!_open.Add(plan))
        {
            return plan.Identity;
        }

        string form = plan switch
        {
            ObjectPlan @object => FormOf(@object, depth),
            EnumPlan @enum => FormOf(@enum),
            IdPlan id => "id " + Quote(id.Subject.Key),
            _ => FormOf((UnionPlan)plan, depth),
        };
        _open.Remove(plan);
        if (!_byForm.TryGetValue(form, out List<EmittedPlan>? equal))
        {
            equal = [];
            _byForm.Add(form, equal);
        }

        equal.Add(plan);

        // The first of the equal ones represents the form, which would grow with every level.
        key = "@" + equal[0].Identity;
        _keys.Add(plan, key);
        return key;
    }

    private string FormOf(ObjectPlan plan, int depth)
    {
        StringBuilder form = new();
        form.Append("object").Append(Quote(plan.DiscriminatedAs?.Key ?? "")).Append(ChosenName(plan)).Append((plan.Use & SchemaUse.Parts) != 0 ? " parts" : "");
        foreach (PropertyPlan property in reach.Expand(plan))
        {
            form.Append('\n').Append(Quote(property.View.Name)).Append(KeyOf(property.Type, depth + 1))
                .Append(property.IsNullable ? '?' : ' ').Append(property.IsRequired ? '!' : ' ')
                .Append(plan.Files.Contains(property.View.Name) ? 'f' : ' ')
                .Append(PropertyTraits.IsReadOnly(property.View) ? 'r' : PropertyTraits.IsWriteOnly(property.View) ? 'w' : ' ')
                .Append(PropertyTraits.IsDeprecated(property.View) ? 'd' : ' ')
                .Append(Quote(PropertyTraits.ChosenName(property.View) ?? ""));
        }

        if (plan.AdditionalProperties is not null)
        {
            form.Append("\n*").Append(KeyOf(plan.AdditionalProperties, depth + 1)).Append(plan.IsAdditionalNullable ? '?' : ' ');
        }

        return form.ToString();
    }

    private static string FormOf(EnumPlan plan)
    {
        StringBuilder form = new();
        form.Append("enum").Append(ChosenName(plan)).Append(plan.Kind).Append(plan.IsInt32 ? " int" : "");
        if (plan.Kind != EnumKind.String && plan.Values.TrueForAll(static value => value.Name is null))
        {
            // 0, 1 and 2 mean something in one property only: it is related to those that are called alike.
            form.Append(Quote(PropertyOf(plan.Part.Pointer) ?? plan.Name.Text));
        }

        foreach (EnumValuePlan value in plan.Values)
        {
            form.Append('\n').Append(Quote(value.Text)).Append(Quote(value.Name ?? ""));
        }

        return form.ToString();
    }

    private string FormOf(UnionPlan plan, int depth)
    {
        StringBuilder form = new();
        form.Append("union").Append(ChosenName(plan, plan.Name.UnionScope ?? plan.Name.Scope)).Append(Quote(plan.Discriminator?.PropertyName ?? ""));
        foreach (KeyValuePair<string, ComponentSchema> pair in plan.Discriminator?.Mapping ?? [])
        {
            form.Append('\n').Append(Quote(pair.Key)).Append(Quote(pair.Value.Key));
        }

        form.Append('\n').Append(Quote(plan.Discriminator?.Default?.Key ?? ""));

        foreach (VariantPlan variant in plan.Variants)
        {
            form.Append('\n').Append(KeyOf(variant.Type, depth + 1));
        }

        return form.ToString();
    }

    // The name of a schema's property, or null.
    private static string? PropertyOf(string pointer)
    {
        const string Properties = "/properties/";
        int start = pointer.LastIndexOf(Properties, StringComparison.Ordinal);
        return start < 0 ? null : pointer.Substring(start + Properties.Length).Split('/')[0];
    }

    private static string ChosenName(EmittedPlan plan) => ChosenName(plan, plan.Name.Scope);

    private static string ChosenName(EmittedPlan plan, string? scope) =>
        (plan.Name.IsChosen ? Quote(plan.Name.Text) : "") + (scope is not null ? "in " + Quote(scope) : "");

    // With its length, so that no text can look like the structure around it.
    private static string Quote(string text) => text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text;
}
