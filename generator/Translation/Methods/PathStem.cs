using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>Derives method names from methods and paths, for operations without ids.</summary>
internal static class PathStem
{
    /// <summary>The name of an operation: <c>GET /pets/{petId}/toys</c> → <c>GetPetsToys</c>.</summary>
    /// <param name="source">The operation.</param>
    /// <param name="isComplete">Whether to use the whole path, including versions and inner parameters.</param>
    public static string Of(OperationSource source, bool isComplete) =>
        Make(source.Method.ToLowerInvariant(), Segments(source.Path, out List<QueryTemplatePart> query), 0, query, isComplete);

    /// <summary>
    /// The name of an operation in its group, without the path up to the group's segments; null if there are none. <c>GET
    /// /orgs/{org}/repos/{repo}/tags</c> among Repos is <c>GetTags</c>, or <c>ListTags</c> when it responds with a list.
    /// </summary>
    /// <param name="source">The operation.</param>
    /// <param name="group">Identifier of its group.</param>
    /// <param name="returnsList">Whether a success is a list.</param>
    public static string? InGroup(OperationSource source, string group, bool returnsList)
    {
        List<string> segments = Segments(source.Path, out List<QueryTemplatePart> query);
        int end = EndOfGroup(segments, OperationStem.Singular(group));
        string verb = source.Method is "GET" && returnsList ? "list" : source.Method.ToLowerInvariant();
        return end < 0 ? null : Make(verb, segments, end, query, isComplete: false);
    }

    private static List<string> Segments(string path, out List<QueryTemplatePart> query)
    {
        query = [];
        return [.. PathTemplate.WithoutQueryParameters(path, query).Split(['/'], StringSplitOptions.RemoveEmptyEntries)];
    }

    // After the group's segments, in this order or, for two, the reverse: settings/client is ClientSettings.
    private static int EndOfGroup(List<string> segments, string group)
    {
        List<(int Index, string Name)> telling = [];
        for (int i = 0; i < segments.Count; i++)
        {
            if (segments[i].IndexOf('{') < 0 && OperationGroups.IsTelling(segments[i]))
            {
                telling.Add((i, OperationStem.Singular(segments[i])));
            }
        }

        for (int first = 0; first < telling.Count; first++)
        {
            string name = "";
            for (int last = first; last < telling.Count && name.Length < group.Length; last++)
            {
                bool isReversed = last == first + 1 && telling[last].Name + name == group;
                name += telling[last].Name;
                if (name == group || isReversed)
                {
                    return telling[last].Index + 1;
                }
            }
        }

        return -1;
    }

    private static string Make(string verb, List<string> segments, int start, List<QueryTemplatePart> query, bool isComplete)
    {
        List<string> words = [verb];
        List<string> trailing = [];
        foreach (string segment in segments.Skip(start))
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
}
