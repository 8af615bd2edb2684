using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>How well an object fits one variant of a union, counted member by member. A mutable struct, used in place.</summary>
internal struct VariantScore
{
    private const int CountedOnce = 64;

    private readonly bool _isFreeForm;
    private ulong _seen;
    private int _expected;
    private int _missing;
    private int _constants;
    private int _known;
    private int _unknown;
    private bool _isContradicted;

    /// <summary>Starts to count.</summary>
    internal VariantScore(JsonVariant variant)
    {
        _missing = variant.Required;
        _isFreeForm = variant.Count == 0;
    }

    /// <summary>
    /// Whether the variant matches. No constant contradicts, and no required member is missing unless a constant names the variant. If the
    /// variant has members, one is present, because otherwise every received member would be lost.
    /// </summary>
    internal readonly bool IsPossible =>
        !_isContradicted && (_missing <= 0 || _constants > 0) && (_known > 0 || _unknown == 0 || _isFreeForm);

    /// <summary>Counts a member.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <param name="value">Positioned on the first token of its value.</param>
    internal void Count(JsonVariant variant, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader value)
    {
        int index = variant.Find(name, _expected);
        if (index < 0)
        {
            _unknown++;
            return;
        }

        _expected = index + 1;
        JsonVariant.Member member = variant[index];
        if (!IsRepeated(index))
        {
            _known++;
            _missing -= member.IsRequired ? 1 : 0;
        }

        if (member.Constant is null || value.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (JsonDiscriminator.IsText(ref value, member.Constant))
        {
            _constants++;
        }
        else
        {
            _isContradicted = true;
        }
    }

    /// <summary>Whether this variant fits better: most constants, fewest missing, most known, fewest unknown members.</summary>
    internal readonly bool IsBetterThan(in VariantScore other) =>
        _constants != other._constants ? _constants > other._constants
        : _missing != other._missing ? _missing < other._missing
        : _known != other._known ? _known > other._known
        : _unknown < other._unknown;

    // Beyond the first 64 members a duplicate counts again, which matters to hostile responses only.
    private bool IsRepeated(int index)
    {
        ulong bit = index < CountedOnce ? 1UL << index : 0;
        bool isRepeated = (_seen & bit) != 0;
        _seen |= bit;
        return isRepeated;
    }
}
