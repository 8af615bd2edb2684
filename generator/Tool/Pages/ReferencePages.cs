using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>Writes the reference pages of a client. Same document, same bytes: no clock, no paths of the machine.</summary>
internal sealed class ReferencePages
{
    // A page that is none: a text that is measured for it has the longest links.
    private const string Elsewhere = "";

    private readonly EmittedClient _client;
    private readonly PageTemplates _templates;
    private readonly PageFragments _fragments;
    private readonly TypePlaces _places;
    private readonly PageModel _model;
    private readonly PageHistory? _history;
    private readonly SortedDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <param name="client">The client.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="document">Path of the document from the pages' folder, with <c>/</c>, or null when pages do not link to it.</param>
    /// <param name="fragments">Text that people add.</param>
    /// <param name="history">Older documents, if there are any.</param>
    public ReferencePages(EmittedClient client, PageTemplates templates, string? document, PageFragments fragments, PageHistory? history = null)
    {
        _history = history;
        _client = client;
        _templates = templates;
        _fragments = fragments;
        _places = new TypePlaces(client);
        _model = new PageModel(client, _places, document, fragments, history);
    }

    /// <summary>All pages by path.</summary>
    public IReadOnlyDictionary<string, string> Write(CancellationToken cancellationToken)
    {
        foreach (EmittedGroup group in _client.Groups)
        {
            Place(group, cancellationToken);
        }

        foreach (string page in PagesOfTypes().Where(static page => page.StartsWith(TypePlaces.Shared, StringComparison.Ordinal)).ToArray())
        {
            _places.Move(Sizes(page, Elsewhere, cancellationToken), page);
        }

        (ApiType Type, int Size)[] events = Sizes(TypePlaces.Webhooks, Elsewhere, cancellationToken);
        if (events.Sum(static type => type.Size) > PageParts.LargestPage - Render("webhooks", _model.Webhooks([]), cancellationToken).Length)
        {
            _places.Move(events, TypePlaces.WebhookTypes);
        }

        // Links are written once it is known where everything is.
        foreach (EmittedGroup group in _client.Groups)
        {
            WriteGroup(group, cancellationToken);
        }

        WriteTypes(cancellationToken);
        WriteWhole(cancellationToken);
        foreach (string page in _pages.Keys.ToArray())
        {
            if (_fragments.After(Path.GetFileNameWithoutExtension(page)) is { Length: > 0 } text)
            {
                _pages[page] += "\n" + text + "\n";
            }
        }

        _pages["llms-full.txt"] = string.Join("\n", _pages.Where(static page => page.Key.EndsWith(".md", StringComparison.Ordinal)).Select(static page => page.Value));
        return _pages;
    }

    // A page that is too large loses its types first, then its operations.
    private void Place(EmittedGroup group, CancellationToken cancellationToken)
    {
        string page = TypePlaces.PageOf(group);
        int head = Render("group", _model.Group(group, page, [], []), cancellationToken).Length;
        int[] operations = Sizes(group, page, cancellationToken);
        (ApiType Type, int Size)[] types = Sizes(page, page, cancellationToken);
        if (head + operations.Sum() + types.Sum(static type => type.Size) <= PageParts.LargestMeasured)
        {
            return;
        }

        if (head + operations.Sum() > PageParts.LargestMeasured && group.Operations.Count > 1)
        {
            _places.Operations.Move(group, Sizes(group, Elsewhere, cancellationToken));
        }

        if ((_places.Operations.PartsOf(group).Count == 0 ? operations.Sum() : 0) + head + types.Sum(static type => type.Size) > PageParts.LargestMeasured)
        {
            _places.Move(Sizes(page, Elsewhere, cancellationToken), TypePlaces.TypesPageOf(group));
        }
    }

    private int[] Sizes(EmittedGroup group, string from, CancellationToken cancellationToken) =>
        [.. group.Operations.Select(operation => Render("operation", _model.One(operation, from), cancellationToken).Length)];

    private (ApiType Type, int Size)[] Sizes(string page, string from, CancellationToken cancellationToken) =>
        [.. Types(page).Select(type => (type, Render("type", _model.One(type, from), cancellationToken).Length))];

    private void WriteGroup(EmittedGroup group, CancellationToken cancellationToken)
    {
        string page = TypePlaces.PageOf(group);
        IReadOnlyList<IReadOnlyList<EmittedOperation>> parts = _places.Operations.PartsOf(group);
        _pages[page] = Render("group", _model.Group(group, page, parts.Count == 0 ? group.Operations : [], Types(page)), cancellationToken);
        for (int i = 0; i < parts.Count; i++)
        {
            string path = OperationPlaces.PathOf(group, i + 1);
            _pages[path] = Render("group-part", _model.Part(group, path, i + 1, parts.Count, parts[i]), cancellationToken);
        }
    }

    private void WriteTypes(CancellationToken cancellationToken)
    {
        foreach (string page in PagesOfTypes().Where(page => !_pages.ContainsKey(page) && page != TypePlaces.Webhooks))
        {
            string title = _client.Groups.FirstOrDefault(group => TypePlaces.IsTypesPageOf(group, page)) is { } group
                ? TypePlaces.TitleOf(group, page)
                : TypePlaces.TitleOf(page);
            _pages[page] = Render("types", _model.Types(title, page, Types(page)), cancellationToken);
        }
    }

    private void WriteWhole(CancellationToken cancellationToken)
    {
        _pages["authentication.md"] = Render("authentication", _model.Authentication(), cancellationToken);
        _pages["errors.md"] = Render("errors", _model.Errors(), cancellationToken);
        _pages["paging-and-retries.md"] = Render("paging-and-retries", _model.Paging(), cancellationToken);
        if (_client.Wire.Webhooks.Count > 0)
        {
            _pages[TypePlaces.Webhooks] = Render("webhooks", _model.Webhooks(Types(TypePlaces.Webhooks)), cancellationToken);
        }

        if (_history is not null)
        {
            _pages["changes.md"] = PageText.Normalize(_history.Changes);
        }

        _pages["diagnostics.md"] = Render("diagnostics", _model.Diagnostics(_client.Client.Diagnostics), cancellationToken);
        IReadOnlyList<IReadOnlyList<EmittedOperation>> parts = PageParts.Split(
            _client.Groups.SelectMany(static group => group.Operations).Select(operation => (operation, Render("operations", _model.Operations(1, 1, [operation]), cancellationToken).Length)));
        for (int i = 0; i < parts.Count; i++)
        {
            _pages[PageParts.PathOf("operations.md", i + 1)] = Render("operations", _model.Operations(i + 1, parts.Count, parts[i]), cancellationToken);
        }

        _pages["AGENTS.md"] = Render("agents", _model.Index(_pages.Keys), cancellationToken);
        _pages["README.md"] = Render("index", _model.Index(_pages.Keys), cancellationToken);
        _pages["llms.txt"] = Render("llms", _model.Index(_pages.Keys), cancellationToken);
        _pages["toc.yml"] = Render("toc", _model.Index(_pages.Keys), cancellationToken);
    }

    private IEnumerable<string> PagesOfTypes() => _places.Described.Select(type => _places.PageOf(type.Name)!).Distinct(StringComparer.Ordinal);

    private List<ApiType> Types(string page) => [.. _places.Described.Where(type => _places.PageOf(type.Name) == page)];

    private string Render(string template, ScriptObject model, CancellationToken cancellationToken) => _templates.Render(template, model, cancellationToken);
}
