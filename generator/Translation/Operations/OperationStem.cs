namespace ClerkGen.Generator.Translation;

/// <summary>
/// Makes method names of operation ids and paths. What a group's name already says is left out: <c>listUsers</c> among Users is
/// <c>List</c>. Only
/// where the rest still reads well: the group's words must stand right behind the verb, before a verb, or at the end behind a preposition.
/// </summary>
internal static class OperationStem
{
    private static readonly HashSet<string> Verbs = new(
        [
            "accept", "add", "approve", "archive", "attach", "ban", "cancel", "check", "complete", "confirm", "copy", "count", "create", "delete",
            "detach", "disable", "download", "edit", "enable", "export", "fetch", "find", "get", "import", "invite", "list", "lock", "merge", "move",
            "patch", "post", "preview", "publish", "put", "query", "read", "refresh", "reject", "remove", "replace", "restore", "retrieve", "revoke",
            "rotate", "run", "search", "send", "set", "start", "stop", "submit", "sync", "unban", "unlock", "update", "upload", "upsert", "validate",
            "verify",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Prepositions = new(["to", "from", "in", "of", "for", "on", "into"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The id without the words of the group, or null when nothing can be left out.</summary>
    /// <param name="id">An operation id.</param>
    /// <param name="group">Identifier of the group.</param>
    /// <param name="returnsList">Whether a success is a list, so that <c>getUsers</c> is <c>List</c> and not <c>Get</c>.</param>
    public static string? Shorten(string id, string group, bool returnsList)
    {
        List<string> words = Words.Split(id);
        string folded = Fold(group);
        foreach ((int start, int count) in Nouns(words, group.Length + Plurals.LongestDifference))
        {
            string noun = string.Concat(words.GetRange(start, count));
            if (Fold(noun) == folded && Without(words, start, count, id) is { } rest)
            {
                bool isPlural = Plurals.Singular(noun) is not null;
                return Is(rest, "get", "list") || (Is(rest, "get") && isPlural && returnsList) ? "List" : Identifiers.Pascal(string.Join(" ", rest), "Call");
            }
        }

        return null;
    }

    // Runs of words that may be left out: at the start, behind the first word, at the end. An id may have any number of words, but a run that is
    // longer than the group's name does not say it.
    private static IEnumerable<(int Start, int Count)> Nouns(List<string> words, int longest)
    {
        for (int start = 0; start < Math.Min(2, words.Count); start++)
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

    /// <summary>A name from method and path, for an operation without id: <c>GET /pets/{petId}/toys</c> → <c>GetPetsToys</c>.</summary>
    /// <param name="source">The operation.</param>
    /// <param name="isComplete">Whether the whole path is told: also versions, and parameters that do not stand at its end.</param>
    public static string FromPath(OperationSource source, bool isComplete)
    {
        List<string> words = [source.Method.ToLowerInvariant()];
        List<string> trailing = [];
        List<QueryTemplatePart> query = [];
        string path = PathTemplate.WithoutQueryParameters(source.Path, query);
        foreach (string segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment.IndexOf('{') < 0)
            {
                words.AddRange(isComplete ? trailing : []);
                trailing.Clear();
                words.AddRange(isComplete || OperationGroups.IsTelling(segment) ? [segment] : []);
            }
            else
            {
                trailing.Add(trailing.Count == 0 ? "by" : "and");
                trailing.Add(segment.Replace('{', ' ').Replace('}', ' '));
            }
        }

        foreach (QueryTemplatePart parameter in query)
        {
            trailing.Add(trailing.Count == 0 ? "by" : "and");
            trailing.Add(parameter.Name);
        }

        words.AddRange(trailing);
        return Identifiers.Pascal(string.Join(" ", words), "Call");
    }

    private static List<string>? Without(List<string> words, int start, int count, string id)
    {
        List<string> rest = [.. words.Take(start), .. words.Skip(start + count)];
        bool isBehindVerb = start == 1;
        bool isPrefix = start == 0 && (Verbs.Contains(rest[0]) || IsNamespace(id));
        if (isBehindVerb || isPrefix)
        {
            return rest;
        }

        bool isAtEnd = start + count == words.Count && start >= 3 && Prepositions.Contains(words[start - 1]);
        return isAtEnd ? words.GetRange(0, start - 1) : null;
    }

    // 'pets.show', 'pets/show', 'Pets_Show': a separator that sets names apart rather than words.
    private static bool IsNamespace(string id)
    {
        int at = id.IndexOfAny(['.', '/', ':', '_']);
        return at > 0 && at + 1 < id.Length && (id[at] != '_' || char.IsUpper(id[at + 1]));
    }

    private static bool Is(List<string> words, params string[] expected) =>
        words.Count == expected.Length && !words.Where((word, index) => !word.Equals(expected[index], StringComparison.OrdinalIgnoreCase)).Any();

    private static string Fold(string noun) => (Plurals.Singular(Identifiers.Pascal(noun, noun)) ?? noun).ToLowerInvariant();
}
