using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// The input of templates: flat objects of strings that are already Markdown. No .NET object is handed
/// over, so a template can call nothing.
/// </summary>
internal sealed class PageModel(EmittedClient client, TypePlaces places, string? document, PageFragments fragments, PageHistory? history = null)
{
    private const int LongestList = 12;

    private const int LongestSummary = 200;

    // An error is a list's item in a body.
    private const int DeepestCode = 3;

    // With more, a table of a group's operations with their summaries is too large for its page.
    private const int MostSummaries = 80;

    // With more, a list of all methods is no longer small.
    private const int MostListedMethods = 400;

    private const int MostVariables = 4;

    private readonly ExampleWriter _examples = new(client);
    private readonly StubExampleWriter _stubs = new(client, new JsonExampleWriter(client));
    private readonly CallModel _calls = new(client, places, document, fragments, history);
    private readonly Dictionary<EmittedOperation, WireOperation> _wire = client.Wire.Operations
        .Select(wire => (Wire: wire, Operation: client.Find(wire))).Where(static pair => pair.Operation is not null).ToDictionary(static pair => pair.Operation!, static pair => pair.Wire);

    /// <summary>A page of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="page">Path of the page.</param>
    /// <param name="operations">The operations that are described there.</param>
    /// <param name="types">The types that are described there.</param>
    public ScriptObject Group(EmittedGroup group, string page, IReadOnlyList<EmittedOperation> operations, IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["group"] = GroupEntry(group);
        model["entries"] = List(group.Operations.Select(operation => OperationEntry(operation, page)));
        model["type_pages"] = List(places.TypesPagesOf(group).Select(path => Of(("page", path), ("title", TypePlaces.TitleOf(group, path)))));
        model["has_summaries"] = group.Operations.Count <= MostSummaries;
        model["operations"] = List(operations.Select(operation => Operation(operation, page)));
        model["types"] = List(types.Select(type => Type(type, page)));
        model["heading"] = "###";
        return model;
    }

    /// <summary>A further page of a group that has too many operations for one.</summary>
    /// <param name="group">The group.</param>
    /// <param name="page">Path of the page.</param>
    /// <param name="part">Its number, from 1.</param>
    /// <param name="parts">The number of such pages.</param>
    /// <param name="operations">The operations that are described there.</param>
    public ScriptObject Part(EmittedGroup group, string page, int part, int parts, IReadOnlyList<EmittedOperation> operations)
    {
        ScriptObject model = Common();
        model["group"] = GroupEntry(group);
        model["part"] = part;
        model["parts"] = parts;
        model["operations"] = List(operations.Select(operation => Operation(operation, page)));
        return model;
    }

    /// <summary>One operation, to measure it.</summary>
    public ScriptObject One(EmittedOperation operation, string page)
    {
        ScriptObject model = Common();
        model["op"] = Operation(operation, page);
        return model;
    }

    /// <summary>One type, to measure it.</summary>
    public ScriptObject One(ApiType type, string page)
    {
        ScriptObject model = Common();
        model["type"] = Type(type, page);
        model["heading"] = "###";
        return model;
    }

    /// <summary>A page of types.</summary>
    public ScriptObject Types(string title, string page, IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["title"] = title;
        model["types"] = List(types.Select(type => Type(type, page)));
        model["heading"] = "##";
        return model;
    }

    /// <summary>A page with a line for each of some operations.</summary>
    public ScriptObject Operations(int part, int parts, IReadOnlyList<EmittedOperation> operations)
    {
        ScriptObject model = Common();
        model["part"] = part;
        model["parts"] = parts;
        model["groups"] = List(operations.GroupBy(static operation => operation.Group).Select(group =>
        {
            ScriptObject entry = GroupEntry(group.Key);
            entry["operations"] = List(group.Select(operation => OperationEntry(operation)));
            return entry;
        }));
        return model;
    }

