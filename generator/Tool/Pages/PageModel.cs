using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// The input of templates: flat objects of strings that are already Markdown. No .NET object is handed
/// over, so a template can call nothing.
/// </summary>
internal sealed class PageModel(EmittedClient client, TypePlaces places, string? document, PageFragments fragments)
{
    private const int LongestList = 12;

    private readonly ExampleWriter _examples = new(client);
    private readonly CurlExampleWriter _curl = new(client, new JsonExampleWriter(client));
    private readonly Dictionary<EmittedOperation, WireOperation> _wire = client.Wire.Operations
        .Select(wire => (Wire: wire, Operation: client.Find(wire))).Where(static pair => pair.Operation is not null).ToDictionary(static pair => pair.Operation!, static pair => pair.Wire);

    /// <summary>A page of a group.</summary>
    public ScriptObject Group(EmittedGroup group, string page, IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["group"] = GroupEntry(group);
        model["operations"] = List(group.Operations.Select(operation => Operation(operation, page)));
        model["types"] = List(types.Select(type => new TypeModel(client, places, this, type, page).Model()));
        return model;
    }

    /// <summary>A page of types.</summary>
    public ScriptObject Types(string title, string page, IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["title"] = title;
        model["types"] = List(types.Select(type => new TypeModel(client, places, this, type, page).Model()));
        return model;
    }

    /// <summary>The index.</summary>
    public ScriptObject Index(IEnumerable<string> pages)
    {
        ScriptObject model = Common();
        model["description"] = MarkdownText.Block(Json.Text(client.Wire.Root["info"]?["description"]));
        model["groups"] = List(client.Groups.Select(group =>
        {
            ScriptObject entry = GroupEntry(group);
            entry["operations"] = List(group.Operations.Select(operation => OperationEntry(operation)));
            return entry;
        }));
        model["type_pages"] = new ScriptArray(pages.Where(static page => page.StartsWith("types-", StringComparison.Ordinal)).Select(static page => (object)page));
        return model;
    }

    /// <summary>The page about credentials.</summary>
    public ScriptObject Authentication()
    {
        ScriptObject model = Common();
        model["schemes"] = List(client.Credentials.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(pair =>
        {
            string pointer = "/components/securitySchemes/" + Json.Escape(pair.Key);
            System.Text.Json.Nodes.JsonNode? scheme = client.Wire.Find(pointer);
            return Of(
                ("key", MarkdownText.Code(pair.Key)),
                ("option", MarkdownText.Code(pair.Value)),
                ("configuration", MarkdownText.Code(pair.Value)),
                ("environment", MarkdownText.Code(pair.Value)),
                ("kind", MarkdownText.Inline(Sent(scheme))),
                ("description", MarkdownText.Line(Json.Text(scheme?["description"]))));
        }));
        model["open"] = List(Operations().Where(operation => _wire[operation].Schemes is { Count: 0 } || _wire[operation].Schemes.Contains("")).Take(LongestList).Select(operation => OperationEntry(operation)));
        return model;
    }

    /// <summary>The page about errors.</summary>
    public ScriptObject Errors()
    {
        ScriptObject model = Common();
        (string Exception, string Status, string Text)[] all =
        [
            .. Operations().SelectMany(static operation => operation.Errors).Select(static error => (error.Exception, error.Text.Split(':')[0], error.Text)).Distinct(),
        ];
        model["exceptions"] = List(all.GroupBy(static error => error.Exception, StringComparer.Ordinal).OrderBy(static errors => errors.Key, StringComparer.Ordinal).Select(errors =>
        {
            string body = TypeNames.Argument(client.Surface.Find(errors.Key)?.Text.Split(" : ")[^1]) ?? "";
            return Of(
                ("name", MarkdownText.Code(errors.Key)),
                ("body", TypeLink(body, "errors.md")),
                ("statuses", MarkdownText.Inline(string.Join(", ", errors.Select(static error => error.Status).Distinct().Order(StringComparer.Ordinal)))));
        }));
        model["statuses"] = List(all.GroupBy(static error => error.Text, StringComparer.Ordinal).OrderBy(static errors => errors.Key, StringComparer.Ordinal).Select(errors => Of(
            ("status", MarkdownText.Inline(errors.First().Status)),
            ("exception", MarkdownText.Code(errors.First().Exception)),
            ("text", MarkdownText.Line(errors.Key.Contains(": ", StringComparison.Ordinal) ? errors.Key[(errors.Key.IndexOf(": ", StringComparison.Ordinal) + 2)..] : "")))));
        EmittedOperation? example = Operations().FirstOrDefault(static operation => operation.Errors.Count > 0 && !operation.IsDeprecated);
        model["example"] = example is null ? "" : _examples.Call(example, _wire[example], isFull: false).Replace("\n", "\n    ", StringComparison.Ordinal);
        model["example_exception"] = example?.Errors[0].Exception ?? "ApiException";
        return model;
    }

