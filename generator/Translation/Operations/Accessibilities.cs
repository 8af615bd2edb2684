using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation;

/// <summary>Decides how visible an emitted type is.</summary>
internal static class Accessibilities
{
    /// <summary>What the user's partial declaration of the type says, else what the document's options say.</summary>
    public static EmittedAccessibility Of(TranslationContext context, string typeName) =>
        FindPartial(context, typeName)?.Accessibility ?? context.Options.Accessibility;

    /// <summary>The user's partial declaration of an emitted type, or null.</summary>
    public static PartialTypeFacts? FindPartial(TranslationContext context, string typeName)
    {
        foreach (PartialTypeFacts partial in context.Facts.PartialTypes)
        {
            if (partial.Name == typeName)
            {
                return partial;
            }
        }

        return null;
    }
}
