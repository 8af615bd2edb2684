using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Compares an operation with itself in the other document: names, address, parameters, body.</summary>
internal sealed class OperationComparison(EmittedClient old, EmittedClient current, ChangeList changes, SchemaComparison schemas, OperationPair pair)
{
    private static readonly string[] NameKeywords = ["x-clerkgen-name", "x-speakeasy-name-override", "x-clerkgen-group", "x-speakeasy-group"];

    private static readonly HashSet<string> IgnoredHeaders = new(["accept", "content-type", "authorization"], StringComparer.OrdinalIgnoreCase);

    private readonly WireOperation _old = pair.Old;
    private readonly WireOperation _new = pair.New;

    /// <summary>The methods of an operation in a client's API, with those that enumerate pages.</summary>
    public static ApiMember?[] Methods(ApiSurface surface, EmittedOperation? operation)
    {
        if (operation is null || surface.Find(operation.Group.Type) is not { } group)
        {
            return [];
        }

        HashSet<string> names = new(operation.Methods, StringComparer.Ordinal);
        names.UnionWith(operation.Methods.Select(static name => name[..^"Async".Length] + "WithResponseAsync"));
        if (operation.All is { } all)
        {
            names.Add(all);
        }

        return [.. group.Members.Where(member => names.Contains(member.Name))];
    }

    public void Compare()
    {
        CompareNames();
        CompareAddress();
        CompareState();
        CompareParameters();
        CompareBody();
        new ResponseComparison(old, current, changes, schemas, pair).Compare();
    }

    private ApiMember?[] Before() => Methods(old.Surface, pair.OldMethods);

    private ApiMember?[] After() => Methods(current.Surface, pair.NewMethods);

    private void Add(string kind, string detail, ApiMember?[]? before = null, ApiMember?[]? after = null, string? part = null, string? oldPointer = null, string? newPointer = null, string[]? types = null) =>
        changes.Add(
            kind, part is null ? pair.Subject : $"{pair.Subject}({part})", detail, oldPointer ?? _old.Pointer, newPointer ?? _new.Pointer, before ?? Before(), after ?? After(), types);

    private void CompareNames()
    {
        EmittedOperation first = pair.OldMethods!;
        EmittedOperation second = pair.NewMethods!;
        bool isMethodKept = first.Method == second.Method && first.Group.Property == second.Group.Property;
        string[] types = [.. new[] { first.ParametersType, first.BodyType, first.Result }.OfType<string>().Where(type => current.Surface.Find(type) is null)];
        if (_old.Id != _new.Id && _old.Id is not null)
        {
            bool isSpelling = string.Equals(Letters(_old.Id), Letters(_new.Id), StringComparison.OrdinalIgnoreCase);
            Add(isSpelling && isMethodKept ? "O10" : isMethodKept ? "O09" : "O08", $"{_old.Id} → {_new.Id ?? "none"}", types: types);
        }
        else if (first.Group.Property != second.Group.Property)
        {
            Add("O11", $"{first.Call} → {second.Call}", [.. Before(), .. old.Surface.Find(old.Name)?.Members.Where(member => member.Name == first.Group.Property) ?? []], types: [.. types, first.Group.Type]);
        }
        else if (first.Method != second.Method)
        {
            bool isChosen = ChosenName(_old) != ChosenName(_new);
            Add(isChosen ? "N10" : "O02", $"{first.Call} → {second.Call}", types: types);
        }
    }

    private static string Letters(string? id) => string.Concat((id ?? "").Where(char.IsLetterOrDigit));

    private static string ChosenName(WireOperation operation) => string.Concat(
        NameKeywords.Select(key => Json.Text(operation.Document.Find(operation.Pointer)?[key])));

    private void CompareAddress()
    {
        if (_old.Method != _new.Method)
        {
            Add(_old.IsRepeatable != _new.IsRepeatable ? "O17" : "O16", $"{_old.Method} → {_new.Method}", [], []);
        }

        if (_old.Path == _new.Path)
        {
            return;
        }

        if (_old.Route != _new.Route)
        {
            Add("O14", $"{_old.Path} → {_new.Path}", [], []);
        }
        else
        {
            Add("O15", $"{_old.Path} → {_new.Path}");
        }
    }

