using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>
/// Finds new names in C#, and other changes of the emitted API that no change of the document explains. Every line of the old API that the
/// new one lacks belongs to a change.
/// </summary>
internal sealed class NameComparison(EmittedClient old, EmittedClient current, ChangeList changes, SchemaComparison schemas)
{
    // A type that was split has several new names.
    private readonly Dictionary<string, string[]> _renames = new(StringComparer.Ordinal);

    public void Compare()
    {
        FindRenames();
        CompareComponents();
        Explain();
    }

    private void FindRenames()
    {
        foreach (IGrouping<string, (string Old, string New, WireSchema OldSchema, WireSchema NewSchema)> pairs in schemas.TypePairs.Where(static pair => pair.Old != pair.New).GroupBy(static pair => pair.Old, StringComparer.Ordinal))
        {
            (string name, string newName, WireSchema before, WireSchema after) = pairs.First();
            string[] names = [.. schemas.TypePairs.Where(pair => pair.Old == name).Select(static pair => pair.New).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (TypeNames.Rename(old.Surface.Find(name)!.Text, new Dictionary<string, string> { [name] = newName }) != current.Surface.Find(newName)!.Text)
            {
                // Another kind of type: that has been reported as such.
                continue;
            }

            string kind = (before.Component, after.Component) switch
            {
                _ when names.Length > 1 => "N04",
                ({ } first, { } second) when first != second => string.Equals(first, second, StringComparison.OrdinalIgnoreCase) ? "N06" : "N01",
                (null, not null) or (not null, null) => "R22",
                _ when before.ChosenNames != after.ChosenNames => "N10",
                _ when current.Wire.Components.Except(old.Wire.Components, StringComparer.Ordinal).Any(component => current.PointerOf(name) == $"/components/schemas/{Json.Escape(component)}") => "N02",
                _ => "N03",
            };
            _renames.TryAdd(name, names);
            changes.Add(
                kind, name, $"{name} → {string.Join(", ", names)}", before.Pointer, after.Pointer,
                [], [], [name]);
        }
    }

    private void CompareComponents()
    {
        HashSet<string> renamed = [.. schemas.TypePairs.Where(static pair => pair.OldSchema.Component != pair.NewSchema.Component).SelectMany(static pair => new[] { pair.OldSchema.Component, pair.NewSchema.Component }).OfType<string>()];
        foreach (string component in old.Wire.Components.Except(current.Wire.Components, StringComparer.Ordinal).Where(component => !schemas.OldComponents.Contains(component) && !renamed.Contains(component)))
        {
            Unused(component, $"/components/schemas/{Json.Escape(component)}", null);
        }

        foreach (string component in current.Wire.Components.Except(old.Wire.Components, StringComparer.Ordinal).Where(component => !schemas.NewComponents.Contains(component) && !renamed.Contains(component)))
        {
            Unused(component, null, $"/components/schemas/{Json.Escape(component)}");
        }
    }

    private void Unused(string component, string? oldPointer, string? newPointer)
    {
        string? type = oldPointer is null ? null : old.TypeAt(oldPointer);
        changes.Add("N11", component, oldPointer is null ? "new" : "gone", oldPointer, newPointer, types: type is null ? [] : [type]);
    }

    // Lines of the old API that are gone, less those that changes name, less what only those used.
    private void Explain()
    {
        HashSet<string> lines = [.. current.Surface.Types.SelectMany(static type => type.Members.Select(static member => Line(member)).Append(type.Name))];
        HashSet<string> explained = new(StringComparer.Ordinal);
        Queue<string> open = new();
        foreach (Change change in changes.Items)
        {
            foreach (ApiMember member in change.Before)
            {
                explained.Add(Line(member));
                Follow(member.Text);
            }

            foreach (string type in change.Types)
            {
                foreach (ApiMember member in old.Surface.Find(type)?.Members ?? [])
                {
                    explained.Add(Line(member));
                    Follow(member.Text);
                }

                Follow(type);
            }
        }

        while (open.TryDequeue(out string? name))
        {
            foreach (ApiMember member in old.Surface.Find(name)!.Members)
            {
                explained.Add(Line(member));
                Follow(member.Text);
            }
        }

        // Ids and short calls come and go with their operation, whose change says so already.
        foreach (ApiType type in old.Surface.Types.Where(type => !old.IsCompanion(type)))
        {
            if (!lines.Contains(type.Name))
            {
                if (!explained.Contains(type.Name))
                {
                    explained.Add(type.Name);
                    changes.Add("N12", type.Name, "the type is gone", old.PointerOf(type.Name), null, types: [type.Name]);
                }

                continue;
            }

            foreach (ApiMember member in type.Members.Where(member => !lines.Contains(Line(member)) && !explained.Contains(Line(member)) && !Renamed(member).Any(lines.Contains)))
            {
                ApiMember? successor = current.Surface.Find(type.Name)?.Find(member.Name);
                if (!OnlyWidened(member, successor))
                {
                    changes.Add("N12", $"{type.Name}.{member.Name}", successor is null ? "the member is gone" : "the member changed", old.PointerOf(type.Name), current.PointerOf(type.Name), [member], [successor]);
                }
            }
        }

        void Follow(string text)
        {
            foreach (string name in TypeNames.In(text))
            {
                if (old.Surface.Find(name) is not null && current.Surface.Find(name) is null && explained.Add(name))
                {
                    open.Enqueue(name);
                }
            }
        }
    }

    private static string Line(ApiMember member) => $"{member.Type} {{ {member.Text} }}";

    // The line with the new names of the types in it: one for each place that a split type can have gone to.
    private IEnumerable<string> Renamed(ApiMember member)
    {
        string line = Line(member);
        string[] found = [.. TypeNames.In(line).Where(_renames.ContainsKey).Distinct()];
        int most = found.Length == 0 ? 0 : found.Max(name => _renames[name].Length);
        return Enumerable.Range(0, most).Select(i => TypeNames.Rename(line, found.ToDictionary(static name => name, name => _renames[name][Math.Min(i, _renames[name].Length - 1)])));
    }

    // Deprecation has been reported; it changes no declaration.
    private static bool OnlyWidened(ApiMember member, ApiMember? successor) => successor?.Text == member.Text;
}