    /// <summary>The page about pages, retries and time limits.</summary>
    public ScriptObject Paging()
    {
        ScriptObject model = Common();
        EmittedOperation[] paged = [.. Operations().Where(static operation => operation.All is not null)];
        model["paged"] = List(paged.Select(operation => OperationEntry(operation)));
        EmittedOperation? first = Array.Find(paged, static operation => !operation.IsDeprecated);
        model["loop"] = first is null ? "" : _examples.Loop(first, _wire[first])!;
        model["idempotent"] = List(Operations().Where(static operation => operation.HasIdempotencyKey).Select(operation => OperationEntry(operation)));
        return model;
    }

    /// <summary>The page about webhooks.</summary>
    public ScriptObject Webhooks(IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["webhooks"] = List(client.Wire.Webhooks.Select(webhook =>
        {
            string? schema = webhook.Body?.Contents is [{ Schema: { } pointer }, ..] ? pointer : null;
            string? type = schema is null ? null : client.TypeAt(client.Wire.Schema(schema).Pointer);
            return Of(("name", MarkdownText.Code(webhook.Path)), ("type", TypeLink(type ?? "", "webhooks.md")), ("text", MarkdownText.Line(webhook.Summary ?? webhook.Description)));
        }));
        model["types"] = List(types.Select(type => new TypeModel(client, places, this, type, "webhooks.md").Model()));
        model["has_union"] = client.Surface.Find("WebhookEvent") is not null;
        return model;
    }

    /// <summary>The page about what could not be emitted.</summary>
    public ScriptObject Diagnostics(IEnumerable<LocatedDiagnostic> diagnostics)
    {
        ScriptObject model = Common();
        model["diagnostics"] = List(diagnostics.Select(located =>
        {
            Findings.Finding finding = Findings.Finding.Of(located);
            return Of(
                ("id", finding.Id),
                ("help", finding.HelpLink),
                ("level", Findings.FindingReport.LevelName(finding.Level)),
                ("place", document is null || finding.Line == 0 ? MarkdownText.Code(finding.Pointer) : $"[line {finding.Line.ToString(CultureInfo.InvariantCulture)}]({document}#L{finding.Line.ToString(CultureInfo.InvariantCulture)})"),
                ("message", MarkdownText.Inline(finding.Message)));
        }));
        return model;
    }

    /// <summary>A C# type as code, with links to the types that pages describe.</summary>
    public string TypeLink(string type, string from)
    {
        if (type.Length == 0)
        {
            return "";
        }

        string? described = TypeNames.In(type).FirstOrDefault(name => places.PageOf(name) is not null);
        if (described is null)
        {
            return MarkdownText.Code(type);
        }

        int at = type.IndexOf(described, StringComparison.Ordinal);
        string before = type[..at];
        string after = type[(at + described.Length)..];
        string page = places.PageOf(described)!;
        string link = $"[{MarkdownText.Code(described)}]({(page == from ? "" : page)}#{places.AnchorOf(described)})";
        return (before.Length > 0 ? MarkdownText.Code(before) : "") + link + (after.Length > 0 ? MarkdownText.Code(after) : "");
    }

    /// <summary>A link to an operation.</summary>
    public static string Link(EmittedOperation operation, string from)
    {
        string page = TypePlaces.PageOf(operation.Group);
        return $"[{MarkdownText.Code(operation.Call)}]({(page == from ? "" : page)}#{operation.Method.ToLowerInvariant()})";
    }

