using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Compares one schema with the one in its place.</summary>
internal sealed class SchemaPairComparison(EmittedClient old, EmittedClient current, ChangeList changes, SchemaPair pair)
{
    private ApiMember?[] Before => [.. pair.Before];

    private ApiMember?[] After => [.. pair.After];

    private bool IsParameter => pair.Uses == SchemaUses.Parameter;

    private bool IsSent => pair.Uses.HasFlag(SchemaUses.Sent);

    private bool IsReceived => pair.Uses.HasFlag(SchemaUses.Received);

    public void Compare()
    {
        if (pair.IsRetargeted)
        {
            Add(pair.Event ?? Choose("P09", "R28", "A15"), $"{pair.Old.Component} → {pair.New.Component}");
            return;
        }

        if (CompareType())
        {
            return;
        }

        CompareValues();
        CompareLimits();
        CompareVariants();
        CompareProperties();
        CompareAdditional();
    }

    private void Add(string kind, string detail, ApiMember?[]? before = null, ApiMember?[]? after = null, string? part = null, string? oldPointer = null, string? newPointer = null) =>
        changes.Add(
            kind, part is null ? pair.Subject : $"{pair.Subject}.{part}", detail, oldPointer ?? pair.Old.Pointer, newPointer ?? pair.New.Pointer, before ?? Before, after ?? After);

    private string Choose(string parameter, string sent, string received) => IsParameter ? parameter
        : IsSent && IsReceived ? Worse(sent, received)
        : IsSent ? sent : received;

    private static string Worse(string first, string second) => ChangeKinds.Get(first).Level >= ChangeKinds.Get(second).Level ? first : second;

    // Whether the type is another one, so that further comparisons are useless.
    private bool CompareType()
    {
        WireSchema before = pair.Old;
        WireSchema after = pair.New;
        string detail = $"{Describe(before)} → {Describe(after)}";
        if (before.IsEnum != after.IsEnum && Same(before.Types, after.Types))
        {
            // One value is a constant. It becomes an enum with a further value, which is new for readers.
            AddType(after.IsEnum ? Choose("P13", "R29", "A12") : Choose("P09", "R28", "A11"), detail);
            return true;
        }

        if (before.IsUnion != after.IsUnion)
        {
            AddType(after.IsUnion && before.IsObject ? Choose("P09", "R21", "A18") : Choose("P09", "R28", "A15"), detail);
            return true;
        }

        if (!Same(before.Types, after.Types) && !before.IsUnion)
        {
            bool isListToo = before.IsList != after.IsList;
            string received = (before.Types, after.Types) switch
            {
                (["integer"], ["number"]) => "A13",
                (["number"], ["integer"]) => "A14",
                _ when isListToo => "A17",
                _ => "A15",
            };
            AddType(pair.Event ?? Choose(isListToo ? "P10" : "P09", "R28", received), detail);
            return true;
        }

        if (before.Format != after.Format)
        {
            bool isFile = pair.IsPart && (before.Format == "binary" || after.Format == "binary");
            if (isFile || (TypeNames.Bare(pair.OldType) != TypeNames.Bare(pair.NewType) && !before.IsObject && !before.IsUnion && !before.IsEnum))
            {
                AddType(isFile ? "R26" : Choose("P09", "R28", "A16"), detail);
                return true;
            }
        }

        return false;
    }

    // Another kind of type may keep the name, and then all of its members are others.
    private void AddType(string kind, string detail) => changes.Add(
        kind, pair.Subject, detail, pair.Old.Pointer, pair.New.Pointer, Before, After, pair.OldType is { } type && old.Surface.Find(type) is not null ? [type] : []);

    private void CompareValues()
    {
        if (pair.Old.Values is [var constant] && pair.New.Values is [var other])
        {
            if (constant != other)
            {
                Add(Choose("R17", "R17", "A10"), $"{constant} → {other}");
            }

            return;
        }

        foreach (string value in pair.New.Values.Except(pair.Old.Values, StringComparer.Ordinal))
        {
            if (pair.Old.Values.Count > 0)
            {
                Add(Choose("P11", "R18a", "A09"), value, [], [current.Member(pair.NewType, Plain(value))], Plain(value));
            }
        }

        foreach (string value in pair.Old.Values.Except(pair.New.Values, StringComparer.Ordinal))
        {
            if (pair.New.Values.Count > 0)
            {
                Add(Choose("P12", "R18b", "A10"), value, [old.Member(pair.OldType, Plain(value))], [], Plain(value));
            }
        }

        if (pair.Old.IsEnum && pair.Old.ChosenNames != pair.New.ChosenNames)
        {
            ChangedNames();
        }
    }

