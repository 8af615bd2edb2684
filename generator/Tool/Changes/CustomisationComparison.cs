using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Finds customisations of a project that a new document breaks: filters, overlays, and parts of emitted types.</summary>
internal sealed class CustomisationComparison(EmittedClient old, EmittedClient current, ChangeList changes)
{
    /// <param name="parts">Partial types of the project; none when it is not known.</param>
    public void Compare(IReadOnlyList<ProjectPart> parts)
    {
        CompareDiagnostics();
        foreach (ProjectPart part in parts)
        {
            CompareNames(part);
            CompareProperties(part);
            CompareMethods(part);
        }
    }

    // New diagnostics of the generator about filters and overlays that match nothing.
    private void CompareDiagnostics()
    {
        HashSet<string> known = [.. old.Client.Diagnostics.Select(Message)];
        foreach (LocatedDiagnostic diagnostic in current.Client.Diagnostics)
        {
            string? kind = diagnostic.Descriptor.Id == DiagnosticDescriptors.FilterMatchesNothing.Id ? "C03"
                : diagnostic.Descriptor.Id == DiagnosticDescriptors.OverlayWithoutTarget.Id ? "C02" : null;
            if (kind is not null && !known.Contains(Message(diagnostic)))
            {
                changes.Add(kind, Message(diagnostic), Message(diagnostic), null, null);
            }
        }

        static string Message(LocatedDiagnostic diagnostic) => diagnostic.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    // Names of attributes that the old document has and the new one lacks.
    private void CompareNames(ProjectPart part)
    {
        if (part.Schema is { } schema && old.Surface.Find(schema) is not null && current.Surface.Find(schema) is null)
        {
            changes.Add("C01", part.Name, $"[ApiName(\"{schema}\")] on '{part.Name}'", old.PointerOf(schema), null);
        }

        IReadOnlyDictionary<string, string> before = old.MembersOf(part.Type);
        IReadOnlyDictionary<string, string> after = current.MembersOf(part.Type);
        IEnumerable<(string Attribute, string Name)> named =
        [
            .. part.Ignored.Select(static name => ("ApiIgnore", name)),
            .. part.Properties.Where(static property => property.WireName is not null).Select(static property => ("ApiProperty", property.WireName!)),
        ];
        foreach ((string attribute, string name) in named.Where(pair => before.ContainsKey(pair.Name) && !after.ContainsKey(pair.Name)))
        {
            changes.Add("C01", $"{part.Name}.{name}", $"[{attribute}(\"{name}\")] on '{part.Name}'", PointerOf(old, part, name), current.PointerOf(part.Type));
        }
    }

    private void CompareProperties(ProjectPart part)
    {
        IReadOnlyDictionary<string, string> before = old.MembersOf(part.Type);
        IReadOnlyDictionary<string, string> after = current.MembersOf(part.Type);
        foreach ((string name, string? wireName) in part.Properties)
        {
            string? was = wireName ?? before.FirstOrDefault(member => member.Value == name).Key;
            string? @is = wireName ?? after.FirstOrDefault(member => member.Value == name).Key;
            if (was is null && @is is not null)
            {
                changes.Add("C04", $"{part.Name}.{name}", $"'{name}' of the project stands for '{@is}' now", null, PointerOf(current, part, @is));
            }
            else if (was is not null && @is is not null && Types(old, part, was) is { Length: > 0 } first && Types(current, part, @is) is { Length: > 0 } second && first != second)
            {
                changes.Add("C06", $"{part.Name}.{name}", $"{first} → {second}", PointerOf(old, part, was), PointerOf(current, part, @is));
            }
        }
    }

    private void CompareMethods(ProjectPart part)
    {
        foreach (string name in part.Methods.Distinct(StringComparer.Ordinal))
        {
            if (Emitted(old, part, name) is { } before && Emitted(current, part, name) is { } after && before.Text != after.Text)
            {
                changes.Add("C05", $"{part.Name}.{name}", "the emitted method has another signature", null, null, [before], [after]);
            }
        }
    }

    // The methods of groups: those that a project can replace.
    private static ApiMember? Emitted(EmittedClient client, ProjectPart part, string method) =>
        client.Groups.Exists(group => group.Type == part.Name) ? client.Surface.Find(part.Name)?.Find(method) : null;

    private static string? PointerOf(EmittedClient client, ProjectPart part, string name) => Find(client, part, name)?.Pointer ?? client.PointerOf(part.Type);

    private static string Types(EmittedClient client, ProjectPart part, string name) =>
        Find(client, part, name) is { } property ? string.Join(" or ", client.Wire.Schema(property.Pointer).Types.Order(StringComparer.Ordinal)) : "";

    private static WireProperty? Find(EmittedClient client, ProjectPart part, string name) =>
        client.PointerOf(part.Type) is { } pointer ? client.Wire.Schema(pointer).Find(name) : null;
}
