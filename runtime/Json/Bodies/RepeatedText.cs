using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClerkGen.Json;

/// <summary>
/// Makes one string of equal texts of a body: ids that refer to each other, roles, names and addresses that objects repeat. A text has one
/// place in a table of fixed size, so that looking for it takes the same time in every body. The table is not used any more for a body that
/// repeats little. One table is kept per thread. It holds no text between bodies.
/// </summary>
internal sealed class RepeatedText
{
    // A shorter body has too few texts to repeat some.
    private const int MinBody = 2048;

    // A text and its name take about so many bytes of a body.
    private const int BytesPerPlace = 32;
    private const int MaxPlaces = 2048;

    // Longer texts are prose, which is not repeated.
    private const int MaxLength = 256;

    // So many texts more than the repeated ones are worth are looked for in vain; a page of large objects repeats none before its second one.
    private const int MaxCredit = 512;

    // A string that is not made pays for looking so often.
    private const int Gain = 2;

    [ThreadStatic]
    private static RepeatedText? _idle;

    private readonly Place[] _places = new Place[MaxPlaces];
    private int _bits;
    private int _credit;

    private RepeatedText()
    {
    }

    /// <summary>Takes the thread's table for a body.</summary>
    /// <param name="bytes">Length of the body.</param>
    /// <returns>The table, which <see cref="Release"/> gives back; null when the body is too short.</returns>
    internal static RepeatedText? For(int bytes)
    {
        if (bytes < MinBody)
        {
            return null;
        }

        // Taken out while in use: a codec of the user may read another body inside.
        RepeatedText table = _idle ?? new RepeatedText();
        _idle = null;
        table._bits = BitOperations.Log2((uint)Math.Min(bytes / BytesPerPlace, MaxPlaces));
        table._credit = MaxCredit;
        return table;
    }

    /// <summary>Text of UTF-8 without escapes.</summary>
    internal string Read(ReadOnlySpan<byte> utf8)
    {
        if (_credit <= 0 || utf8.Length > MaxLength)
        {
            return JsonText.Plain(utf8);
        }

        // The tag is another part of the hash. Without it, each text that is looked for in vain would fetch another one from memory.
        ulong hash = Hash(utf8);
        uint tag = (uint)hash;
        ref Place place = ref _places[hash >> (64 - _bits)];
        if (place.Tag == tag && place.Text is { } known && known.Length == utf8.Length && AsciiText.Equal(utf8, known))
        {
            _credit = Math.Min(_credit + Gain, MaxCredit);
            return known;
        }

        _credit--;
        string text = JsonText.Plain(utf8);

        // Beyond ASCII a text has fewer characters than bytes.
        if (text.Length == utf8.Length)
        {
            place.Tag = tag;
            place.Text = text;
        }

        return text;
    }

    /// <summary>Empties the table and gives it back to the thread.</summary>
    internal void Release()
    {
        Array.Clear(_places, 0, 1 << _bits);
        _idle = this;
    }

    // Both ends and the middle are hashed, where ids and addresses differ. A place keeps the text that came last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
        ref byte first = ref MemoryMarshal.GetReference(utf8);
        ulong hash = (uint)utf8.Length;
        int last = utf8.Length - sizeof(ulong);
        if (last < 0)
        {
            foreach (byte unit in utf8)
            {
                hash = (hash << 8) ^ unit;
            }
        }
        else
        {
            hash ^= Unsafe.ReadUnaligned<ulong>(ref first)
                ^ BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, last)), 29)
                ^ BitOperations.RotateLeft(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, last / 2)), 47);
        }

        return hash * Multiplier;
    }

    private struct Place
    {
        public string? Text;
        public uint Tag;
    }
}
