using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;

namespace ClerkGen.Tool.Pages;

/// <summary>Decides on which page each type is described: its group's when one group uses it alone, else one of those for shared types.</summary>
internal sealed class TypePlaces
{
    /// <summary>The page about webhooks.</summary>
    public const string Webhooks = "webhooks.md";

    /// <summary>The page of the webhooks' types, when they do not fit on the page about webhooks.</summary>
    public const string WebhookTypes = "webhooks-types.md";

    /// <summary>Start of the names of pages of types that several groups share.</summary>
    public const string Shared = "types-";

    // Ranges of first letters, so that a new type does not move the others.
    private static readonly string[] Ranges = ["a-b", "c-d", "e-h", "i-n", "o", "p-r", "s-t", "u-z"];

    private readonly EmittedClient _client;
    private readonly Dictionary<string, SortedSet<string>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EmittedOperation>> _senders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EmittedOperation>> _receivers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmittedOperation> _inlined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events;

    public TypePlaces(EmittedClient client)
    {
        _client = client;
        foreach (EmittedGroup group in client.Groups)
        {
            foreach (EmittedOperation operation in group.Operations)
            {
                Follow(operation.BodyType, group, operation, _senders);
                Follow(operation.ParametersType, group, operation, _senders);
                Follow(operation.Result, group, operation, _receivers);
                foreach ((string exception, _) in operation.Errors)
                {
                    // Errors that every operation can throw are on the page about errors.
                    Follow(client.Surface.Find(exception)?.Text, null, operation, _receivers);
                }
            }
        }

        // The bodies of webhooks, and the union of all.
        _events = Reached(client.Wire.Webhooks.Select(client.TypeOfBody).OfType<string>().Append("WebhookEvent").SelectMany(Names));
        FindInlined();
        Described = [.. client.Surface.Types.Where(type => IsSchema(type.Name) && !client.Groups.SelectMany(static group => group.Operations).Any(operation => operation.ParametersType == type.Name))];
        foreach (ApiType type in Described)
        {
            _pages[type.Name] = PageFor(type.Name);
        }

        Described = [.. Described.Where(type => !_inlined.ContainsKey(type.Name))];
    }

    /// <summary>The types that pages describe, in ordinal order: those of schemas, less the classes of parameters.</summary>
    public IReadOnlyList<ApiType> Described { get; }

    /// <summary>Where operations are described.</summary>
    public OperationPlaces Operations { get; } = new();

    /// <summary>Where on its page a type is described: bodies of one operation are described there.</summary>
    public string AnchorOf(string type) => _inlined.TryGetValue(type, out EmittedOperation? operation) ? operation.Method.ToLowerInvariant() : type.ToLowerInvariant();

    /// <summary>Operations that send a type, directly or inside another.</summary>
    public IReadOnlyList<EmittedOperation> SendersOf(string type) => _senders.GetValueOrDefault(type) ?? [];

    /// <summary>Operations that return a type, directly or inside another.</summary>
    public IReadOnlyList<EmittedOperation> ReceiversOf(string type) => _receivers.GetValueOrDefault(type) ?? [];

    /// <summary>The page of a type, or null when it is described nowhere.</summary>
    public string? PageOf(string type) => _inlined.TryGetValue(type, out EmittedOperation? operation) ? Operations.PageOf(operation) : _pages.GetValueOrDefault(type);

    /// <summary>The page of a group.</summary>
    public static string PageOf(EmittedGroup group) => Slug(group.Property) + ".md";

    /// <summary>The page of a group's types, when they do not fit on its own.</summary>
    public static string TypesPageOf(EmittedGroup group) => Slug(group.Property) + "-types.md";

    /// <summary>The title of a page of types that no group has alone: <c>types-a-b-2.md</c> → <c>Shared types, A–B, part 2</c>.</summary>
    public static string TitleOf(string page)
    {
        if (Ranges.FirstOrDefault(range => page.StartsWith(Shared + range, StringComparison.Ordinal)) is { } range)
        {
            return $"Shared types, {range.ToUpperInvariant().Replace('-', '–')}{PartOf(page, Shared + range)}";
        }

        return $"Types of webhooks{PartOf(page, WebhookTypes[..^".md".Length])}";
    }

    /// <summary>The title of a page of a group's types.</summary>
    public static string TitleOf(EmittedGroup group, string page) => $"Types of {group.Property}{PartOf(page, TypesPageOf(group)[..^".md".Length])}";

    /// <summary>The separate pages of a group's types, in their order.</summary>
    public IReadOnlyList<string> TypesPagesOf(EmittedGroup group) =>
        [.. _pages.Values.Where(page => IsTypesPageOf(group, page)).Distinct(StringComparer.Ordinal).OrderBy(static page => page.Length).ThenBy(static page => page, StringComparer.Ordinal)];

    /// <summary>Whether a page is one of those of a group's types.</summary>
    public static bool IsTypesPageOf(EmittedGroup group, string page)
    {
        string name = TypesPageOf(group)[..^".md".Length];
        return page.StartsWith(name, StringComparison.Ordinal) && (page[name.Length..] == ".md" || page[name.Length] == '-');
    }

