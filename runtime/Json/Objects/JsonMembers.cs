using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Walks the members of one object and finds each name in the type's table, the expected next one first. It handles unknown names, nulls,
/// duplicates and missing members, so that an emitted reader is one line per member. A mutable struct, used as a local.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonMembers
{
    /// <summary>Result of <see cref="Next"/> for a member that is not in the table, if those are kept.</summary>
    public const int Unknown = -2;

    private const int End = -1;
    private const int BitsPerWord = 64;

    // Members of wider objects are noted in an array, one word per 64 of them: no type was ever met that has so many.
    private const int MaxWordsHere = 4;

    private readonly ReadOnlySpan<byte> _names;
    private readonly ReadOnlySpan<ulong> _requiredWords;
    private readonly ReadOnlySpan<ulong> _nullableWords;
    private readonly ulong[]? _moreSeen;
    private readonly ulong _required;
    private readonly ulong _nullable;
    private readonly bool _keepUnknown;
    private SeenWords _seen;
    private int _cursor;
    private int _expected;
    private int _last = End;
    private string? _name;

    /// <summary>A table of up to 64 names.</summary>
    /// <param name="names">UTF-8 names, each ended by a line feed. A member's index is its line's.</param>
    /// <param name="required">Bit per member that the document promises.</param>
    /// <param name="nullable">Bit per member that may be <c>null</c>.</param>
    /// <param name="keepUnknown">Whether members that the table lacks are handed out instead of skipped.</param>
    public JsonMembers(ReadOnlySpan<byte> names, ulong required, ulong nullable, bool keepUnknown = false)
    {
        _names = names;
        _required = required;
        _nullable = nullable;
        _keepUnknown = keepUnknown;
    }

    /// <summary>A table of more than 64 names, with one word of bits per 64.</summary>
    /// <param name="names">UTF-8 names, each ended by a line feed. A member's index is its line's.</param>
    /// <param name="required">Bit per member that the document promises.</param>
    /// <param name="nullable">Bit per member that may be <c>null</c>; as many words.</param>
    /// <param name="keepUnknown">Whether members that the table lacks are handed out instead of skipped.</param>
    public JsonMembers(ReadOnlySpan<byte> names, ReadOnlySpan<ulong> required, ReadOnlySpan<ulong> nullable, bool keepUnknown = false)
    {
        _names = names;
        _requiredWords = required;
        _nullableWords = nullable;
        _moreSeen = required.Length > MaxWordsHere ? new ulong[required.Length - MaxWordsHere] : null;
        _keepUnknown = keepUnknown;
    }

    /// <summary>Bit per member among the first 64 that was there, <c>null</c> or not.</summary>
    public readonly ulong Seen => _seen[0];

    private readonly bool IsWide => !_requiredWords.IsEmpty;

    /// <summary>Name of the member for which <see cref="Next"/> has just returned <see cref="Unknown"/>.</summary>
    internal readonly string UnknownName => _name!;

    /// <summary>Bit per member of one word that was there, <c>null</c> or not.</summary>
    /// <param name="word">0 for members 0 to 63, 1 for 64 to 127, and so on.</param>
    public readonly ulong SeenAt(int word) => word < MaxWordsHere ? _seen[word] : _moreSeen![word - MaxWordsHere];

    /// <summary>
    /// Whether the reader is at the start of an object. Else there is no value: a null, or another kind, which is skipped.
    /// </summary>
    /// <param name="reader">Positioned on the first token of a value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Start(ref ApiJsonReader reader) => reader.Json.TokenType == JsonTokenType.StartObject || StartOther(ref reader);

    /// <summary>Goes to the next member that has a value.</summary>
    /// <param name="reader">Positioned at the start of the object, or on the last token of a member's value.</param>
    /// <returns>
    /// Index of the member, the reader on the first token of its value, which is not null; <see cref="Unknown"/> with the reader on a
    /// value that may be null; -1 at the end of the object.
    /// </returns>
    public int Next(ref ApiJsonReader reader)
    {
        if (reader.IsUnreadable)
        {
            Forget(ref reader);
        }

        while (true)
        {
            reader.Json.Read();
            if (reader.Json.TokenType == JsonTokenType.EndObject)
            {
                if ((_required & ~_seen[0]) != 0 || IsWide)
                {
                    ReportMissing(ref reader);
                }

                return End;
            }

            int index = Find(ref reader);
            if (index < 0)
            {
                if (_keepUnknown)
                {
                    _name = reader.Name();
                    _last = End;
                    reader.Json.Read();
                    return Unknown;
                }

                reader.Deviate(ApiDeviationKind.UnknownMember);
                // Skip refuses to work in a converter while a stream is read, though the whole value is there by then.
                reader.Json.TrySkip();
                continue;
            }

            Note(ref reader, index);
            _last = index;
            reader.Json.Read();
            if (reader.Json.TokenType != JsonTokenType.Null)
            {
                return index;
            }

            if (!IsNullable(index))
            {
                reader.Deviate(ApiDeviationKind.NullValue);
            }
        }
    }

    /// <summary>
    /// How many members from here on the table lacks, so that a dictionary for them need not grow. Looks ahead over scalar values only.
    /// Looking through nested objects would take time that grows with their depth.
    /// </summary>
    /// <param name="value">Positioned on the value of a member that the table lacks.</param>
    internal readonly int CountUnknown(Utf8JsonReader value)
    {
        JsonMembers table = this;
        int count = 1;
        while (value.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) && value.Read()
            && value.TokenType == JsonTokenType.PropertyName)
        {
            count += !value.ValueIsEscaped && table.Search(JsonText.Utf8(ref value)) < 0 ? 1 : 0;
            value.Read();
        }

        return count;
    }

    private static bool StartOther(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType != JsonTokenType.Null)
        {
            reader.Refuse();
        }

        return false;
    }

    // A member of which nothing could be read counts as not there, so that no null is sent back in its place. A
    // required one was there all the same.
    private void Forget(ref ApiJsonReader reader)
    {
        reader.IsUnreadable = false;
        if (_last >= 0)
        {
            ulong required = IsWide ? _requiredWords[_last / BitsPerWord] : _required;
            SeenWord(ref this, _last) &= ~(1UL << _last) | required;
        }
    }

    private static ref ulong SeenWord(ref JsonMembers members, int index)
    {
        if (index < BitsPerWord)
        {
            return ref members._seen[0];
        }

        return ref index < MaxWordsHere * BitsPerWord
            ? ref members._seen[index / BitsPerWord]
            : ref members._moreSeen![(index / BitsPerWord) - MaxWordsHere];
    }

    private void Note(ref ApiJsonReader reader, int index)
    {
        // The shift count of a 64-bit shift is taken modulo 64.
        ulong bit = 1UL << index;
        ref ulong seen = ref SeenWord(ref this, index);
        if ((seen & bit) != 0)
        {
            reader.Deviate(ApiDeviationKind.DuplicateMember);
        }

        seen |= bit;
    }

    private readonly bool IsNullable(int index)
    {
        ulong word = IsWide ? _nullableWords[index / BitsPerWord] : _nullable;
        return (word & (1UL << index)) != 0;
    }

    private int Find(ref ApiJsonReader reader)
    {
        if (!reader.Json.ValueIsEscaped && !reader.Json.HasValueSequence)
        {
            ReadOnlySpan<byte> plain = reader.Json.ValueSpan;
            ReadOnlySpan<byte> rest = _names[_cursor..];
            if (plain.Length < rest.Length && rest[plain.Length] == '\n' && rest[..plain.Length].SequenceEqual(plain))
            {
                _cursor += plain.Length + 1;
                return _expected++;
            }
        }

        return Search(JsonText.Utf8(ref reader.Json));
    }

    // From the expected one on: servers omit members more often than they change their order.
    private int Search(scoped ReadOnlySpan<byte> name)
    {
        int index = Search(name, _cursor, _expected, _names.Length);
        return index >= 0 ? index : Search(name, 0, 0, _cursor);
    }

    private int Search(scoped ReadOnlySpan<byte> name, int start, int index, int end)
    {
        for (; start < end; index++)
        {
            ReadOnlySpan<byte> rest = _names[start..];
            int length = rest.IndexOf((byte)'\n');
            if (length == name.Length && rest.StartsWith(name))
            {
                _cursor = start + length + 1;
                _expected = index + 1;
                return index;
            }

            start += length + 1;
        }

        return End;
    }

    private readonly void ReportMissing(ref ApiJsonReader reader)
    {
        int words = IsWide ? _requiredWords.Length : 1;
        for (int word = 0; word < words; word++)
        {
            ulong missing = (IsWide ? _requiredWords[word] : _required) & ~SeenAt(word);
            for (; missing != 0; missing &= missing - 1)
            {
                reader.Deviate(ApiDeviationKind.MissingMember, NameAt((word * BitsPerWord) + BitOperations.TrailingZeroCount(missing)));
            }
        }
    }

    private readonly ReadOnlySpan<byte> NameAt(int index)
    {
        ReadOnlySpan<byte> rest = _names;
        for (; index > 0; index--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return rest[..rest.IndexOf((byte)'\n')];
    }

    [InlineArray(MaxWordsHere)]
    private struct SeenWords
    {
        private ulong _first;
    }
}
