namespace ClerkGen.AspNetCore;

/// <summary>
/// Headers of tokens that were accepted. All tokens of a key have the same one, so it is decoded once. Only
/// accepted tokens add to it: others cannot push anything out. Thread-safe.
/// </summary>
internal sealed class KnownHeaders
{
    private const int Most = 4;

    private (string Text, JwtHeader Header)[] _known = [];

    internal JwtHeader? Find(ReadOnlySpan<char> text)
    {
        foreach ((string known, JwtHeader header) in Volatile.Read(ref _known))
        {
            if (text.SequenceEqual(known))
            {
                return header;
            }
        }

        return null;
    }

    internal void Add(in Jwt jwt)
    {
        ReadOnlySpan<char> text = jwt.Token.AsSpan(0, jwt.HeaderLength);
        (string, JwtHeader)[] known = Volatile.Read(ref _known);
        if (Find(text) is not null)
        {
            return;
        }

        // A rotation brings a new header: the oldest goes. A race loses one of two additions, which the next token repeats.
        int kept = Math.Min(known.Length, Most - 1);
        Volatile.Write(ref _known, [(text.ToString(), jwt.Header), .. known[..kept]]);
    }
}
