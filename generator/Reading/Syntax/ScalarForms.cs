using System.Globalization;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>Brings scalars into the form that a field asks for; null when they do not have it.</summary>
internal static class ScalarForms
{
    /// <summary>A string. Numbers and booleans keep their text, because YAML reads unquoted versions and names as such.</summary>
    public static ScalarNode? Text(DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.String } text => text,
        ScalarNode { Kind: ScalarKind.Number or ScalarKind.Boolean } other =>
            new ScalarNode(ScalarKind.String, other.Written, other.File, other.Start, other.Length),
        _ => null,
    };

    /// <summary>A URI reference, absolute or relative.</summary>
    public static ScalarNode? Uri(DocumentNode node) =>
        Text(node) is { } text && System.Uri.TryCreate(text.Text, UriKind.RelativeOrAbsolute, out _) ? text : null;

    /// <summary>A boolean, also when it is quoted.</summary>
    public static ScalarNode? Flag(DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Boolean } flag => flag,
        ScalarNode { Kind: ScalarKind.String, Text: "true" or "false" } quoted =>
            new ScalarNode(ScalarKind.Boolean, quoted.Text, quoted.File, quoted.Start, quoted.Length),
        _ => null,
    };

    /// <summary>A whole number of 32 bits. A larger one means that there is no limit.</summary>
    public static ScalarNode? Count(DocumentNode node, out bool isTooLarge)
    {
        isTooLarge = false;
        if (Number(node) is not { } number)
        {
            return null;
        }

        if (!TryGetDecimal(number, out decimal value))
        {
            isTooLarge = true;
            return null;
        }

        if (value < 0 || value != decimal.Truncate(value))
        {
            return null;
        }

        isTooLarge = value > int.MaxValue;
        return isTooLarge
            ? null
            : new ScalarNode(ScalarKind.Number, ((int)value).ToString(CultureInfo.InvariantCulture), number.File, number.Start, number.Length);
    }

    /// <summary>Whether a number fits <see cref="decimal"/>.</summary>
    public static bool IsDecimal(ScalarNode number) => TryGetDecimal(number, out _);

    /// <summary>A number, also when it is quoted.</summary>
    public static ScalarNode? Number(DocumentNode node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Number } number => number,
        ScalarNode { Kind: ScalarKind.String } quoted when YamlScalars.ResolvePlain(quoted.Text) is (ScalarKind.Number, var text) =>
            new ScalarNode(ScalarKind.Number, text, quoted.File, quoted.Start, quoted.Length),
        _ => null,
    };

    private static bool TryGetDecimal(ScalarNode number, out decimal value) =>
        decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
