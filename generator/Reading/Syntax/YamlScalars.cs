using System.Globalization;
using ClerkGen.Generator.Reading.Nodes;
using YamlDotNet.Core;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// Gives plain scalars the types of YAML 1.2's core schema (section 10.3.2): <c>no</c> and <c>1:30</c> are strings, <c>012</c> is 12.
/// </summary>
internal static class YamlScalars
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    /// <summary>Whether a tag has a meaning.</summary>
    public static bool IsTagged(TagName tag) => !tag.IsEmpty;

    /// <summary>Whether a tag is one of the core schema's for scalars, or the non-specific one.</summary>
    public static bool IsKnownTag(string tag) =>
        tag is "!" or TagPrefix + "str" or TagPrefix + "int" or TagPrefix + "float" or TagPrefix + "bool" or TagPrefix + "null";

    /// <summary>
    /// The type of a quoted or tagged scalar, and its JSON text. A tag asks for a type. Values of another type stay strings.
    /// </summary>
    public static (ScalarKind Kind, string Text) ResolveTagged(string value, TagName tag)
    {
        if (tag.IsEmpty || tag.IsNonSpecific)
        {
            return (ScalarKind.String, value);
        }

        (ScalarKind kind, string text) = ResolvePlain(value);
        bool isAsked = tag.Value switch
        {
            TagPrefix + "int" or TagPrefix + "float" => kind == ScalarKind.Number,
            TagPrefix + "bool" => kind == ScalarKind.Boolean,
            TagPrefix + "null" => kind == ScalarKind.Null,
            _ => false,
        };
        return isAsked ? (kind, text) : (ScalarKind.String, value);
    }

    /// <summary>The type of a plain scalar, and its JSON text.</summary>
    internal static (ScalarKind Kind, string Text) ResolvePlain(string value)
    {
        if (value.Length == 0)
        {
            return (ScalarKind.Null, "null");
        }

        switch (value)
        {
            case "~" or "null" or "Null" or "NULL":
                return (ScalarKind.Null, "null");
            case "true" or "True" or "TRUE":
                return (ScalarKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return (ScalarKind.Boolean, "false");
        }

        return value[0] is '-' or '+' or '.' or (>= '0' and <= '9') && ResolveNumber(value) is { } number
            ? (ScalarKind.Number, number)
            : (ScalarKind.String, value);
    }

    /// <summary>The node of a scalar.</summary>
    public static ScalarNode Node(string value, (ScalarKind Kind, string Text) resolved, SourceFile file, int start, int length)
    {
        string? written = resolved.Kind == ScalarKind.String || resolved.Text == value ? null : value;
        return new ScalarNode(resolved.Kind, resolved.Text, file, start, length, written);
    }

    // Infinities and NaN stay strings, because JSON has no form for them.
    private static string? ResolveNumber(string value)
    {
        if (value.Length > 2 && value[0] == '0' && value[1] is 'o' or 'x')
        {
            return ResolvePrefixed(value);
        }

        int at = value[0] is '-' or '+' ? 1 : 0;
        int integerStart = at;
        at = SkipDigits(value, at);
        int integerLength = at - integerStart;
        int fractionStart = at, fractionLength = 0;
        if (at < value.Length && value[at] == '.')
        {
            fractionStart = at + 1;
            at = SkipDigits(value, fractionStart);
            fractionLength = at - fractionStart;
        }

        if (integerLength + fractionLength == 0)
        {
            return null;
        }

        int exponentStart = at;
        if (at < value.Length && value[at] is 'e' or 'E')
        {
            at += at + 1 < value.Length && value[at + 1] is '-' or '+' ? 2 : 1;
            int digits = at;
            at = SkipDigits(value, at);
            if (at == digits)
            {
                return null;
            }
        }

        if (at < value.Length)
        {
            return null;
        }

        while (integerLength > 1 && value[integerStart] == '0')
        {
            integerStart++;
            integerLength--;
        }

        string integer = integerLength == 0 ? "0" : value.Substring(integerStart, integerLength);
        string fraction = fractionLength == 0 ? "" : "." + value.Substring(fractionStart, fractionLength);
        return (value[0] == '-' ? "-" : "") + integer + fraction + value.Substring(exponentStart);
    }

    private static string? ResolvePrefixed(string value)
    {
        int radix = value[1] == 'o' ? 8 : 16;
        System.Numerics.BigInteger number = 0;
        for (int i = 2; i < value.Length; i++)
        {
            int digit = value[i] switch
            {
                >= '0' and <= '9' and char c => c - '0',
                >= 'a' and <= 'f' and char c => c - 'a' + 10,
                >= 'A' and <= 'F' and char c => c - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix || i > 130)
            {
                return null;
            }

            number = number * radix + digit;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static int SkipDigits(string value, int at)
    {
        while (at < value.Length && value[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at;
    }
}