    private void CompareState()
    {
        if (_new.IsDeprecated != _old.IsDeprecated)
        {
            Add(_new.IsDeprecated ? "O05" : "O07", pair.NewMethods!.Call, [], []);
        }

        if (_new.Sunset is { } sunset && sunset != _old.Sunset)
        {
            Add("O06", $"{_old.Sunset ?? "none"} → {sunset}", [], []);
        }

        if (_new.Stability is { } stability && stability != _old.Stability && Rank(stability) < Rank(_old.Stability))
        {
            Add("O19", $"{_old.Stability ?? "stable"} → {stability}", [], []);
        }

        if (pair.OldMethods!.All is { } oldAll && pair.NewMethods!.All is null)
        {
            Add("P20", oldAll, [old.Surface.Find(pair.OldMethods.Group.Type)?.Find(oldAll)], []);
        }
        else if (pair.OldMethods.All is null && pair.NewMethods!.All is { } newAll)
        {
            Add("P21", newAll, [], [current.Surface.Find(pair.NewMethods.Group.Type)?.Find(newAll)]);
        }
    }

    private static int Rank(string? stability) => stability switch { "draft" => 0, "alpha" => 1, "beta" => 2, _ => 3 };

    private void CompareParameters()
    {
        WireParameter[] before = [.. _old.Parameters.Where(IsSent)];
        WireParameter[] after = [.. _new.Parameters.Where(IsSent)];
        List<WireParameter> gone = [.. before.Where(parameter => !Array.Exists(after, other => Same(parameter, other)))];
        List<WireParameter> added = [.. after.Where(parameter => !Array.Exists(before, other => Same(parameter, other)))];
        foreach (WireParameter parameter in before)
        {
            if (Array.Find(after, other => Same(parameter, other)) is { } other)
            {
                new ParameterComparison(old, current, changes, schemas, pair, parameter, other).Compare();
            }
        }

        foreach (WireParameter parameter in gone.ToArray())
        {
            WireParameter? moved = added.Find(other => other.Name == parameter.Name) ?? added.Find(other => other.Place == parameter.Place && OldMember(parameter)?.Name is { } name && NewMember(other)?.Name == name)
                ?? (parameter.Place == "path" ? PathCounterpart(parameter, added) : null);
            if (moved is null)
            {
                continue;
            }

            gone.Remove(parameter);
            added.Remove(moved);
            if (parameter.Place == moved.Place)
            {
                if (parameter.Place != "path")
                {
                    Add("P23", $"{parameter.Name} → {moved.Name}", [OldMember(parameter)], [NewMember(moved)], moved.Name, parameter.Pointer, moved.Pointer);
                }
            }
            else
            {
                Add("P14", $"{parameter.Place} → {moved.Place}", part: moved.Name, oldPointer: parameter.Pointer, newPointer: moved.Pointer);
            }

            new ParameterComparison(old, current, changes, schemas, pair, parameter, moved).Compare();
        }

        AddNewParameters(added);
        AddGoneParameters(gone);
    }

    private WireParameter? PathCounterpart(WireParameter parameter, List<WireParameter> added)
    {
        string[] first = [.. _old.Path.Split('/')];
        string[] second = [.. _new.Path.Split('/')];
        int at = Array.FindIndex(first, step => step.Contains('{' + parameter.Name + '}', StringComparison.Ordinal));
        return at >= 0 && at < second.Length ? added.Find(other => other.Place == "path" && second[at].Contains('{' + other.Name + '}', StringComparison.Ordinal)) : null;
    }

    private void AddNewParameters(List<WireParameter> added)
    {
        foreach (WireParameter parameter in added)
        {
            SchemaComparison.Use(current.Wire, parameter.Schema, schemas.NewComponents);
            bool isFirst = pair.OldMethods!.ParametersType is null && pair.NewMethods!.ParametersType is not null && parameter.Place != "path";
            string kind = parameter.IsRequired ? current.Wire.Schema(parameter.Schema).Default is not null ? "P04" : "P03" : isFirst ? "P02" : "P01";
            bool changesSignature = isFirst || parameter.Place == "path" || (pair.NewMethods!.RequiresParameters != pair.OldMethods.RequiresParameters);
            Add(
                kind, $"{parameter.Name} in the {parameter.Place}", changesSignature ? Before() : [], [.. changesSignature ? After() : [], NewMember(parameter)], parameter.Name, null, parameter.Pointer);
        }

    }