    /// <summary>The limits of a value, as Markdown.</summary>
    public string Facts(WireSchema schema, string from, string? type)
    {
        List<string> facts = [];
        if (schema.Default is { } value)
        {
            facts.Add($"Default: {MarkdownText.Code(value)}.");
        }

        facts.AddRange(schema.Limits.Select(static limit => $"{Limit(limit.Key)} {MarkdownText.Code(limit.Value)}."));
        bool isDescribed = type is not null && TypeNames.In(type).Any(name => places.PageOf(name) is { } page && (page != from || client.MembersOf(name).Count > 0));
        if (schema.Values is { Count: > 0 } values && !isDescribed)
        {
            facts.Add("One of " + string.Join(", ", values.Take(LongestList).Select(MarkdownText.Code)) + ".");
        }

        return string.Join(" ", facts);
    }

    /// <summary>A flat object.</summary>
    public static ScriptObject Of(params (string Name, object? Value)[] members)
    {
        ScriptObject model = [];
        foreach ((string name, object? value) in members)
        {
            model[name] = value ?? "";
        }

        return model;
    }

    /// <summary>A list of objects.</summary>
    public static ScriptArray List(IEnumerable<ScriptObject> items) => [.. items];

    private ScriptObject Common() => Of(
        ("model_version", PageTemplates.ModelVersion),
        ("client", client.Name),
        ("namespace", client.Client.Options.Namespace),
        ("title", MarkdownText.Inline(client.Wire.Title)),
        ("version", MarkdownText.Inline(client.Wire.Version)),
        ("version_header", client.VersionHeader is { } header ? MarkdownText.Code(header) : ""),
        ("server", client.Server is { } server ? MarkdownText.Code(server) : ""),
        ("server_variables", List(client.ServerVariables.Select(static pair => Of(("name", MarkdownText.Code(pair.Key)), ("default", MarkdownText.Code(pair.Value)))))),
        ("generator_version", ToolVersion.Current),
        ("creation", Creation()),
        ("has_webhooks", client.Wire.Webhooks.Count > 0),
        ("operation_count", client.Operations.Count()));

    // A single credential has a separate constructor.
    private string Creation()
    {
        bool takesKey = client.Surface.Find(client.Name)?.Members.Any(static member => member.Name == ".ctor" && member.Text.Contains("(string ", StringComparison.Ordinal)) == true;
        string options = client.Credentials.Values.FirstOrDefault() is { } option && client.Surface.Find(client.Name + "Options")?.Find(option)?.Value.StartsWith("string", StringComparison.Ordinal) == true
            ? $"new {client.Name}Options {{ {option} = key }}"
            : $"new {client.Name}Options()";
        return takesKey ? $"new {client.Name}(key)" : $"new {client.Name}({options})";
    }

    private IEnumerable<EmittedOperation> Operations() => client.Groups.SelectMany(static group => group.Operations).Where(_wire.ContainsKey);

    private static ScriptObject GroupEntry(EmittedGroup group) => Of(
        ("name", group.Property), ("type", group.Type), ("page", TypePlaces.PageOf(group)), ("text", MarkdownText.Line(group.Doc)), ("count", group.Operations.Count));

    private ScriptObject OperationEntry(EmittedOperation operation) => Of(
        ("method", operation.Method),
        ("call", operation.Call),
        ("link", Link(operation, "")),
        ("all", operation.All is { } all ? MarkdownText.Code(all) : ""),
        ("http", MarkdownText.Code($"{operation.HttpMethod} {operation.Path}")),
        ("is_deprecated", operation.IsDeprecated),
        ("summary", MarkdownText.Line(_wire[operation].Summary ?? operation.Doc)));

