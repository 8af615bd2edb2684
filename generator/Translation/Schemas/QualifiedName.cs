using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>A type's name with its namespace or package, as servers write it into the keys of components.</summary>
internal sealed class QualifiedName
{
    private const int MaximumDepth = 8;

    private static readonly char[] Brackets = ['`', '[', '<'];

    private readonly List<string> _segments;

    private readonly bool _isGeneric;

    private QualifiedName(List<string> segments, bool isGeneric) => (_segments, _isGeneric) = (segments, isGeneric);

    /// <summary>Number of segments.</summary>
    public int Length => _segments.Count;

    /// <summary>The first segment.</summary>
    public string First => _segments[0];

    /// <summary>
    /// Whether the part before the last segment is certainly a namespace: before a generic type, in lower case, or of several segments.
    /// </summary>
    public bool IsNamespaced => _isGeneric || _segments.Count > 2 || char.IsLower(_segments[0][0]);

    /// <summary>Reads a key: segments between dots, or between the double underscores of pydantic. Null for one without them.</summary>
    public static QualifiedName? Parse(string key)
    {
        // Dots in the arguments of tsoa's and Micronaut's generic types separate the arguments: Pick_User.name_, Map_String.Object_.
        int arguments = key.IndexOf('_');
        if (arguments > 0 && key[key.Length - 1] == '_' && key.IndexOf('.') > arguments)
        {
            return null;
        }

        List<string> segments = Split(key, 0);
        return segments.Count < 2 || segments.Exists(static segment => Identifiers.Pascal(segment, "").Length == 0) ? null
            : new QualifiedName(segments, key.IndexOfAny(Brackets) >= 0);
    }

    /// <summary>The last segments as one identifier.</summary>
    public string Last(int count)
    {
        string name = "";
        foreach (string segment in _segments.Skip(Math.Max(0, _segments.Count - count)))
        {
            string word = Identifiers.Pascal(segment, "");
            name = name.Length == 0 ? word : Identifiers.Join(name, word);
        }

        return name;
    }

    // The arguments of a generic type follow its own name: Page`1[[Acme.Order, Acme]] is PageOfOrder.
    private static List<string> Split(string key, int depth)
    {
        int generic = key.IndexOfAny(Brackets);
        string head = generic < 0 ? key : key.Substring(0, generic);
        List<string> segments = [.. head.Split(head.IndexOf('.') < 0 ? ["__"] : ["."], StringSplitOptions.RemoveEmptyEntries)];
        if (generic < 0 || segments.Count == 0 || depth == MaximumDepth)
        {
            return segments;
        }

        List<string> arguments = Arguments(key.Substring(generic)).ConvertAll(argument => Split(argument, depth + 1) is { Count: > 0 } own ? own[own.Count - 1] : "");
        arguments.RemoveAll(static argument => argument.Length == 0);
        if (arguments.Count > 0)
        {
            segments[segments.Count - 1] += " Of " + string.Join(" And ", arguments.Select(static argument => Identifiers.Pascal(argument, "")));
        }

        return segments;
    }

    // [[A, Assembly], [B, Assembly]], [A, B] and <A, B>: the text between brackets on the outermost level, each up to its own comma.
    private static List<string> Arguments(string text)
    {
        List<string> arguments = [];
        int start = text.IndexOfAny(['[', '<']);
        if (start < 0)
        {
            return arguments;
        }

        bool isQualified = start + 1 < text.Length && text[start + 1] == '[';
        int level = 0;
        int from = -1;
        bool isRead = false;
        int outermost = isQualified ? 2 : 1;
        for (int i = start; i < text.Length; i++)
        {
            bool opens = text[i] is '[' or '<';
            bool closes = text[i] is ']' or '>';
            if ((closes || text[i] == ',') && level == outermost && from >= 0 && !isRead)
            {
                arguments.Add(text.Substring(from, i - from).Trim());
                isRead = isQualified;
                from = i + 1;
            }

            level += opens ? 1 : closes ? -1 : 0;
            if (opens && level == outermost)
            {
                from = i + 1;
                isRead = false;
            }
        }

        return arguments;
    }
}
