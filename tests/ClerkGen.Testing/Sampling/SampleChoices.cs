using System.Text;

namespace ClerkGen.Testing;

/// <summary>
/// Every decision of a sample: a pure function of the seed and the place where it is made, so that the same seed gives
/// the same sample whatever else changed. Seed 0 always decides for the first alternative. Remembers what was chosen, to
/// tell which seeds show something new.
/// </summary>
internal sealed class SampleChoices(int seed)
{
    private readonly HashSet<(object Owner, string What, int Index)> _made = [];

    /// <summary>The choices: the schema, the kind of choice and the alternative.</summary>
    public IReadOnlySet<(object Owner, string What, int Index)> Made => _made;

    /// <summary>One of <paramref name="count"/> alternatives at <paramref name="pointer"/>.</summary>
    public int Among(int count, string pointer, object owner, string what)
    {
        int index = count <= 1 || seed == 0 ? 0 : pointer.Length == 0 ? seed % count : (int)(Number(pointer, what) % (ulong)count);
        _made.Add((owner, what, index));
        return index;
    }

    /// <summary>True in one of <paramref name="oneIn"/> seeds; never for seed 0.</summary>
    public bool Rarely(int oneIn, string pointer, object owner, string what) => Among(oneIn, pointer, owner, what) == oneIn - 1;

    /// <summary>Records something that was not chosen but forced.</summary>
    public void Note(object owner, string what, int index) => _made.Add((owner, what, index));

    /// <summary>A well-mixed number for a place: FNV-1a over the text, finished as SplitMix64 does.</summary>
    public ulong Number(string pointer, string what)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in Encoding.UTF8.GetBytes($"{what}\0{pointer}"))
        {
            hash = (hash ^ value) * 1099511628211;
        }

        hash += (ulong)(uint)seed * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
