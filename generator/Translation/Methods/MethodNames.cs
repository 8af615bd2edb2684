using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>Names the methods of one group.</summary>
internal sealed class MethodNames
{
    private readonly TranslationContext _context;
    private readonly OperationIds _ids;
    private readonly OperationGroup _group;
    private readonly List<OperationSource> _sources;
    private readonly Dictionary<OperationSource, string> _stems;
    private readonly List<OperationSource> _derived;
    private readonly HashSet<string> _whole;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _exact;
    private readonly HashSet<string> _crowded;
    private readonly int _prefix;

    /// <param name="context">The translation.</param>
    /// <param name="ids">The ids of the document.</param>
    /// <param name="group">The group.</param>
    /// <param name="sources">Its operations.</param>
    /// <param name="stems">The first words of each operation's types.</param>
    public MethodNames(
        TranslationContext context,
        OperationIds ids,
        OperationGroup group,
        List<OperationSource> sources,
        Dictionary<OperationSource, string> stems)
    {
        (_context, _ids, _group, _sources, _stems) = (context, ids, group, sources, stems);
        _derived = sources.FindAll(source => Chosen(source) is null);
        _whole = new HashSet<string>(_derived.ConvertAll(static source => source.Id is { } id ? Method(id) : ""), StringComparer.OrdinalIgnoreCase);
        _exact = new HashSet<string>([.. _whole, .. sources.ConvertAll(Chosen).OfType<string>().Select(Method)], StringComparer.OrdinalIgnoreCase);
        _own = new HashSet<string>(sources.ConvertAll(static source => source.Id ?? ""), StringComparer.OrdinalIgnoreCase);
        _prefix = OperationIds.CommonPrefix(
            _derived.FindAll(static source => source.Id is not null).ConvertAll(source => ids.WordsOf(source, group.Name, KeepsNumber(source))), group.Name);
        _crowded = new HashSet<string>(
            _derived.GroupBy(source => Short(source, out _) ?? "", StringComparer.OrdinalIgnoreCase).Where(static wanted => wanted.Count() > 1)
                .Select(static wanted => wanted.Key),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Decides the names. Chosen names go first.</summary>
    /// <param name="taken">The names of the group's methods. Two that differ in case only would be legal, and a trap.</param>
    public List<NamedOperation> Choose(UniqueNames taken)
    {
        List<NamedOperation> named = [];
        foreach (List<OperationSource> members in new[] { _sources.FindAll(source => Chosen(source) is not null), _derived })
        {
            string[] names = NameChoice.Choose(members.ConvertAll(Candidates), taken);
            for (int i = 0; i < names.Length; i++)
            {
                if (Chosen(members[i]) is { } wanted && !WithoutAll(members[i], Method(wanted)).Contains(names[i]))
                {
                    _context.Diagnostics.Report(DiagnosticDescriptors.MemberRenamed, members[i].Pointer, members[i].Title, names[i], Method(wanted));
                }

                named.Add(new NamedOperation(members[i], _group, names[i], _stems[members[i]]));
            }
        }

        return LeaveRoom(named, taken);
    }

    // XAll enumerates the pages of X, so no other operation next to it has that name.
    private static List<NamedOperation> LeaveRoom(List<NamedOperation> named, UniqueNames taken)
    {
        HashSet<string> paged = new(named.Where(operation => IsPage(operation.Source)).Select(static operation => operation.Name + "All"), StringComparer.Ordinal);
        return named.ConvertAll(operation => paged.Contains(operation.Name)
            ? operation with { Name = taken.Take(operation.Name + "AtOnce") }
            : operation);
    }

    // The consumer has the last word, then the document's author.
    private string? Chosen(OperationSource source)
    {
        string type = Identifiers.Join(_group.Name, "Operations");
        type = _context.UserNames.FindType(type) ?? _group.ChosenType ?? type;
        return (source.Id is { } id ? _context.UserNames.FindMember(type, id) : null) ?? ChosenNames.Find(source.Operation.Extensions);
    }

    private List<string> Candidates(OperationSource source)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        List<string> candidates = [];
        if (Chosen(source) is { } chosen)
        {
            candidates.Add(Method(chosen));
        }

        bool returnsList = ListShape.IsReturned(source);
        string? shortened = Short(source, out bool isListing);
        if (source.Id is null)
        {
            Add(PathStem.InGroup(source, _group.Name, ListShape.IsListing(source)));
        }
        else if (shortened != "List" && source.Path.IndexOf('{') >= 0 && OperationIds.IsPath(source))
        {
            // Such an id has the parameters among its words.
            Add(PathStem.InGroup(source, _group.Name, returnsList: false));
        }

        if (source.Id is { } id)
        {
            if (isListing && _crowded.Contains(shortened!))
            {
                // readProducts and readProduct: the one that responds with a list is List.
                Add("List");
            }

            Add(shortened);
            Add(Identifiers.Pascal(string.Join(" ", WordsOf(source)), "Call"));
            Add(OperationStem.Shorten(id, _group.Name, returnsList));
            candidates.Add(Method(id));
        }
        else
        {
            Add(OperationStem.Shorten(_stems[source], _group.Name, returnsList: false));
        }

        candidates.Add(PathStem.Of(source, isComplete: false));
        candidates.Add(PathStem.Of(source, isComplete: true));
        return [.. candidates.SelectMany(name => WithoutAll(source, name)).Select(Distinct).Distinct()];

        // A shortened id is no name for one operation when it is the whole id of another.
        void Add(string? name)
        {
            if (name is not null && (!_whole.Contains(name) || (source.Id is { } own && Method(own).Equals(name, StringComparison.OrdinalIgnoreCase))))
            {
                candidates.Add(name);
            }
        }
    }

    // The id without the group's words.
    private string? Short(OperationSource source, out bool isListing)
    {
        isListing = false;
        if (source.Id is null)
        {
            return null;
        }

        List<string> words = WordsOf(source);
        bool isNamespaced = words.Count > 0 && OperationStem.IsNamespace(OperationIds.Meaning(source, KeepsNumber(source)));
        bool returnsList = ListShape.IsReturned(source);
        if (returnsList && words.Count > 2 && words[1].Equals("all", StringComparison.OrdinalIgnoreCase)
            && OperationStem.Shorten([words[0], .. words.Skip(2)], isNamespaced, _group.Name, returnsList, out bool isPlural) is { } withoutAll && isPlural)
        {
            isListing = true;
            return withoutAll;
        }

        string? shortened = OperationStem.Shorten(words, isNamespaced, _group.Name, returnsList, out isPlural);
        isListing = shortened is not null && returnsList && isPlural && words.Count == 2;
        return shortened;
    }

    // The number of 'list_1' distinguishes it from 'list'.
    private bool KeepsNumber(OperationSource source) => _own.Contains(OperationIds.Meaning(source, keepsNumber: false));

    private List<string> WordsOf(OperationSource source)
    {
        List<string> words = _ids.WordsOf(source, _group.Name, KeepsNumber(source));
        words = words.Count > _prefix ? words.GetRange(_prefix, words.Count - _prefix) : words;

        // 'getAsync' would become GetAsyncAsync.
        int last = words.Count - 1;
        return last > 0 && words[last].Equals("async", StringComparison.OrdinalIgnoreCase) ? words.GetRange(0, last) : words;
    }

    // An operation that gives one page of a list is not called after all of it: ListAll is List, GetAllBooks is GetBooks. Neither is one that
    // gives a list at once, since XAll is a method that enumerates pages.
    private string[] WithoutAll(OperationSource source, string name)
    {
        List<string> words = Words.Split(name);
        bool isMiddle = words.Count > 2 && words[1] == "All" && OperationStem.IsVerb(words[0]);
        bool isPage = IsPage(source);
        bool isRead = isPage || source.Method is "GET" or "QUERY";
        if (isMiddle ? !isPage : !isRead || !name.EndsWith("All", StringComparison.Ordinal))
        {
            return [name];
        }

        if (isMiddle)
        {
            words.RemoveAt(1);
            string without = string.Concat(words);
            return _exact.Contains(without) ? [name] : [without, name];
        }

        string rest = name.Substring(0, name.Length - "All".Length);
        string other = rest + (isPage ? "Page" : "AtOnce");
        string page = rest is not ("" or "Get") ? rest : isPage || ListShape.IsReturned(source) ? "List" : "Get";
        return _exact.Contains(page) ? [other] : [page, other];
    }

    private static bool IsPage(OperationSource source) => PageRequest.Is(source);

    private static string Method(string text)
    {
        string name = Identifiers.Pascal(text, "Call");
        return Distinct(name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name);
    }

    // XWithResponseAsync of one operation must not be XAsync of another.
    private static string Distinct(string name) =>
        name.EndsWith("WithResponse", StringComparison.OrdinalIgnoreCase) ? name + "Call" : name;
}
