using System.Text;

namespace ClerkGen.Generator.Emit;

/// <summary>
/// Short names for the namespaces that a file names again and again: written out they are a tenth of all that is emitted. <c>::</c> finds
/// nothing but an alias, so no type or member gets in the way. Texts of types have <see cref="CSharpText.Root"/> where C# has
/// <c>global::</c>, until they are written.
/// </summary>
internal sealed class NamespaceAliases
{
    private readonly (string Namespace, string Alias)[] _aliases;
    private readonly bool[] _isUsed;

    /// <param name="own">The file's own namespace, as it stands in C#.</param>
    public NamespaceAliases(string own)
    {
        // Longer ones first.
        _aliases = [(own + ".", "My"), ("ClerkGen.GeneratedSupport.", "CG"), ("ClerkGen.", "RT"), ("System.", "NET")];
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
