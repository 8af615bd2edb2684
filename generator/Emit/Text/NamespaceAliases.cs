namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// Short names for the namespaces that a file names again and again: written out they are a tenth of all that is emitted. <c>::</c> finds
/// only an alias, so no type or member interferes. But an alias hides a type with its name, and is then not used
/// (<see cref="FindHidden"/>). Texts of types have <see cref="CSharpText.Root"/> where C# has <c>global::</c>, until they are written.
/// </summary>
internal sealed class NamespaceAliases
{
    private readonly List<Entry> _aliases;

    /// <param name="own">The file's own namespace, as it stands in C#.</param>
    /// <param name="without">Aliases that the file cannot have.</param>
    public NamespaceAliases(string own, params string[] without)
    {
        // Longer ones first.
        _aliases = [new Entry("My", own), new Entry("CG", "ClerkGen.GeneratedSupport"), new Entry("RT", "ClerkGen"), new Entry("NET", "System")];
        _aliases.RemoveAll(entry => Array.IndexOf(without, entry.Alias) >= 0);
    }

    /// <summary>The marks for the root of all namespaces, and for some of them, in front of a name.</summary>
    /// <param name="text">Holds the name.</param>
    /// <param name="at">Where the name begins.</param>
    /// <param name="replaced">How much of the name is stood for.</param>
    public string Use(string text, int at, out int replaced)
    {
        foreach (Entry entry in _aliases)
        {
            if (string.CompareOrdinal(text, at, entry.Start, 0, entry.Start.Length) == 0)
            {
                entry.IsUsed = true;
                replaced = entry.Start.Length;
                return entry.Qualifier;
            }
        }

        replaced = 0;
        return "global::";
    }

    /// <summary>The directives that the file needs.</summary>
    public IEnumerable<string> Directives() => _aliases
        .Where(static entry => entry.IsUsed)
        .Select(static entry => $"using {entry.Alias} = global::{entry.Namespace};");

    /// <summary>
    /// Aliases that mean something else in the code of a printed file, such as a type with that name. C# refuses such a name inside the
    /// namespace that has the alias (CS0576). Comments and the directives do not count.
    /// </summary>
    public IEnumerable<string> FindHidden(string text) => _aliases
        .Where(entry => entry.IsUsed && StandsForSomethingElse(text, entry.Alias))
        .Select(static entry => entry.Alias);

    private static bool StandsForSomethingElse(string text, string alias)
    {
        for (int at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = text.IndexOf(alias, at + 1, StringComparison.Ordinal))
        {
            int end = at + alias.Length;
            bool isWord = (at == 0 || !IsPartOfWord(text[at - 1])) && (end == text.Length || !IsPartOfWord(text[end]));
            bool isQualifier = end + 1 < text.Length && text[end] == ':' && text[end + 1] == ':';
            if (isWord && !isQualifier && !IsInCommentOrDirective(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsInCommentOrDirective(string text, int at)
    {
        int line = text.LastIndexOf('\n', at) + 1;
        while (text[line] == ' ')
        {
            line++;
        }

        return string.CompareOrdinal(text, line, "//", 0, 2) == 0 || string.CompareOrdinal(text, line, "using ", 0, 6) == 0;
    }

    private sealed class Entry(string alias, string name)
    {
        public string Alias => alias;

        public string Namespace => name;

        public string Qualifier { get; } = alias + "::";

        public string Start { get; } = name + ".";

        public bool IsUsed { get; set; }
    }
}
