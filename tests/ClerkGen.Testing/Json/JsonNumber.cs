using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ClerkGen.Testing;

/// <summary>Numbers of JSON text, which have no size limit.</summary>
internal static partial class JsonNumber
{
    /// <summary>Whether two JSON numbers have the same value, exactly where 28 digits suffice and as doubles beyond that.</summary>
    public static bool AreEqual(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        if (BigInteger.TryParse(left, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger leftInteger)
            && BigInteger.TryParse(right, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger rightInteger))
        {
            return leftInteger == rightInteger;
        }

        return TryDecimal(left, out decimal leftDecimal) && TryDecimal(right, out decimal rightDecimal)
            && leftDecimal != 0 && rightDecimal != 0
            ? leftDecimal == rightDecimal
            : double.Parse(left, CultureInfo.InvariantCulture).Equals(double.Parse(right, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether text is a number by JSON's grammar (RFC 8259, section 6).</summary>
    public static bool IsNumber(string text) => Grammar().IsMatch(text);

    /// <summary>Reads a number that a decimal can hold.</summary>
    public static bool TryDecimal(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Whether a JSON number is an integer by value; <c>1.0</c> is (JSON Schema 2020-12, section 4.2.3).</summary>
    public static bool IsInteger(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        || (TryDecimal(text, out decimal value)
            ? decimal.Truncate(value) == value
            : double.IsInteger(double.Parse(text, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Grammar();
}
