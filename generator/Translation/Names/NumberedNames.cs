using System.Globalization;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// Finds free names by putting numbers behind, and remembers how far each name has got: a document in which ten thousand things want one name
/// takes ten thousand tries and not their square.
/// </summary>
/// <param name="taken">Names that are not free; what is given is added.</param>
internal sealed class NumberedNames(HashSet<string> taken)
{
    private readonly Dictionary<string, int> _next = new(taken.Comparer);

    /// <summary>The first of the names <c>wanted2</c>, <c>wanted3</c>… that is free.</summary>
    public string Take(string wanted)
    {
        int number = _next.TryGetValue(wanted, out int next) ? next : 2;
        string name;
        do
        {
            name = Identifiers.Join(wanted, number.ToString(CultureInfo.InvariantCulture));
            number++;
        }
        while (!taken.Add(name));

        _next[wanted] = number;
        return name;
    }
}
