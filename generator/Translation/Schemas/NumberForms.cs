using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Recognizes numbers that may be strings.</summary>
internal static class NumberForms
{
    /// <summary>Turns the description of a number that may be a string into a number.</summary>
    public static void Settle(SchemaView view)
    {
        if (view.Values is not null)
        {
            return;
        }

        SchemaTypes types = view.Types ?? 0;
        SchemaTypes numeric = types & (SchemaTypes.Integer | SchemaTypes.Number);
        if (types == SchemaTypes.String && IsDecimal(view))
        {
            view.Types = SchemaTypes.Number;
            view.Format = "decimal";
            view.NumberForm = NumberForm.Text;
        }
        else if (numeric != 0 && (types & SchemaTypes.String) != 0 && IsNumber(view, out _))
        {
            view.Types = types & ~SchemaTypes.String;
            view.Format ??= (numeric & SchemaTypes.Number) != 0 ? "decimal" : null;
            view.NumberForm = NumberForm.NumberOrText;
        }
        else if (view.Types is null && Scalar.OfFormat(view.Format) is not null && NumberPatterns.AreNumbers(view.Pattern, out _))
        {
            // A document in 3.0, which cannot name two types.
            view.NumberForm = NumberForm.NumberOrText;
        }
    }

    /// <summary>Whether strings of a view contain numbers, where the document also allows numbers.</summary>
    public static bool IsNumber(SchemaView view, out bool isInteger)
    {
        if (view.Pattern is not null)
        {
            return NumberPatterns.AreNumbers(view.Pattern, out isInteger);
        }

        // Elysia's format has no size.
        isInteger = Scalar.OfFormat(view.Format) is { Kinds: VariantKinds.Integer };
        return Scalar.OfFormat(view.Format) is not null || view.Format is "numeric";
    }

    /// <summary>The type of numbers in a form. Moments as numbers have one form.</summary>
    public static ScalarType TypeOf(Scalar number, NumberForm form) =>
        new(number, number.Type == Scalar.DateTimeOffset.Type ? NumberForm.Number : form);

    private static bool IsDecimal(SchemaView view) =>
        view.Format is "decimal" || (view.Format is null && NumberPatterns.IsDecimalOfPydantic(view.Pattern));
}
