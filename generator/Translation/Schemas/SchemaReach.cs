using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Finds which types are emitted and where their values travel, starting from what operations asked for.</summary>
internal sealed class SchemaReach(SchemaPlanner planner, Func<IIdentifierTypes?> ids, CancellationToken cancellationToken)
{
    private readonly Queue<EmittedPlan> _waiting = [];

    // Components that walks came by, and for which uses.
    private readonly Dictionary<ComponentSchema, SchemaUse> _passed = [];

    /// <summary>Marks a type and all that it refers to.</summary>
    public void Mark(TypePlan plan, SchemaUse use)
    {
        Visit(plan, use);
        while (_waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EmittedPlan next = _waiting.Dequeue();
            VisitMembers(next, next.Use);
        }
    }

    /// <summary>Looks at the properties of a class, once.</summary>
    public List<PropertyPlan> Expand(ObjectPlan plan)
    {
        if (plan.Properties is not null)
        {
            return plan.Properties;
        }

        // Set first: a class may be reached from itself.
        plan.Properties = [];
        foreach (PropertyView property in plan.View.Properties)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SuggestedName name = property.Parts.Count == 1 ? property.Parts[0].Name : plan.Part.Name.Then(property.Name);
            TypePlan type = planner.Plan(property.Parts, name, 0);
            type = ids()?.OfProperty(plan, property, type) ?? type;
            bool isNullable = planner.Schemas.Nullability.IsNullable(property.Parts);
            plan.Properties.Add(new PropertyPlan(property, type, isNullable, plan.View.Required.Contains(property.Name)));
        }

        if (plan.View.HasOtherProperties)
        {
            plan.AdditionalProperties = ScalarPlan.Any;
        }
        else if (plan.View.Properties.Count == 0 && AlternativeForms.IsFreeForm(plan.View))
        {
            // A variant of which only the type is known. Received members are kept, unless none are allowed.
            plan.AdditionalProperties = plan.View.Parts.TrueForAll(static part => part.Schema.AdditionalPropertiesAllowed) ? ScalarPlan.Any : null;
        }
        else if (plan.View.AdditionalProperties is not null || plan.View.PatternProperties.Count > 0)
        {
            (plan.AdditionalProperties, plan.IsAdditionalNullable) = planner.PlanAdditional(plan.View, plan.Part.Name, 0);
        }

        return plan.Properties;
    }

    private void Visit(TypePlan plan, SchemaUse use)
    {
        while (plan is not EmittedPlan)
        {
            switch (plan)
            {
                case ListPlan list:
                    plan = list.Item;
                    break;
                case MapPlan map:
                    plan = map.Value;
                    break;
                case ComponentPlan alias when Pass(alias.Component, use) && planner.PlanComponent(alias.Component, 0) is { } next:
                    plan = next;
                    break;
                default:
                    return;
            }
        }

        EmittedPlan emitted = (EmittedPlan)plan;
        if (!emitted.IsReached || (use & ~emitted.Use) != 0)
        {
            emitted.IsReached = true;
            emitted.Use |= use;
            _waiting.Enqueue(emitted);
        }
    }

    // False for what leads on to nothing new: rings of lists end, and long chains of them are walked once.
    private bool Pass(ComponentSchema component, SchemaUse use)
    {
        bool isKnown = _passed.TryGetValue(component, out SchemaUse passed);
        _passed[component] = passed | use;
        return !isKnown || (use & ~passed) != 0;
    }

    private static SchemaUse InsideOf(SchemaUse use) =>
        SchemaUse.Member | ((use & SchemaUse.Parts) == 0 ? use : (use & ~SchemaUse.Parts) | SchemaUse.Sent);

    private void VisitMembers(EmittedPlan plan, SchemaUse use)
    {
        // Only the whole of a body is taken apart: its members are JSON, and so are the values of a union.
        use = InsideOf(use);
        if (plan is UnionPlan union)
        {
            foreach (VariantPlan variant in union.Variants)
            {
                Visit(variant.Type, use);
            }
        }
        else if (plan is ObjectPlan @object)
        {
            foreach (PropertyPlan property in Expand(@object))
            {
                Visit(property.Type, PropertyTraits.IsReadOnly(property.View) ? use & ~SchemaUse.Sent : use);
            }

            if (@object.AdditionalProperties is not null)
            {
                Visit(@object.AdditionalProperties, use);
            }
        }
    }
}