    /// <summary>The index.</summary>
    public ScriptObject Index(IEnumerable<string> pages)
    {
        ScriptObject model = Common();
        model["description"] = MarkdownText.Block(Json.Text(client.Wire.Root["info"]?["description"]));
        string[] paths = [.. pages.OrderBy(static page => Path.GetFileNameWithoutExtension(page), StringComparer.Ordinal)];
        model["groups"] = List(client.Groups.Select(group =>
        {
            ScriptObject entry = GroupWithOperations(group);
            entry["pages"] = new ScriptArray(places.Operations.PagesOf(group).Concat(paths.Where(page => TypePlaces.IsTypesPageOf(group, page))).Select(static page => (object)page));
            return entry;
        }));
        model["type_pages"] = List(paths.Where(static page => page.StartsWith(TypePlaces.Shared, StringComparison.Ordinal) || page.StartsWith("webhooks-types", StringComparison.Ordinal)).Select(static page => Of(("page", page), ("title", TypePlaces.TitleOf(page)))));
        model["lists_methods"] = client.Operations.Count() <= MostListedMethods;
        model["document"] = document ?? "";
        model["has_changes"] = history is not null;
        return model;
    }

    /// <summary>The page about credentials.</summary>
    public ScriptObject Authentication()
    {
        ScriptObject model = Common();
        model["schemes"] = List(client.Schemes.Select(scheme => Of(
            ("key", MarkdownText.Code(scheme.Key)),
            ("option", MarkdownText.Code(scheme.Name)),
            ("configuration", MarkdownText.Code(scheme.Name)),
            ("environment", MarkdownText.Code(scheme.EnvironmentVariable)),
            ("kind", MarkdownText.Inline(Sent(scheme))),
            ("description", MarkdownText.Line(Json.Text(client.Wire.Find("/components/securitySchemes/" + Json.Escape(scheme.Key))?["description"]))))));
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
                ("body", places.TypeLink(body, "errors.md")),
                ("codes", client.PointerOf(body) is { } pointer ? string.Join(", ", Codes(pointer, 0).Distinct(StringComparer.Ordinal).Select(MarkdownText.Code)) : ""),
                ("statuses", MarkdownText.Inline(string.Join(", ", errors.Select(static error => error.Status).Distinct().Order(StringComparer.Ordinal)))));
        }));
        model["statuses"] = List(all.GroupBy(static error => error.Text, StringComparer.Ordinal).OrderBy(static errors => errors.Key, StringComparer.Ordinal).Select(errors => Of(
            ("status", MarkdownText.Inline(errors.First().Status)),
            ("exception", MarkdownText.Code(errors.First().Exception)),
            ("text", MarkdownText.Line(errors.Key.Contains(": ", StringComparison.Ordinal) ? errors.Key[(errors.Key.IndexOf(": ", StringComparison.Ordinal) + 2)..] : "")))));
        EmittedOperation? example = Operations().FirstOrDefault(static operation => operation.Errors.Count > 0 && !operation.IsDeprecated);
        model["example"] = example is null ? "" : _examples.Call(example, _wire[example], isFull: false).Replace("\n", "\n    ", StringComparison.Ordinal);
        model["example_id"] = example is null ? "" : Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(example.Id, quote: true);
        model["example_exception"] = example?.Errors[0].Exception ?? "ApiException";
        return model;
    }

    // The values of members such as 'code', in the body or in the errors that it lists.
    private IEnumerable<string> Codes(string pointer, int depth)
    {
        WireSchema schema = client.Wire.Schema(pointer);
        if (depth > DeepestCode)
        {
            return [];
        }

        IEnumerable<string> own = schema.Properties.Where(static property => property.Name is "code" or "error_code" or "errorCode" or "error")
            .SelectMany(property => client.Wire.Schema(property.Pointer).Values).Where(static value => value.StartsWith('"')).Select(static value => value.Trim('"'));
        return own.Concat(schema.Properties.Select(static property => property.Pointer).Append(schema.Items).OfType<string>().SelectMany(below => Codes(below, depth + 1)));
    }

    /// <summary>The page about pages, retries and time limits.</summary>
    public ScriptObject Paging()
    {
        ScriptObject model = Common();
        EmittedOperation[] paged = [.. Operations().Where(static operation => operation.All is not null)];
        model["paged"] = List(paged.Select(operation => OperationEntry(operation)));
        EmittedOperation? first = Array.Find(paged, static operation => !operation.IsDeprecated);
        model["loop"] = first is null ? "" : _examples.Loop(first, _wire[first])!;
        model["limited"] = List(Operations().Where(operation => _wire[operation].RateLimits.Count > 0).Select(operation => OperationEntry(operation)));
        model["idempotent"] = List(Operations().Where(static operation => operation.HasIdempotencyKey).Select(operation => OperationEntry(operation)));
        return model;
    }

    /// <summary>The page about webhooks.</summary>
    public ScriptObject Webhooks(IReadOnlyList<ApiType> types)
    {
        ScriptObject model = Common();
        model["webhooks"] = List(client.Wire.Webhooks.Select(webhook =>
        {
            string? type = client.TypeOfBody(webhook);
            return Of(
                ("name", MarkdownText.Code(webhook.Path)), ("type", places.TypeLink(type ?? "", "webhooks.md")), ("text", MarkdownText.Line(webhook.Summary ?? webhook.Description)));
        }));
        model["types"] = List(types.Select(type => Type(type, "webhooks.md")));
        model["heading"] = "###";
        bool hasUnion = client.Surface.Find("WebhookEvent") is not null;
        model["has_union"] = hasUnion;
        model["event"] = hasUnion ? "WebhookEvent" : client.Wire.Webhooks.Select(client.TypeOfBody).FirstOrDefault(static type => type is not null) ?? "";
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
        ("environment", string.Join(", ", client.Server is null ? [] : client.Schemes.Take(MostVariables).Select(static scheme => scheme.EnvironmentVariable))),
        ("stub_creation", _stubs.Creation()),
        ("has_environment", client.Schemes.Count > 0),
        ("has_webhooks", client.Wire.Webhooks.Count > 0),
        ("operation_count", client.Operations.Count()));

    // FromEnvironment reads credentials, but no address.
    private string Creation()
    {
        if (client.Server is not null)
        {
            return client.Schemes.Count > 0 ? $"{client.Name}.FromEnvironment()" : $"new {client.Name}()";
        }

        string credential = client.Schemes is [var scheme, ..] ? $", {scheme.Name} = Environment.GetEnvironmentVariable(\"{scheme.EnvironmentVariable}\")" : "";
        return $"new {client.Name}(new {client.Name}Options {{ BaseAddress = new Uri(\"{EmittedClient.ExampleServer}\"){credential} }})";
    }

    private IEnumerable<EmittedOperation> Operations() => client.Groups.SelectMany(static group => group.Operations).Where(_wire.ContainsKey);

    private static ScriptObject GroupEntry(EmittedGroup group) => Of(
        ("name", group.Property), ("type", group.Type), ("page", TypePlaces.PageOf(group)), ("text", MarkdownText.Line(group.Doc)), ("count", group.Operations.Count));

    private ScriptObject GroupWithOperations(EmittedGroup group)
    {
        ScriptObject entry = GroupEntry(group);
        entry["operations"] = List(group.Operations.Select(operation => OperationEntry(operation)));
        return entry;
    }

    private ScriptObject Type(ApiType type, string page) => new TypeModel(client, places, type, page).Model();

    private ScriptObject Operation(EmittedOperation operation, string page)
    {
        ScriptObject model = OperationEntry(operation, page);
        _calls.Add(model, operation, _wire[operation], page, Operations());
        return model;
    }

    private ScriptObject OperationEntry(EmittedOperation operation, string page = "") => Of(
        ("method", operation.Method),
        ("call", operation.Call),
        ("link", places.Link(operation, page)),
        ("target", places.TargetOf(operation, page)),
        ("all", operation.All is { } all ? MarkdownText.Code(all) : ""),
        ("http", MarkdownText.Code($"{operation.HttpMethod} {operation.Path}")),
        ("is_deprecated", operation.IsDeprecated),
        ("rate_limits", List(_wire[operation].RateLimits.Select(static limit => Of(("text", MarkdownText.Line(limit)))))),
        ("summary", MarkdownText.Line(Short(_wire[operation].Summary ?? operation.Doc))));

    // A summary of a document may be a whole description.
    private static string Short(string text) => text.Length <= LongestSummary ? text : text[..Math.Max(text.LastIndexOf(' ', LongestSummary), LongestSummary / 2)] + "…";

    private static string Sent(SecuritySchemeModel scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.Basic => "HTTP basic authentication",
        SecuritySchemeKind.Bearer => "bearer token in the header 'Authorization'",
        SecuritySchemeKind.ApiKeyQuery => $"API key in the query '{scheme.ParameterName}'",
        SecuritySchemeKind.ApiKeyCookie => $"API key in the cookie '{scheme.ParameterName}'",
        _ => $"API key in the header '{scheme.ParameterName}'",
    };
}