    private ScriptObject Operation(EmittedOperation operation, string page)
    {
        WireOperation wire = _wire[operation];
        ApiType group = client.Surface.Find(operation.Group.Type)!;
        ScriptObject model = OperationEntry(operation);
        model["id"] = MarkdownText.Code(operation.Id);
        model["description"] = MarkdownText.Block(wire.Description == wire.Summary ? null : wire.Description);
        model["external_docs"] = wire.ExternalDocs is { } address ? MarkdownText.Line($"[{address}]({address})") : "";
        model["deprecation"] = MarkdownText.Line(operation.Deprecation);
        model["successors"] = string.Join(", ", Successors(operation, wire).Select(other => Link(other, page)));
        model["sunset"] = MarkdownText.Inline(wire.Sunset ?? "");
        int line = client.Wire.Locate(wire.Pointer).Line + 1;
        model["source"] = document is null ? "" : $"[line {line.ToString(CultureInfo.InvariantCulture)} of the document]({document}#L{line.ToString(CultureInfo.InvariantCulture)})";
        string[] names = [.. operation.Methods.SelectMany(static name => new[] { name, name[..^5] + "WithResponseAsync" }), operation.All ?? ""];
        model["signatures"] = string.Join("\n", names.Select(group.Find).OfType<ApiMember>().Select(static member => Wrapped(member.Text.Replace("public virtual ", "", StringComparison.Ordinal))));
        string smallest = _examples.Call(operation, wire, isFull: false);
        string full = _examples.Call(operation, wire, isFull: true);
        model["example"] = smallest;
        model["full_example"] = full == smallest ? "" : full;
        model["loop"] = _examples.Loop(operation, wire) ?? "";
        model["parameters"] = List(Parameters(operation, wire, page));
        model["body"] = operation.BodyType is { } body ? TypeLink(body, page) : "";
        model["body_media_type"] = MarkdownText.Code(operation.BodyMediaType ?? "");
        model["body_required"] = wire.Body?.IsRequired == true;
        model["body_is_list"] = TypeNames.Argument(operation.BodyType) is not null;
        model["body_text"] = MarkdownText.Line(wire.Body?.Description);
        model["curl"] = _curl.Of(operation, wire);
        model["body_members"] = operation.BodyType is { } type && client.Surface.Find(TypeNames.Argument(type) ?? type) is { } described ? List(new TypeModel(client, places, this, described, page).Members()) : [];
        model["result"] = group.Find(operation.Method) is { } method && ExampleWriter.ResultOf(method) is { } result ? TypeLink(result, page) : "";
        model["is_sequence"] = group.Find(operation.Method)?.Value.StartsWith("Task", StringComparison.Ordinal) == false;
        model["answers"] = List(wire.Answers.Where(static answer => !answer.IsError).Select(answer => Of(
            ("status", MarkdownText.Inline(answer.Status.ToLowerInvariant())), ("text", MarkdownText.Line(answer.Description)), ("media_type", answer.Content is { } content ? MarkdownText.Code(content.MediaType) : "none"), ("headers", string.Join(", ", answer.Headers.Select(MarkdownText.Code))))));
        model["errors"] = List(wire.Answers.Where(static answer => answer.IsError).Select(answer => ErrorEntry(operation, wire, answer, page)));
        model["credentials"] = Credentials(wire);
        model["repeats"] = wire.IsRepeatable || operation.HasIdempotencyKey;
        model["has_idempotency_key"] = operation.HasIdempotencyKey;
        model["after"] = fragments.After($"{TypePlaces.Slug(operation.Group.Property)}-{TypePlaces.Slug(operation.Method[..^"Async".Length])}");
        model["anchor"] = operation.Method.ToLowerInvariant();
        return model;
    }

    // Operations that the text of a deprecated one names.
    private IEnumerable<EmittedOperation> Successors(EmittedOperation operation, WireOperation wire)
    {
        string text = $"{operation.Deprecation} {wire.Summary} {wire.Description}";
        return !operation.IsDeprecated ? [] : Operations().Where(other => other != operation
            && (text.Contains($"`{other.Id}`", StringComparison.Ordinal) || text.Contains($"{other.HttpMethod} {other.Path}`", StringComparison.Ordinal) || text.Contains($"`{other.Path}`", StringComparison.Ordinal)));
    }