    // Names that the document chooses for values.
    private void ChangedNames()
    {
        foreach (string value in pair.Old.Values.Intersect(pair.New.Values, StringComparer.Ordinal))
        {
            ApiMember? before = old.Member(pair.OldType, Plain(value));
            ApiMember? after = current.Member(pair.NewType, Plain(value));
            if (before is not null && after is not null && before.Name != after.Name)
            {
                Add("N10", $"{before.Name} → {after.Name}", [before], [after], Plain(value));
            }
        }
    }

    private void CompareLimits()
    {
        if (!IsParameter && !IsSent)
        {
            return;
        }

        foreach (string keyword in pair.Old.Limits.Keys.Union(pair.New.Limits.Keys, StringComparer.Ordinal))
        {
            string? before = pair.Old.Limits.GetValueOrDefault(keyword);
            string? after = pair.New.Limits.GetValueOrDefault(keyword);
            if (before != after && LimitOrder.IsTighter(keyword, before, after))
            {
                Add(IsParameter ? "P18" : "R24a", $"{keyword}: {before ?? "none"} → {after}", [], [], keyword);
            }
        }
    }

    private void CompareVariants()
    {
        if (!pair.Old.IsUnion || !pair.New.IsUnion)
        {
            return;
        }

        (_, IReadOnlyList<string> gone, IReadOnlyList<string> added) = VariantMatch.Of(old.Wire, current.Wire, pair.Old, pair.New);
        foreach (string variant in added)
        {
            string name = VariantMatch.Name(current.Wire, variant);
            Add(Choose("R19", "R19", "A19"), name, [], [.. VariantMembers(current.Surface, pair.NewType, pair.OldType, old.Surface)], name, pair.Old.Pointer, variant);
        }

        foreach (string variant in gone)
        {
            string name = VariantMatch.Name(old.Wire, variant);
            Add(Choose("R20", "R20", "A20"), name, [.. VariantMembers(old.Surface, pair.OldType, pair.NewType, current.Surface)], [], name, variant, pair.New.Pointer);
        }

        if (pair.Old.Discriminator != pair.New.Discriminator && added.Count == 0 && gone.Count == 0)
        {
            Add("A21", $"{pair.Old.Discriminator?.Property ?? "shape"} → {pair.New.Discriminator?.Property ?? "shape"}", [], []);
        }
    }

    // Members of a union that the other one does not have.
    private static IEnumerable<ApiMember> VariantMembers(ApiSurface surface, string? type, string? otherType, ApiSurface other) =>
        (surface.Find(type)?.Members ?? []).Where(member => other.Find(otherType)?.Members.Any(same => same.Text == member.Text) != true);

    private void CompareProperties()
    {
        List<WireProperty> gone = [.. pair.Old.Properties.Where(property => pair.New.Find(property.Name) is null)];
        List<WireProperty> added = [.. pair.New.Properties.Where(property => pair.Old.Find(property.Name) is null)];
        if (pair.Old.Properties.Count == 0 && pair.New.Properties.Count == 0)
        {
            return;
        }

        foreach ((WireProperty before, WireProperty after) in Renames(gone, added))
        {
            gone.Remove(before);
            added.Remove(after);
        }

        foreach (WireProperty property in added)
        {
            Property(property.IsRequired && !current.Wire.Schema(property.Pointer).IsReadOnly ? Choose("R02", "R02", "A02") : property.IsRequired ? "A02" : Choose("R01", "R01", "A01"), null, property);
        }

        foreach (WireProperty property in gone)
        {
            Property(Choose("R03", "R03", property.IsRequired ? "A04" : "A03"), property, null);
        }

        foreach (WireProperty property in pair.Old.Properties)
        {
            if (pair.New.Find(property.Name) is { } other)
            {
                CompareProperty(property, other);
            }
        }
    }

    private List<(WireProperty Old, WireProperty New)> Renames(List<WireProperty> gone, List<WireProperty> added)
    {
        List<(WireProperty, WireProperty)> renames = [];
        foreach (WireProperty before in gone)
        {
            ApiMember? member = old.Member(pair.OldType, before.Name);
            foreach (WireProperty after in added)
            {
                ApiMember? other = current.Member(pair.NewType, after.Name);
                if (member is not null && other is not null && member.Name == other.Name)
                {
                    renames.Add((before, after));
                    Add("A33", $"{before.Name} → {after.Name}", [member], [other], after.Name, before.Pointer, after.Pointer);
                    break;
                }
            }
        }

        // One that goes and one that comes, alike in everything but the name.
        List<WireProperty> left = [.. gone.Where(property => !renames.Exists(rename => rename.Item1 == property))];
        List<WireProperty> right = [.. added.Where(property => !renames.Exists(rename => rename.Item2 == property))];
        if (left is [var only] && right is [var counterpart] && only.IsRequired == counterpart.IsRequired
            && Describe(old.Wire.Schema(only.Pointer)) == Describe(current.Wire.Schema(counterpart.Pointer))
            && old.Wire.Schema(only.Pointer) is { } first && current.Wire.Schema(counterpart.Pointer) is { } second
            && (first.Description == second.Description || Alike(only.Name, counterpart.Name)))
        {
            renames.Add((only, counterpart));
            Add(
                Choose("R23", "R23", "A32"), $"{only.Name} → {counterpart.Name}?", [old.Member(pair.OldType, only.Name)], [current.Member(pair.NewType, counterpart.Name)],
                counterpart.Name, only.Pointer, counterpart.Pointer);
        }

        return renames;
    }

