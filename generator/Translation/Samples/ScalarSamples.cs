using System.Globalization;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>Values without members that a type and its limits allow, the same each time.</summary>
internal static class ScalarSamples
{
    // Longer ones are no help in a test.
    private const int LongestText = 10_000;

    private const VariantKinds Numbers = VariantKinds.Integer | VariantKinds.Number;

    /// <summary>A value of a type.</summary>
    /// <param name="scalar">The type.</param>
    /// <param name="name">Name of the place in the document, for texts without further constraints.</param>
    /// <param name="number">Which one of several that differ, from 0 on.</param>
    /// <param name="limits">The limits of the value.</param>
    public static JsonNode Of(ScalarPlan scalar, string name, int number, ValueLimits limits)
    {
        if (scalar.Constant is { } constant)
        {
            return Of(constant);
        }

        if (scalar.Type is not ScalarType type)
        {
            return new JsonObject();
        }

        if (type.Scalar == Scalar.Boolean)
        {
            return JsonValue.Create(false);
        }

        if ((type.Scalar.Kinds & Numbers) != 0)
        {
            decimal value = NumberOf(type.Scalar, number, limits);
            return (type.Kinds & Numbers) != 0 ? Number(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture))!;
        }

        return JsonValue.Create(type.Scalar == Scalar.String ? Text(name, number, limits) : ScalarExamples.Text(type.Scalar, number) ?? "text")!;
    }

    /// <summary>A text of a format, a pattern, or of nothing in particular.</summary>
    public static string Text(string name, int number, ValueLimits limits)
    {
        string suffix = number == 0 ? "" : "-" + (number + 1).ToString(CultureInfo.InvariantCulture);
        int minimum = Math.Min(limits.MinLength, LongestText);
        if (limits.Pattern is { } pattern && PatternText.Of(pattern, minimum, limits.MaxLength) is { } matching)
        {
            return matching;
        }

        string text = ScalarExamples.OfFormat(limits.Format, suffix) ?? (name.Length == 0 ? "text" : name) + suffix;
        text = text.Length >= minimum ? text : text.PadRight(minimum, 'x');
        return text.Length <= limits.MaxLength ? text
            : suffix.Length <= limits.MaxLength ? text.Substring(0, limits.MaxLength - suffix.Length) + suffix
            : text.Substring(0, limits.MaxLength);
    }

    /// <summary>A constant.</summary>
    public static JsonNode Of(ConstantModel constant) =>
        constant.Kind == ConstantKind.String ? JsonValue.Create(constant.Text)! : Parse(constant.Text);

    /// <summary>A value of an enum.</summary>
    public static JsonNode Of(EnumKind kind, string text) => kind == EnumKind.String ? JsonValue.Create(text)! : Parse(text);

    /// <summary>A number, boolean or null by its text.</summary>
    public static JsonNode Parse(string text) => JsonNode.Parse(text)!;

    private static JsonNode Number(decimal number) => Parse(number.ToString(CultureInfo.InvariantCulture));

    private static decimal NumberOf(Scalar scalar, int number, ValueLimits limits)
    {
        decimal wanted = ScalarExamples.Number(scalar) + number;
        bool isInteger = (scalar.Kinds & VariantKinds.Number) == 0;
        if (limits.Allows(wanted))
        {
            return wanted;
        }

        decimal least = limits.Minimum ?? limits.ExclusiveMinimum ?? Math.Min(wanted, limits.Maximum ?? limits.ExclusiveMaximum ?? wanted);
        decimal step = limits.MultipleOf is > 0 and { } multiple ? multiple : 1;
        decimal first = limits.MultipleOf is > 0 || isInteger ? Ceiling(least, step) : least;
        foreach (decimal candidate in (decimal[])[first + (step * number), first + (step * (number + 1)), first, first + step, first - step, Between(limits), 0])
        {
            if (limits.Allows(candidate) && (!isInteger || candidate == decimal.Truncate(candidate)))
            {
                return candidate;
            }
        }

        return wanted;
    }

    private static decimal Between(ValueLimits limits) =>
        ((limits.Minimum ?? limits.ExclusiveMinimum ?? 0) / 2) + ((limits.Maximum ?? limits.ExclusiveMaximum ?? 0) / 2);

    // A bound may be the largest number there is.
    private static decimal Ceiling(decimal number, decimal step)
    {
        try
        {
            return decimal.Ceiling(number / step) * step;
        }
        catch (OverflowException)
        {
            return number;
        }
    }
}
