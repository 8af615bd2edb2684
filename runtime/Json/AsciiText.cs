using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClerkGen.Json;

/// <summary>
/// ASCII bytes and strings of them. Eight bytes at a time; the last eight overlap those before. Most texts of a body are so short that the
/// general methods take longer to be called than to work.
/// </summary>
internal static class AsciiText
{
    /// <summary>From here on eight bytes can be taken at once.</summary>
    internal const int MinLength = sizeof(ulong);

    /// <summary>Whether all bytes are ASCII.</summary>
    /// <param name="utf8">At least <see cref="MinLength"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsValid(ReadOnlySpan<byte> utf8)
    {
        ref byte first = ref MemoryMarshal.GetReference(utf8);
        int last = utf8.Length - MinLength;
        ulong units = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, last));
        for (int i = 0; i < last; i += MinLength)
        {
            units |= Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, i));
        }

        return (units & 0x8080_8080_8080_8080) == 0;
    }

    /// <summary>Writes ASCII as characters.</summary>
    /// <param name="ascii">At least <see cref="MinLength"/> bytes.</param>
    /// <param name="text">As many characters.</param>
    internal static void Widen(ReadOnlySpan<byte> ascii, Span<char> text)
    {
        ref byte first = ref MemoryMarshal.GetReference(ascii);
        ref ushort target = ref Units(text);
        int last = ascii.Length - MinLength;
        for (int i = 0; i < last; i += MinLength)
        {
            Eight(ref first, i).StoreUnsafe(ref target, (nuint)i);
        }

        Eight(ref first, last).StoreUnsafe(ref target, (nuint)last);
    }

    /// <summary>Whether a text has these bytes.</summary>
    /// <param name="utf8">Bytes, as many as the text has characters.</param>
    /// <param name="ascii">Text of ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Equal(ReadOnlySpan<byte> utf8, ReadOnlySpan<char> ascii)
    {
        ref byte first = ref MemoryMarshal.GetReference(utf8);
        ref ushort text = ref Units(ascii);
        int last = utf8.Length - MinLength;
        if (last < 0)
        {
            for (int i = 0; i < utf8.Length; i++)
            {
                if (Unsafe.Add(ref first, i) != Unsafe.Add(ref text, i))
                {
                    return false;
                }
            }

            return true;
        }

        for (int i = 0; i < last; i += MinLength)
        {
            if (Eight(ref first, i) != Vector128.LoadUnsafe(ref text, (nuint)i))
            {
                return false;
            }
        }

        return Eight(ref first, last) == Vector128.LoadUnsafe(ref text, (nuint)last);
    }

    private static ref ushort Units(ReadOnlySpan<char> text) => ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Eight(ref byte first, int offset) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, offset))).AsByte());
}
