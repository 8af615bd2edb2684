using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>
/// Derives method names from operation ids and paths. Words of the group's name are removed: <c>listUsers</c> among Users is <c>List</c>.
/// Only where the rest reads well: the group's words must come right after the verb, before a verb, or last after a preposition.
/// </summary>
internal static class OperationStem
{
    // Words that an operation's name begins with; some of them go before another: 'partial update', 'batch delete'.
    private static readonly HashSet<string> Verbs = new(
        [
            "accept", "activate", "add", "apply", "approve", "archive", "assign", "attach", "authorize", "ban", "batch", "bulk", "cancel", "check",
            "claim", "clear", "close", "complete", "confirm", "copy", "count", "create", "deactivate", "delete", "deploy", "destroy", "detach",
            "diff", "disable", "download", "edit", "enable", "exchange", "execute", "export", "fetch", "find", "generate", "get", "import", "index",
            "initialize", "install", "invite", "join", "leave", "link", "list", "lock", "merge", "modify", "move", "multi", "open", "partial",
            "patch", "pause", "post", "preview", "publish", "push", "put", "query", "read", "refresh", "register", "reject", "remove", "replace",
            "resend", "reset", "restart", "restore", "resume", "retrieve", "retry", "revoke", "rotate", "run", "search", "send", "set", "setup",
            "show", "start", "stop", "submit", "subscribe", "sync", "trigger", "unassign", "unban", "uninstall", "unlink", "unlock", "unsubscribe",
            "update", "upload", "upsert", "validate", "verify",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Prepositions = new(["to", "from", "in", "of", "for", "on", "into"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is a verb of operations.</summary>
    public static bool IsVerb(string word) => Verbs.Contains(word);

    /// <summary>Whether a word goes before what something is done with.</summary>
    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    /// <summary>Whether two names are the same but for case, separators and the plural of each word.</summary>
    public static bool IsSame(string left, string right) => Singular(left) == Singular(right);

    /// <summary>Whether words hold those of a name, one behind the other.</summary>
    public static bool Mentions(List<string> words, string name) =>
        Singular(string.Join(" ", words)).IndexOf(Singular(name), StringComparison.Ordinal) >= 0;

    /// <summary>A name with each word in its singular, folded for comparison.</summary>
    public static string Singular(string name) => string.Concat(Words.Split(name).Select(Fold));

    /// <summary>The id without the words of the group, or null when nothing can be left out.</summary>
    /// <param name="id">An operation id.</param>
    /// <param name="group">Identifier of the group.</param>
    /// <param name="returnsList">Whether a success is a list, so that <c>getUsers</c> is <c>List</c> and not <c>Get</c>.</param>
    public static string? Shorten(string id, string group, bool returnsList) => Shorten(Words.Split(id), IsNamespace(id), group, returnsList, out _);

    /// <inheritdoc cref="Shorten(string, string, bool)"/>
    /// <param name="words">The words of an operation id.</param>
    /// <param name="isNamespaced">Whether the id sets names apart rather than words.</param>
    /// <param name="group">Identifier of the group.</param>
    /// <param name="returnsList">Whether a success is a list.</param>
    /// <param name="isPlural">Whether the words that were left out are a plural.</param>
    public static string? Shorten(List<string> words, bool isNamespaced, string group, bool returnsList, out bool isPlural)
    {
        string folded = Fold(group);
        foreach ((int start, int count) in Nouns(words, group.Length + Plurals.LongestDifference))
        {
            string noun = string.Concat(words.GetRange(start, count));
            if (Fold(noun) == folded && Without(words, start, count, isNamespaced) is { } rest)
            {
                isPlural = Plurals.Singular(noun) is not null;
                return Is(rest, "get", "list") || (Is(rest, "get") && isPlural && returnsList) ? "List" : Identifiers.Pascal(string.Join(" ", rest), "Call");
            }
        }

        isPlural = false;
        return null;
    }

    // Runs of words that may be left out: at the start, behind the first word, at the end. An id may have any number of words, but a run
    // longer than the group's name cannot match it.
    private static IEnumerable<(int Start, int Count)> Nouns(List<string> words, int longest)
    {
        int starts = words.Count > 2 && IsVerb(words[0]) && IsVerb(words[1]) ? 3 : 2;
        for (int start = 0; start < Math.Min(starts, words.Count); start++)
        {
            int length = 0;
            for (int count = 1; start + count <= words.Count && count < words.Count; count++)
            {
                length += words[start + count - 1].Length;
                if (length > longest)
                {
                    break;
                }

                yield return (start, count);
            }
        }

        int remaining = 0;
        int first = words.Count;
        while (first > 3 && remaining + words[first - 1].Length <= longest)
        {
            first--;
            remaining += words[first].Length;
        }

        for (int start = Math.Max(first, 3); start < words.Count; start++)
        {
            yield return (start, words.Count - start);
        }
    }

    private static List<string>? Without(List<string> words, int start, int count, bool isNamespaced)
    {
        List<string> rest = [.. words.Take(start), .. words.Skip(start + count)];
        bool isBehindVerb = start is 1 or 2;
        bool isPrefix = start == 0 && (isNamespaced || Verbs.Contains(rest[0]));
        if (isBehindVerb || isPrefix)
        {
            return rest;
        }

        // memories_history_list
        if (start == 0 && Verbs.Contains(rest[rest.Count - 1]))
        {
            return [rest[rest.Count - 1], .. rest.Take(rest.Count - 1)];
        }

        bool isAtEnd = start + count == words.Count && start >= 3 && Prepositions.Contains(words[start - 1]);
        return isAtEnd ? words.GetRange(0, start - 1) : null;
    }

    /// <summary>Whether an id sets names apart rather than words: <c>pets.show</c>, <c>pets/show</c>, <c>pets#show</c>, <c>Pets_Show</c>.</summary>
    public static bool IsNamespace(string id)
    {
        int at = id.IndexOfAny(['.', '/', ':', '#', '_']);
        return at > 0 && at + 1 < id.Length && (id[at] != '_' || char.IsUpper(id[at + 1]));
    }

    private static bool Is(List<string> words, params string[] expected) =>
        words.Count == expected.Length && !words.Where((word, index) => !word.Equals(expected[index], StringComparison.OrdinalIgnoreCase)).Any();

    private static string Fold(string noun) => (Plurals.Singular(Identifiers.Pascal(noun, noun)) ?? noun).ToLowerInvariant();
}
