
namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Knows by which members unions tell classes apart, once all unions are known. A class that requires the member writes its own value.
/// Where it declares no such member, need not have it, or is named differently by two unions, each union writes it.
/// </summary>
internal sealed class VariantRoles(SchemaPlanner planner, Discriminators discriminators, CancellationToken cancellationToken)
{
    private readonly Dictionary<ObjectPlan, List<VariantRole>> _roles = [];
    private readonly HashSet<(UnionPlan, string)> _visited = [];

    /// <summary>Looks at all unions that are emitted.</summary>
    public void Find(IEnumerable<EmittedPlan> plans)
    {
        foreach (EmittedPlan plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan is UnionPlan { IsReached: true } union && union.Representative == union && discriminators.Of(union) is { } discrimination)
            {
                foreach (VariantPlan variant in union.Variants)
                {
                    IReadOnlyList<string> values = discrimination.ValuesOf(variant);
                    if (union.IsEvents && discriminators.TypeOf(variant) is { } type && IsRequested(type))
                    {
                        continue;
                    }

                    if (values.Count > 0 || variant == discrimination.Default)
                    {
                        _visited.Clear();
                        Add(discriminators.TypeOf(variant), discrimination, variant == discrimination.Default ? null : values);
                    }
                }
            }
        }
    }

    /// <summary>The values that name a class by a property that it always writes; null if no union names it, or unions differ.</summary>
    public VariantRole? FindWritten(ObjectPlan plan, PropertyPlan property) =>
        Find(plan, property.View.Name) is { Values: not null } role && IsWritten(plan, property) ? role : null;

    /// <summary>The members by which unions tell a class apart and that it does not declare.</summary>
    public IEnumerable<string> FindUndeclared(ObjectPlan plan)
    {
        if (_roles.TryGetValue(plan, out List<VariantRole>? roles))
        {
            foreach (VariantRole role in roles)
            {
                if (discriminators.FindProperty(plan, role.Property) is null)
                {
                    yield return role.Property;
                }
            }
        }
    }

    /// <summary>Whether a variant writes the value that names it, so that its union need not.</summary>
    public bool IsWrittenBy(TypePlan? type, string property, IReadOnlyList<string> values)
    {
        _visited.Clear();
        return IsWrittenByAll(type, property, new HashSet<string>(values, StringComparer.Ordinal));
    }

    private bool IsWrittenByAll(TypePlan? type, string property, HashSet<string> values) => type switch
    {
        ObjectPlan plan => discriminators.FindProperty(plan, property) is { } found && FindWritten(plan, found) is { } role
            && role.Values!.All(values.Contains),
        UnionPlan union => _visited.Count <= SchemaViews.MaximumDepth
            && (!_visited.Add((union, property)) || union.Variants.TrueForAll(variant => IsWrittenByAll(discriminators.TypeOf(variant), property, values))),
        _ => false,
    };

    // The value that names an event is often inferred, and events are only received. In a request, the caller sets it.
    private static bool IsRequested(TypePlan type) => type is EmittedPlan plan && (plan.Use & SchemaUse.InRequest) != 0;

    private void Add(TypePlan? type, Discrimination discrimination, IReadOnlyList<string>? values)
    {
        if (type is UnionPlan union)
        {
            // One that looks at the same property is more specific.
            if (_visited.Count <= SchemaViews.MaximumDepth && _visited.Add((union, discrimination.Property))
                && union.Discriminator?.PropertyName != discrimination.Property)
            {
                foreach (VariantPlan variant in union.Variants)
                {
                    Add(discriminators.TypeOf(variant), discrimination, values);
                }
            }
        }
        else if (type is ObjectPlan plan)
        {
            if (!_roles.TryGetValue(plan, out List<VariantRole>? roles))
            {
                _roles.Add(plan, roles = []);
            }

            int index = roles.FindIndex(role => role.Property == discrimination.Property);
            if (index < 0)
            {
                roles.Add(new VariantRole(discrimination.Property, values, discrimination.AreStrings));
            }
            else if (values is null || roles[index].Values?.SequenceEqual(values) != true)
            {
                roles[index] = roles[index] with { Values = null };
            }
        }
    }

    private VariantRole? Find(ObjectPlan plan, string property) =>
        _roles.TryGetValue(plan, out List<VariantRole>? roles) ? roles.Find(role => role.Property == property) : null;

    private bool IsWritten(ObjectPlan plan, PropertyPlan property) => property is { IsRequired: true, IsNullable: false }
        && PropertyTraits.IsUsable(property.View.Name)
        && !(PropertyTraits.IsReadOnly(property.View) && (plan.Use & SchemaUse.Sent) != 0)
        && planner.Resolve(property.Type, 0) is EnumPlan or ScalarPlan { Type.IsScalar: true };
}

/// <summary>How unions name a class.</summary>
/// <param name="Property">The member's name on the wire.</param>
/// <param name="Values">The values that name it, or null when unions differ, or any value may name it.</param>
/// <param name="AreStrings">Whether they are strings in JSON.</param>
internal sealed record VariantRole(string Property, IReadOnlyList<string>? Values, bool AreStrings);