    // Names that share a word are taken for one that was renamed.
    private static bool Alike(string first, string second) =>
        first.Split('_', '-', '.').Intersect(second.Split('_', '-', '.'), StringComparer.OrdinalIgnoreCase).Any();

    private void Property(string kind, WireProperty? before, WireProperty? after) => Add(
        kind,
        before is null ? Describe(current.Wire.Schema(after!.Pointer)) : Describe(old.Wire.Schema(before.Pointer)),
        before is null ? [] : [old.Member(pair.OldType, before.Name)],
        after is null ? [] : [current.Member(pair.NewType, after.Name)],
        (before ?? after)!.Name,
        before?.Pointer,
        after?.Pointer);

    private void CompareProperty(WireProperty before, WireProperty after)
    {
        WireSchema first = old.Wire.Schema(before.Pointer);
        WireSchema second = current.Wire.Schema(after.Pointer);
        ApiMember? oldMember = old.Member(pair.OldType, before.Name);
        ApiMember? newMember = current.Member(pair.NewType, after.Name);
        void Report(string kind, string detail) => Add(kind, detail, [oldMember], [newMember], before.Name, before.Pointer, after.Pointer);

        if (second.IsReadOnly && !first.IsReadOnly && IsSent)
        {
            Report("R16", "read-only");
        }
        else if (before.IsRequired != after.IsRequired)
        {
            Report(after.IsRequired ? Choose("R04", "R04", "A06") : Choose("R05", "R05", "A05"), after.IsRequired ? "optional → required" : "required → optional");
        }

        if (first.IsNullable != second.IsNullable && before.IsRequired == after.IsRequired && NullabilityKind(before.IsRequired, second.IsNullable) is { } kind)
        {
            Report(kind, second.IsNullable ? "null is allowed" : "null is not allowed");
        }

        if (IsSent && first.Default != second.Default && first.Default is not null && !after.IsRequired)
        {
            Report("R25", $"{first.Default} → {second.Default ?? "none"}");
        }

        if (second.IsDeprecated && !first.IsDeprecated)
        {
            Report("A35", "deprecated");
        }

        if (oldMember is not null && newMember is not null && oldMember.Name != newMember.Name)
        {
            bool isChosen = first.ChosenNames != second.ChosenNames;
            Report(isChosen ? "N10" : "N05", $"{oldMember.Name} → {newMember.Name}");
        }
    }

    // An optional member of a response is null when it is missing, whether it may be null or not.
    private string? NullabilityKind(bool isRequired, bool isNullable) => isRequired
        ? isNullable ? Choose("R05", "R05", "A07") : Choose("R07", "R07", "A08")
        : !IsSent ? null : isNullable ? "R06" : "R07";

    private void CompareAdditional()
    {
        if ((!pair.Old.IsObject && pair.Old.Types.Count > 0) || (!pair.New.IsObject && pair.New.Types.Count > 0))
        {
            return;
        }

        if (pair.Old.Additional is not null && pair.New.Additional is null)
        {
            ApiMember? member = old.Surface.Find(pair.OldType)?.Find("AdditionalProperties");
            if (member is not null || pair.Old.Properties.Count == 0)
            {
                Add("R15", "additionalProperties", [member ?? pair.Before.FirstOrDefault()], []);
            }
        }
        else if (pair.Old.Additional is null && pair.New.Additional is not null && pair.Old.Properties.Count > 0)
        {
            Add("A31", "additionalProperties", [], [current.Surface.Find(pair.NewType)?.Find("AdditionalProperties")]);
        }
    }

    private static bool Same(IReadOnlyList<string> first, IReadOnlyList<string> second) => first.SequenceEqual(second, StringComparer.Ordinal);

    private static string Plain(string json) => json.Length > 1 && json[0] == '"' ? System.Text.Json.Nodes.JsonNode.Parse(json)!.GetValue<string>() : json;

    private static string Describe(WireSchema schema) => schema.Component is { } component && schema.Types.Count == 0 ? component
        : schema.IsUnion ? "one of several"
        : (schema.Types.Count == 0 ? "any" : string.Join(" or ", schema.Types)) + (schema.Format is { } format ? $" ({format})" : "") + (schema.IsEnum ? " of listed values" : "");
}
