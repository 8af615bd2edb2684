using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>
/// Compares schemas in pairs, from the places where operations use them. All pairs are found first, so that a schema that is sent and received is
/// compared once and judged by both.
/// </summary>
internal sealed class SchemaComparison(EmittedClient old, EmittedClient current, ChangeList changes)
{
    private readonly Dictionary<(string Old, string New), SchemaPair> _pairs = [];
    private readonly List<SchemaPair> _order = [];

    /// <summary>C# types in the same place, old and new.</summary>
    public List<(string Old, string New, WireSchema OldSchema, WireSchema NewSchema)> TypePairs { get; } = [];

    /// <summary>Components that are in use.</summary>
    public HashSet<string> OldComponents { get; } = new(StringComparer.Ordinal);

    /// <summary>Components that are in use.</summary>
    public HashSet<string> NewComponents { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a place where a schema is used, with everything below it.</summary>
    public void Add(
        string oldPointer, string newPointer, string subject, SchemaUses uses, string? oldType, string? newType, ApiMember?[]? before = null, ApiMember?[]? after = null, string? @event = null, bool isPart = false)
    {
        Stack<(string Old, string New, string Subject, string? OldType, string? NewType, ApiMember?[] Before, ApiMember?[] After, bool IsPart)> open = new();
        open.Push((oldPointer, newPointer, subject, oldType, newType, before ?? [], after ?? [], isPart));
        while (open.TryPop(out var next))
        {
            WireSchema oldSchema = old.Wire.Schema(next.Old);
            WireSchema newSchema = current.Wire.Schema(next.New);
            string name = newSchema.Component is { } component && component == oldSchema.Component ? component : next.Subject;
            bool isRetargeted = IsRetargeted(oldSchema, newSchema);
            (string, string) key = isRetargeted ? (next.Old, next.New) : (oldSchema.Pointer, newSchema.Pointer);
            if (!_pairs.TryGetValue(key, out SchemaPair? pair))
            {
                pair = new SchemaPair(
                    oldSchema, newSchema, name, TypeNames.Bare(next.OldType) ?? old.TypeAt(oldSchema.Pointer), TypeNames.Bare(next.NewType) ?? current.TypeAt(newSchema.Pointer))
                {
                    IsRetargeted = isRetargeted,
                };
                _pairs.Add(key, pair);
                _order.Add(pair);
            }

            if (pair.Before.Count < 20)
            {
                pair.Before.AddRange(next.Before);
                pair.After.AddRange(next.After);
            }

            pair.Event ??= @event;
            if (isRetargeted)
            {
                pair.Uses |= uses;
                Use(old.Wire, oldSchema.Pointer, OldComponents);
                Use(current.Wire, newSchema.Pointer, NewComponents);
                continue;
            }

            Note(pair, next.OldType, next.NewType);
            pair.IsPart |= next.IsPart;
            if ((pair.Uses | uses) == pair.Uses)
            {
                continue;
            }

            pair.Uses |= uses;
            foreach (var below in Below(pair))
            {
                open.Push(below);
            }
        }
    }

    /// <summary>Compares all pairs.</summary>
    public void Compare()
    {
        foreach (SchemaPair pair in _order)
        {
            new SchemaPairComparison(old, current, changes, pair).Compare();
        }
    }

    /// <summary>Follows a schema that only one document has, so that its components count as used.</summary>
    public static void Use(WireDocument document, string pointer, HashSet<string> components)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> open = new([pointer]);
        while (open.TryPop(out string? next))
        {
            WireSchema schema = document.Schema(next);
            if (!seen.Add(schema.Pointer))
            {
                continue;
            }

            // A component that is listed has been followed, or is being followed by a comparison.
            if (schema.Component is { } component && !components.Add(component))
            {
                continue;
            }

            foreach (string below in schema.Properties.Select(static property => property.Pointer).Concat(schema.Variants)
                .Concat(new[] { schema.Items, schema.Additional }.OfType<string>().Where(static item => item.Length > 0)))
            {
                open.Push(below);
            }
        }
    }

    // A place that refers to another component, where both documents have both. Each component is compared with itself: comparing all with
    // all would report every difference between two unrelated types, and take the square of their number.
    private bool IsRetargeted(WireSchema before, WireSchema after) => before.Component is { } first && after.Component is { } second && first != second
        && current.TypeAt(before.Pointer) is not null && old.TypeAt(after.Pointer) is not null;

    private void Note(SchemaPair pair, string? oldType, string? newType)
    {
        string? first = TypeNames.Bare(oldType) ?? pair.OldType;
        string? second = TypeNames.Bare(newType) ?? pair.NewType;
        if (first is not null && second is not null && old.Surface.Find(first) is not null && current.Surface.Find(second) is not null)
        {
            TypePairs.Add((first, second, pair.Old, pair.New));
        }

        if (pair.Old.Component is { } oldComponent)
        {
            OldComponents.Add(oldComponent);
        }

        if (pair.New.Component is { } newComponent)
        {
            NewComponents.Add(newComponent);
        }
    }

    private IEnumerable<(string Old, string New, string Subject, string? OldType, string? NewType, ApiMember?[] Before, ApiMember?[] After, bool IsPart)> Below(SchemaPair pair)
    {
        foreach (WireProperty property in pair.Old.Properties)
        {
            if (pair.New.Find(property.Name) is { } other)
            {
                ApiMember? before = old.Member(pair.OldType, property.Name);
                ApiMember? after = current.Member(pair.NewType, property.Name);
                yield return (property.Pointer, other.Pointer, $"{pair.Subject}.{property.Name}", before?.Value, after?.Value, [before], [after], pair.IsPart);
            }
            else
            {
                Use(old.Wire, property.Pointer, OldComponents);
            }
        }

        foreach (WireProperty property in pair.New.Properties.Where(property => pair.Old.Find(property.Name) is null))
        {
            Use(current.Wire, property.Pointer, NewComponents);
        }

        if (pair.Old.Items is { } oldItems && pair.New.Items is { } newItems)
        {
            yield return (oldItems, newItems, pair.Subject + "[]", TypeNames.Argument(pair.OldType), TypeNames.Argument(pair.NewType), [.. pair.Before], [.. pair.After], pair.IsPart);
        }

        if (pair.Old.Additional is { Length: > 0 } oldMore && pair.New.Additional is { Length: > 0 } newMore)
        {
            yield return (oldMore, newMore, pair.Subject + ".*", TypeNames.Argument(pair.OldType), TypeNames.Argument(pair.NewType), [], [], false);
        }

        (var common, var gone, var added) = VariantMatch.Of(old.Wire, current.Wire, pair.Old, pair.New);
        foreach ((string first, string second) in common)
        {
            yield return (first, second, $"{pair.Subject}|{VariantMatch.Name(current.Wire, second)}", null, null, [], [], false);
        }

        foreach (string variant in gone)
        {
            Use(old.Wire, variant, OldComponents);
        }

        foreach (string variant in added)
        {
            Use(current.Wire, variant, NewComponents);
        }

    }
}
