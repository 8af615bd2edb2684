using System.Text;

namespace ClerkGen.Generator.Emit;

/// <summary>
/// Short names for the namespaces that a file names again and again: written out they are a tenth of all that is emitted. <c>::</c> finds
/// nothing but an alias, so no type or member gets in the way; the other way round an alias hides a type that is called like it, and
/// makes room for that (<see cref="FindHidden"/>). Texts of types have <see cref="CSharpText.Root"/> where C# has
/// <c>global::</c>, until they are written.
/// </summary>
internal sealed class NamespaceAliases
{
    private readonly (string Namespace, string Alias)[] _aliases;
    private readonly bool[] _isUsed;

    /// <param name="own">The file's own namespace, as it stands in C#.</param>
    /// <param name="without">Aliases that the file cannot have.</param>
    public NamespaceAliases(string own, params string[] without)
    {
        // Longer ones first.
        (string Namespace, string Alias)[] all =
            [(own + ".", "My"), ("ClerkGen.GeneratedSupport.", "CG"), ("ClerkGen.", "RT"), ("System.", "NET")];
        _aliases = without.Length == 0 ? all : [.. all.Where(entry => !without.Contains(entry.Alias))];
        _isUsed = new bool[_aliases.Length];
    }

    /// <summary>Appends a text, with an alias or <c>global::</c> for each mark.</summary>
    public void Append(StringBuilder text, string marked)
    {
        int from = 0;
        for (int mark = marked.IndexOf(CSharpText.Root); mark >= 0; mark = marked.IndexOf(CSharpText.Root, from))
        {
            text.Append(marked, from, mark - from);
            from = mark + 1 + AppendRoot(text, marked, mark + 1);
        }

        text.Append(marked, from, marked.Length - from);
    }

    /// <summary>The directives that the file needs.</summary>
    public IEnumerable<string> Directives()
    {
        for (int i = 0; i < _aliases.Length; i++)
        {
            if (_isUsed[i])
            {
                yield return $"using {_aliases[i].Alias} = global::{_aliases[i].Namespace.TrimEnd('.')};";
            }
        }
    }

    /// <summary>
    /// Aliases that stand in the code of a printed file for something else, a type that is called like them say. C# refuses such a name
    /// inside the namespace that has the alias (CS0576). Comments do not count.
    /// </summary>
    public IEnumerable<string> FindHidden(string text)
    {
        for (int i = 0; i < _aliases.Length; i++)
        {
            if (_isUsed[i] && StandsForSomethingElse(text, _aliases[i].Alias))
            {
                yield return _aliases[i].Alias;
            }
        }
    }

    private static bool StandsForSomethingElse(string text, string alias)
    {
        for (int at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = text.IndexOf(alias, at + 1, StringComparison.Ordinal))
        {
            int end = at + alias.Length;
            bool isWord = (at == 0 || !IsPartOfWord(text[at - 1])) && (end == text.Length || !IsPartOfWord(text[end]));
            bool isQualifier = end + 1 < text.Length && text[end] == ':' && text[end + 1] == ':';
            if (isWord && !isQualifier && !IsInComment(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsInComment(string text, int at)
    {
        int line = text.LastIndexOf('\n', at) + 1;
        while (text[line] == ' ')
        {
            line++;
        }

        return string.CompareOrdinal(text, line, "//", 0, 2) == 0;
    }

    private int AppendRoot(StringBuilder text, string marked, int at)
    {
        for (int i = 0; i < _aliases.Length; i++)
        {
            string name = _aliases[i].Namespace;
            if (string.CompareOrdinal(marked, at, name, 0, name.Length) == 0)
            {
                _isUsed[i] = true;
                text.Append(_aliases[i].Alias).Append("::");
                return name.Length;
            }
        }

        text.Append("global::");
        return 0;
    }
}