    private IEnumerable<ScriptObject> Parameters(EmittedOperation operation, WireOperation wire, string page)
    {
        foreach (WireParameter parameter in wire.Parameters)
        {
            string? name = parameter.Place == "path"
                ? operation.PathParameters.FirstOrDefault(candidate => candidate.WireName == parameter.Name).Name
                : client.Member(operation.ParametersType, parameter.Name)?.Name;
            if (name is null)
            {
                continue;
            }

            string type = parameter.Place == "path" ? PathType(operation, name) : client.Member(operation.ParametersType, parameter.Name)!.Value;
            WireSchema schema = client.Wire.Schema(parameter.Schema);
            yield return Of(
                ("name", MarkdownText.Code(name)),
                ("type", TypeLink(type, page)),
                ("wire", MarkdownText.Code(parameter.Name)),
                ("place", parameter.Place),
                ("required", parameter.IsRequired ? "yes" : "no"),
                ("text", string.Join(" ", new[] { parameter.IsDeprecated ? "**Deprecated.**" : "", MarkdownText.Line(parameter.Description ?? schema.Description), Facts(schema, page, type) }.Where(static text => text.Length > 0))));
        }
    }

    private string PathType(EmittedOperation operation, string name)
    {
        string text = client.Surface.Find(operation.Group.Type)!.Find(operation.Method)!.Text;
        return text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(", ").Select(static part => part.Split(' ')).First(words => words.Length > 1 && words[1].TrimStart('@').TrimEnd(')') == name)[0];
    }

    private ScriptObject ErrorEntry(EmittedOperation operation, WireOperation wire, WireAnswer answer, string page)
    {
        string exception = operation.Errors.FirstOrDefault(error => error.Text.Split(':')[0].Contains(answer.Status, StringComparison.OrdinalIgnoreCase)).Exception ?? "ApiException";
        string body = TypeNames.Argument(client.Surface.Find(exception)?.Text.Split(" : ")[^1]) ?? "";
        bool isRepeated = answer.Status == "429" || ((wire.IsRepeatable || operation.HasIdempotencyKey) && answer.Status is "408" or "500" or "502" or "503" or "504" or "5XX");
        return Of(
            ("status", MarkdownText.Inline(answer.Status.ToLowerInvariant())),
            ("exception", MarkdownText.Code(exception)),
            ("body", body.Length > 0 ? TypeLink(body, page) : "text"),
            ("repeated", isRepeated ? "yes" : "no"),
            ("text", MarkdownText.Line(answer.Description)));
    }

    private string Credentials(WireOperation wire) => wire.Schemes.Count == 0
        ? ""
        : string.Join(" or ", wire.Security.Select(requirement => requirement.Length == 0
            ? "nothing"
            : string.Join(" and ", requirement.Split(" + ").Select(part => client.Credentials.TryGetValue(part.Split(' ')[0], out string? option)
                ? MarkdownText.Code(option) + MarkdownText.Inline(part[part.Split(' ')[0].Length..])
                : MarkdownText.Inline(part)))));

    private static string Sent(System.Text.Json.Nodes.JsonNode? scheme) => (Json.Text(scheme?["type"]), Json.Text(scheme?["scheme"])?.ToLowerInvariant()) switch
    {
        ("http", "basic") => "HTTP basic authentication",
        ("apiKey", _) => $"API key in the {Json.Text(scheme?["in"])} '{Json.Text(scheme?["name"])}'",
        _ => "bearer token in the header 'Authorization'",
    };

    // Long signatures have a line for each parameter.
    private static string Wrapped(string signature)
    {
        int open = signature.IndexOf('(', StringComparison.Ordinal);
        return signature.Length <= 110
            ? signature + ";"
            : $"{signature[..(open + 1)]}\n    {signature[(open + 1)..^1].Replace(", RequestOptions", ",\n    RequestOptions", StringComparison.Ordinal).Replace(", CancellationToken", ",\n    CancellationToken", StringComparison.Ordinal)});";
    }

    private static string Limit(string keyword) => keyword switch
    {
        "minimum" or "minLength" or "minItems" or "minProperties" => keyword == "minimum" ? "At least" : $"At least ({Unit(keyword)}):",
        "maximum" or "maxLength" or "maxItems" or "maxProperties" => keyword == "maximum" ? "At most" : $"At most ({Unit(keyword)}):",
        "exclusiveMinimum" => "More than",
        "exclusiveMaximum" => "Less than",
        "multipleOf" => "A multiple of",
        "pattern" => "Pattern:",
        _ => "Unique items:",
    };

    private static string Unit(string keyword) => keyword[3..] switch { "Length" => "characters", "Items" => "items", _ => "members" };
}
