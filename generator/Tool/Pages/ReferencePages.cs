using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>Writes the reference pages of a client. Same document, same bytes: no clock, no paths of the machine.</summary>
/// <param name="client">The client.</param>
/// <param name="templates">The templates.</param>
/// <param name="fragments">Text that people add.</param>
/// <param name="document">Path of the document from the pages' folder, with <c>/</c>, or null when pages do not link to it.</param>
internal sealed class ReferencePages(EmittedClient client, PageTemplates templates, string? document, PageFragments fragments)
{
    private readonly TypePlaces _places = new(client);
    private readonly SortedDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>All pages by path.</summary>
    public IReadOnlyDictionary<string, string> Write(CancellationToken cancellationToken)
    {
        PageModel model = new(client, _places, document, fragments);
        foreach (EmittedGroup group in client.Groups)
        {
            string page = TypePlaces.PageOf(group);
            string text = Render("group", model.Group(group, page, Types(page)), cancellationToken);
            if (_places.IsTooLarge(group, text.Length))
            {
                _places.Move(group);
                text = Render("group", model.Group(group, page, []), cancellationToken);
            }

            _pages[page] = text;
        }

        // Links are written once it is known where all types are.
        foreach (EmittedGroup group in client.Groups)
        {
            string page = TypePlaces.PageOf(group);
            _pages[page] = Render("group", model.Group(group, page, Types(page)), cancellationToken);
            if (Types(TypePlaces.TypesPageOf(group)) is { Count: > 0 } types)
            {
                _pages[TypePlaces.TypesPageOf(group)] = Render("types", model.Types($"Types of {group.Property}", TypePlaces.TypesPageOf(group), types), cancellationToken);
            }
        }

        foreach (IGrouping<string, ApiType> types in _places.Described.GroupBy(type => _places.PageOf(type.Name)!).Where(static types => types.Key.StartsWith("types-", StringComparison.Ordinal)))
        {
            _pages[types.Key] = Render("types", model.Types($"Shared types, {types.Key["types-".Length..^".md".Length].ToUpperInvariant()}", types.Key, [.. types]), cancellationToken);
        }

        _pages["authentication.md"] = Render("authentication", model.Authentication(), cancellationToken);
        _pages["errors.md"] = Render("errors", model.Errors(), cancellationToken);
        _pages["paging-and-retries.md"] = Render("paging-and-retries", model.Paging(), cancellationToken);
        if (client.Wire.Webhooks.Count > 0)
        {
            _pages["webhooks.md"] = Render("webhooks", model.Webhooks(Types("webhooks.md")), cancellationToken);
        }

        _pages["diagnostics.md"] = Render("diagnostics", model.Diagnostics(client.Client.Diagnostics), cancellationToken);
        _pages["README.md"] = Render("index", model.Index(_pages.Keys), cancellationToken);
        _pages["llms.txt"] = Render("llms", model.Index(_pages.Keys), cancellationToken);
        foreach (string page in _pages.Keys.ToArray())
        {
            if (fragments.After(Path.GetFileNameWithoutExtension(page)) is { Length: > 0 } text)
            {
                _pages[page] += "\n" + text + "\n";
            }
        }

        _pages["llms-full.txt"] = string.Join("\n", _pages.Where(static page => page.Key.EndsWith(".md", StringComparison.Ordinal)).Select(static page => page.Value));
        return _pages;
    }

    private List<ApiType> Types(string page) => [.. _places.Described.Where(type => _places.PageOf(type.Name) == page)];

    private string Render(string template, ScriptObject model, CancellationToken cancellationToken) => templates.Render(template, model, cancellationToken);
}
