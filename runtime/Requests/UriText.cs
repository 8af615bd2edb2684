using System.Buffers;
using System.Text;

namespace ClerkGen.Requests;

/// <summary>
/// Collects the ASCII text of a request target, form or cookie in a rented array. A
/// mutable struct: kept in one place and passed by reference.
/// </summary>
internal struct UriText
{
    private const int FirstCapacity = 256;
    private const string HexDigits = "0123456789ABCDEF";

    // RFC 3986, section 2.3.
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Characters that OpenAPI's allowReserved keeps, without those that end or split a query (& # +) or change its decoding (% [ ]).
    private static readonly SearchValues<char> UnreservedAndReserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$'()*,;=");

    // The same in a path, where a slash or question mark would end the segment, and a plus is one.
    private static readonly SearchValues<char> UnreservedAndReservedInPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@!$&'()*+,;=");

    private char[]? _text;
    private int _length;

    /// <summary>The collected text, valid until the next append or release.</summary>
    internal readonly ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Appends text unchanged.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    /// <summary>Appends a character unchanged.</summary>
    internal void Append(char character)
    {
        Reserve(1)[0] = character;
        _length++;
    }

    /// <summary>Appends a value: everything but unreserved characters as percent-encoded UTF-8.</summary>
    internal void AppendEncoded(ReadOnlySpan<char> value) => AppendEncoded(value, Unreserved);

    /// <summary>
    /// Appends a value, and keeps reserved characters and percent-encoded triples (OpenAPI's
    /// <c>allowReserved</c>; RFC 6570, section 3.2.3).
    /// </summary>
    internal void AppendEncoded(ReadOnlySpan<char> value, bool allowReserved)
    {
        if (allowReserved)
        {
            AppendReserved(value, UnreservedAndReserved, isInPath: false);
        }
        else
        {
            AppendEncoded(value, Unreserved);
        }
    }

    /// <summary>The same for a segment of a path, which a value can neither end nor make another one.</summary>
    internal void AppendEncodedInPath(ReadOnlySpan<char> value, bool allowReserved)
    {
        if (allowReserved)
        {
            AppendReserved(value, UnreservedAndReservedInPath, isInPath: true);
        }
        else
        {
            AppendEncoded(value, Unreserved);
        }
    }

    /// <summary>The text as a string; gives the array back.</summary>
    /// <param name="before">Text in front of it.</param>
    internal string Finish(string before = "")
    {
        string text = string.Concat(before, Text);
        Release();
        return text;
    }

    /// <summary>Gives the array back, cleared: forms hold secrets.</summary>
    internal void Release()
    {
        if (_text is not null)
        {
            _text.AsSpan(0, _length).Clear();
            ArrayPool<char>.Shared.Return(_text);
            _text = null;
            _length = 0;
        }
    }

    private void AppendReserved(ReadOnlySpan<char> value, SearchValues<char> plain, bool isInPath)
    {
        int percent;
        while ((percent = value.IndexOf('%')) >= 0)
        {
            AppendEncoded(value[..percent], plain);
            bool isTriple = value.Length > percent + 2 && char.IsAsciiHexDigit(value[percent + 1]) && char.IsAsciiHexDigit(value[percent + 2])
                && !(isInPath && SplitsPath(value.Slice(percent + 1, 2)));
            Append(isTriple ? value.Slice(percent, 3) : "%25");
            value = value[(percent + (isTriple ? 3 : 1))..];
        }

        AppendEncoded(value, plain);
    }

    // Servers that decode a path before they cut it would find a dot segment or another one behind a slash.
    private static bool SplitsPath(ReadOnlySpan<char> hex) =>
        hex.Equals("2F", StringComparison.OrdinalIgnoreCase) || hex.Equals("5C", StringComparison.OrdinalIgnoreCase)
        || hex.Equals("2E", StringComparison.OrdinalIgnoreCase);

    private void AppendEncoded(ReadOnlySpan<char> value, SearchValues<char> plain)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            int index = value.IndexOfAnyExcept(plain);
            if (index < 0)
            {
                Append(value);
                return;
            }

            Append(value[..index]);
            value = value[index..];
            Rune.DecodeFromUtf16(value, out Rune rune, out int consumed);
            int count = rune.EncodeToUtf8(utf8);
            Span<char> encoded = Reserve(3 * count);
            for (int i = 0; i < count; i++)
            {
                encoded[3 * i] = '%';
                encoded[(3 * i) + 1] = HexDigits[utf8[i] >> 4];
                encoded[(3 * i) + 2] = HexDigits[utf8[i] & 15];
            }

            _length += 3 * count;
            value = value[consumed..];
        }
    }

    private Span<char> Reserve(int count)
    {
        _text ??= ArrayPool<char>.Shared.Rent(Math.Max(FirstCapacity, count));
        if (_text.Length - _length < count)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(checked(Math.Max(_length + count, _length * 2)));
            Text.CopyTo(larger);
            _text.AsSpan(0, _length).Clear();
            ArrayPool<char>.Shared.Return(_text);
            _text = larger;
        }

        return _text.AsSpan(_length);
    }
}