    private void AddGoneParameters(List<WireParameter> gone)
    {
        foreach (WireParameter parameter in gone)
        {
            SchemaComparison.Use(old.Wire, parameter.Schema, schemas.OldComponents);
            bool isLast = pair.OldMethods!.ParametersType is not null && pair.NewMethods!.ParametersType is null && parameter.Place != "path";
            bool changesSignature = isLast || parameter.Place == "path" || (pair.NewMethods!.RequiresParameters != pair.OldMethods.RequiresParameters);
            Add(
                isLast ? "P06" : "P05", $"{parameter.Name} in the {parameter.Place}", [.. changesSignature ? Before() : [], OldMember(parameter)], changesSignature ? After() : [], parameter.Name, parameter.Pointer, null,
                isLast ? [pair.OldMethods.ParametersType!] : []);
        }

    }

    private ApiMember? OldMember(WireParameter parameter) => old.Member(pair.OldMethods!.ParametersType, parameter.Name);

    private ApiMember? NewMember(WireParameter parameter) => current.Member(pair.NewMethods!.ParametersType, parameter.Name);

    private static bool Same(WireParameter first, WireParameter second) => first.Place == second.Place && first.Name == second.Name;

    // The fields of HTTP that OpenAPI leaves to other parts of a document.
    private static bool IsSent(WireParameter parameter) =>
        parameter.Place != "header" || !IgnoredHeaders.Contains(parameter.Name);

    private void CompareBody()
    {
        WireBody? before = _old.Body;
        WireBody? after = _new.Body;
        if (before is null || after is null)
        {
            if (after is not null)
            {
                Add(after.IsRequired ? "R08" : "R09", pair.NewMethods!.BodyType ?? "", newPointer: after.Pointer);
                Use(current.Wire, after, schemas.NewComponents);
            }
            else if (before is not null)
            {
                Add("R12", pair.OldMethods!.BodyType ?? "", oldPointer: before.Pointer, types: [.. new[] { pair.OldMethods.BodyType }.OfType<string>().Where(type => current.Surface.Find(type) is null)]);
                Use(old.Wire, before, schemas.OldComponents);
            }

            return;
        }

        if (before.IsRequired != after.IsRequired)
        {
            Add(after.IsRequired ? "R10" : "R11", "body", oldPointer: before.Pointer, newPointer: after.Pointer);
        }

        CompareContent(before, after);
    }

    private void CompareContent(WireBody before, WireBody after)
    {
        WireContent? first = Sent(before, pair.OldMethods!.BodyMediaType);
        WireContent? second = Sent(after, pair.NewMethods!.BodyMediaType);
        if (first is null || second is null)
        {
            return;
        }

        if (first.MediaType != second.MediaType)
        {
            bool isGone = !after.Contents.Any(content => content.MediaType == first.MediaType);
            Add(isGone ? "R13" : "R14", $"{first.MediaType} → {second.MediaType}", oldPointer: before.Pointer, newPointer: after.Pointer);
        }

        if (first.Encoding != second.Encoding && first.MediaType == second.MediaType)
        {
            Add("R27", second.MediaType, [], [], null, before.Pointer, after.Pointer);
        }

        if (first.Schema is { } oldSchema && second.Schema is { } newSchema)
        {
            schemas.Add(
                oldSchema, newSchema, pair.OldMethods.BodyType is { } name && current.Surface.Find(name) is not null ? name : $"{pair.Subject}(body)", SchemaUses.Sent, pair.OldMethods.BodyType, pair.NewMethods.BodyType,
                Before(), After(), isPart: second.Form == "parts");
        }
    }

    private static WireContent? Sent(WireBody body, string? mediaType) =>
        body.Contents.FirstOrDefault(content => string.Equals(content.MediaType, mediaType?.Split(';')[0], StringComparison.OrdinalIgnoreCase)) ?? (body.Contents.Count > 0 ? body.Contents[0] : null);

    private static void Use(WireDocument document, WireBody body, HashSet<string> components)
    {
        foreach (WireContent content in body.Contents)
        {
            if (content.Schema is { } schema)
            {
                SchemaComparison.Use(document, schema, components);
            }
        }
    }
}
