using System.Text;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>
/// Finds the words of an operation's id that name the operation. It removes the additions of frameworks: path and method (FastAPI), the
/// class (NestJS, gRPC gateways), <c>UsingGET</c> (springfox), <c>Endpoint</c> (FastEndpoints), and a prefix of all ids of a document.
/// </summary>
internal sealed class OperationIds
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete", "head", "options", "trace", "query"];

    private static readonly string[] Articles = ["a", "an", "the"];

    // Fewer ids of a document may begin alike by chance: signIn, signOut.
    private const int SurelyCommon = 5;

    private readonly int _prefix;
    private readonly bool _areEndpoints;

    /// <param name="sources">The operations of a document.</param>
    public OperationIds(IEnumerable<OperationSource> sources)
    {
        List<List<string>> ids = [.. sources.Where(static source => source.Id is not null).Select(static source => Words.Split(Meaning(source, keepsNumber: false)))];
        _prefix = CommonPrefix(ids, group: null);
        _areEndpoints = ids.Count > 1 && ids.TrueForAll(IsEndpoint);
    }

    /// <summary>The id without a framework's suffix: the path, the method, a number.</summary>
    /// <param name="source">An operation with an id.</param>
    /// <param name="keepsNumber">Whether a number stays, because another operation has the id without it.</param>
    public static string Meaning(OperationSource source, bool keepsNumber)
    {
        string id = source.Id!;
        if (WithoutPath(id, source.Path) is { } function)
        {
            return function;
        }

        // springdoc numbers repeated names, NestJS distinguishes versions of a route.
        int end = id.LastIndexOf('_');
        string text = end > 0 && !keepsNumber && IsNumber(id, end + 1) ? id.Substring(0, end) : id;
        int springfox = text.LastIndexOf("Using", StringComparison.Ordinal);
        return springfox > 0 && Array.IndexOf(Methods, text.Substring(springfox + 5).ToLowerInvariant()) >= 0 ? text.Substring(0, springfox) : text;
    }

    /// <summary>Whether an id only repeats the method and the path: <c>getPetsPetId</c>, <c>petsPetIdGet</c>.</summary>
    public static bool IsPath(OperationSource source)
    {
        string folded = Letters(source.Id ?? "");
        foreach (string path in new[] { source.Path, TellingPart(source.Path) })
        {
            if (folded == Letters(source.Method + path) || folded == Letters(path + source.Method))
            {
                return true;
            }
        }

        return source.Id is null || folded == Letters(PathStem.Of(source, isComplete: false)) || folded == Letters(PathStem.Of(source, isComplete: true));
    }

    /// <summary>The words of an id, without its class and without the prefix of the document's ids.</summary>
    /// <param name="source">An operation with an id.</param>
    /// <param name="group">Identifier of its group.</param>
    /// <param name="keepsNumber">Whether a number at the end stays.</param>
    public List<string> WordsOf(OperationSource source, string group, bool keepsNumber)
    {
        string meaning = Meaning(source, keepsNumber);
        if (ContainerOf(meaning) is { } container)
        {
            List<string> member = WithoutArticle(Words.Split(meaning.Substring(container.Length + 1)));
            if (GroupNames.WithoutRole(container) is not null || OperationStem.IsSame(container, group))
            {
                return member;
            }

            // CatalogElements_getById gets catalog elements by id.
            if (member.Count > 0 && OperationStem.IsVerb(member[0])
                && (member.Count == 1 || member[1].Equals("by", StringComparison.OrdinalIgnoreCase)))
            {
                return [member[0], .. Words.Split(container), .. member.Skip(1)];
            }
        }

        List<string> words = Words.Split(meaning);
        if (_areEndpoints)
        {
            words.RemoveAt(words.Count - 1);
        }

        return WithoutArticle(words.Count > _prefix ? words.GetRange(_prefix, words.Count - _prefix) : words);
    }

    // FastEndpoints takes the name of the class. Where endpoints are the document's resources, some are only read or created.
    private static bool IsEndpoint(List<string> words) =>
        words.Count > 1 && words[words.Count - 1].Equals("endpoint", StringComparison.OrdinalIgnoreCase) && !(words.Count == 2 && OperationStem.IsVerb(words[0]));

    /// <summary>The first words of an operation's types if they differ from its id; else null.</summary>
    public string? TypeStemOf(OperationSource source)
    {
        if (source.Id is not { } id || Words.Split(id) is not { Count: > 0 } whole)
        {
            return null;
        }

        string meaning = Meaning(source, keepsNumber: true);
        string role = ContainerOf(meaning) is { } container && GroupNames.WithoutRole(container) is { } plain ? Identifiers.Pascal(plain, "") : "";
        List<string> words = WordsOf(source, role, keepsNumber: true);
        if (words.Count == 0 || words.SequenceEqual(whole))
        {
            return null;
        }

        string stem = Identifiers.Pascal(string.Join(" ", words), "Operation");
        return role.Length == 0 || OperationStem.Mentions(words, role) ? stem : Identifiers.Join(role, stem);
    }

    /// <summary>The number of leading words that all ids share and that describe none of them.</summary>
    /// <param name="ids">The words of each id.</param>
    /// <param name="group">Identifier of the group that they are in; null for all ids of a document.</param>
    public static int CommonPrefix(List<List<string>> ids, string? group)
    {
        if (ids.Count < 2)
        {
            return 0;
        }

        List<string> first = ids[0];
        int length = ids.Min(static words => words.Count) - 1;
        for (int i = 0; i < length; i++)
        {
            if (OperationStem.IsVerb(first[i]) || !ids.TrueForAll(words => words[i].Equals(first[i], StringComparison.OrdinalIgnoreCase)))
            {
                length = i;
            }
        }

        if (length > 0 && (group is null ? ids.Count >= SurelyCommon : OperationStem.IsSame(string.Concat(first.Take(length)), group)))
        {
            return length;
        }

        while (length > 0 && !IsTold(ids, length))
        {
            length--;
        }

        return Math.Max(0, length);
    }

    // A version, or words before a verb in all of them.
    private static bool IsTold(List<List<string>> ids, int length) =>
        !OperationGroups.IsTelling(string.Concat(ids[0].Take(length))) || ids.TrueForAll(words => OperationStem.IsVerb(words[length]));

    // FastAPI: re.sub(r"\W", "_", name + path) + "_" + method. A gateway may have put something before the path.
    private static string? WithoutPath(string id, string path)
    {
        int method = id.LastIndexOf('_');
        if (method <= 0 || Array.IndexOf(Methods, id.Substring(method + 1)) < 0)
        {
            return null;
        }

        int start = 0;
        while (start >= 0)
        {
            string tail = path.Substring(start);
            int next = tail.IndexOf('/', 1 < tail.Length ? 1 : 0);
            bool isWhole = start == 0;
            if (!isWhole && next <= 0)
            {
                return null;
            }

            int length = method - tail.Length;
            if (length > 0 && IsUnderscored(id, length, tail))
            {
                return id.Substring(0, length);
            }

            start = next <= 0 ? -1 : start + next;
        }

        return null;
    }

    private static bool IsUnderscored(string id, int at, string path)
    {
        for (int i = 0; i < path.Length; i++)
        {
            char expected = char.IsLetterOrDigit(path[i]) ? path[i] : '_';
            if (id[at + i] != expected)
            {
                return false;
            }
        }

        return true;
    }

    // 'list_1', 'UsersController_findAll_v1'. In 'list_v2' the version is intended.
    private static bool IsNumber(string id, int start)
    {
        start += start + 1 < id.Length && id[start] == 'v' && ContainerOf(id) is { } container && GroupNames.WithoutRole(container) is not null ? 1 : 0;
        for (int i = start; i < id.Length; i++)
        {
            if (id[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return start < id.Length;
    }

    // UsersController_findAll, AttachmentService_ListAttachments, storage#add, pets.show, Pets_Show.
    private static string? ContainerOf(string id)
    {
        int at = id.IndexOfAny(['.', '/', ':', '#', '_']);
        if (at <= 0 || at + 1 >= id.Length)
        {
            return null;
        }

        string container = id.Substring(0, at);
        return id[at] != '_' || char.IsUpper(id[at + 1]) || (char.IsUpper(id[0]) && char.IsLower(id[at + 1])) ? container : null;
    }

    // 'delete-a-branch'; the last word is none.
    private static List<string> WithoutArticle(List<string> words)
    {
        if (words.Count > 2 && (Articles.Contains(words[1]) || (OperationStem.IsVerb(words[0]) && Articles.Contains(words[1], StringComparer.OrdinalIgnoreCase))))
        {
            words.RemoveAt(1);
        }

        return words;
    }

    private static string TellingPart(string path)
    {
        string[] segments = path.Split('/');
        return string.Concat(segments.SkipWhile(static segment => segment.IndexOf('{') < 0 && !OperationGroups.IsTelling(segment)));
    }

    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