    /// <summary>Moves types to a page, and as many further pages as they need.</summary>
    /// <param name="types">The types with their sizes.</param>
    /// <param name="page">The first page.</param>
    public void Move(IEnumerable<(ApiType Type, int Size)> types, string page)
    {
        IReadOnlyList<IReadOnlyList<ApiType>> parts = PageParts.Split(types);
        for (int i = 0; i < parts.Count; i++)
        {
            foreach (ApiType type in parts[i])
            {
                _pages[type.Name] = PageParts.PathOf(page, i + 1);
            }
        }
    }

    /// <summary>A C# type as code, with links to the types that pages describe.</summary>
    public string TypeLink(string type, string from)
    {
        if (type.Length == 0)
        {
            return "";
        }

        string? described = TypeNames.In(type).FirstOrDefault(name => PageOf(name) is not null);
        if (described is null)
        {
            return MarkdownText.Code(type);
        }

        int at = type.IndexOf(described, StringComparison.Ordinal);
        string before = type[..at];
        string after = type[(at + described.Length)..];
        string page = PageOf(described)!;
        string link = $"[{MarkdownText.Code(described)}]({(page == from ? "" : page)}#{AnchorOf(described)})";
        return (before.Length > 0 ? MarkdownText.Code(before) : "") + link + (after.Length > 0 ? MarkdownText.Code(after) : "");
    }

    /// <summary>A link to an operation.</summary>
    public string Link(EmittedOperation operation, string from) => $"[{MarkdownText.Code(operation.Call)}]({TargetOf(operation, from)})";

    /// <summary>The target of a link to an operation.</summary>
    public string TargetOf(EmittedOperation operation, string from)
    {
        string page = Operations.PageOf(operation);
        return $"{(page == from ? "" : page)}#{operation.Method.ToLowerInvariant()}";
    }

    /// <summary><c>OAuthApplications</c> → <c>oauth-applications</c>; never a name that Windows keeps for devices.</summary>
    public static string Slug(string name)
    {
        string slug = string.Join('-', SettledSpellings.Cut(name)).ToLowerInvariant();
        return slug is "con" or "prn" or "aux" or "nul" or "readme" or "errors" or "authentication" or "paging-and-retries" or "webhooks" or "diagnostics" or "operations" or "agents"
            || (slug.Length == 4 && (slug.StartsWith("com", StringComparison.Ordinal) || slug.StartsWith("lpt", StringComparison.Ordinal))) ? slug + "-group" : slug;
    }

    private static string PartOf(string page, string first) => page[first.Length..^".md".Length] is { Length: > 1 } part ? $", part {part[1..]}" : "";

    private void FindInlined()
    {
        foreach (EmittedOperation operation in _client.Groups.SelectMany(static group => group.Operations))
        {
            if (operation.BodyType is { } type && SendersOf(type) is [_] && ReceiversOf(type).Count == 0 && _client.MembersOf(type).Count > 0
                && _client.Surface.Find(type)?.Text.StartsWith("public sealed class", StringComparison.Ordinal) == true
                && !_client.Surface.Find(type)!.Members.Any(static member => member.Name.StartsWith("TryGet", StringComparison.Ordinal)))
            {
                _inlined[type] = operation;
            }
        }
    }

    private bool IsSchema(string name) => _client.PointerOf(name) is not null || _client.IsId(name) || _client.MembersOf(name).Count > 0;

    private string PageFor(string type)
    {
        if (_groups.TryGetValue(type, out SortedSet<string>? groups) && groups.Count == 1)
        {
            return PageOf(_client.Groups.First(group => group.Property == groups.Min));
        }

        if (_events.Contains(type) && !_groups.ContainsKey(type))
        {
            return Webhooks;
        }

        char letter = char.ToLowerInvariant(type[0]);
        string range = Ranges.FirstOrDefault(range => letter >= range[0] && letter <= range[^1]) ?? Ranges[^1];
        return $"{Shared}{range}.md";
    }

    private void Follow(string? text, EmittedGroup? group, EmittedOperation operation, Dictionary<string, List<EmittedOperation>> users)
    {
        foreach (string name in Reached(Names(text)))
        {
            if (!_groups.TryGetValue(name, out SortedSet<string>? groups))
            {
                _groups.Add(name, groups = new SortedSet<string>(StringComparer.Ordinal));
            }

            if (group is not null)
            {
                groups.Add(group.Property);
            }

            if (!users.TryGetValue(name, out List<EmittedOperation>? operations))
            {
                users.Add(name, operations = []);
            }

            operations.Add(operation);
        }
    }

    // Types, and the types of their members.
    private HashSet<string> Reached(IEnumerable<string> names)
    {
        Queue<string> open = new(names);
        HashSet<string> reached = new(StringComparer.Ordinal);
        while (open.TryDequeue(out string? name))
        {
            if (!reached.Add(name) || _client.Surface.Find(name) is not { } type)
            {
                continue;
            }

            foreach (string below in type.Members.SelectMany(member => Names(member.Name is ".ctor" ? member.Text : member.Value)))
            {
                open.Enqueue(below);
            }
        }

        return reached;
    }

    private IEnumerable<string> Names(string? text) => TypeNames.In(text ?? "").Where(IsSchema);
}
