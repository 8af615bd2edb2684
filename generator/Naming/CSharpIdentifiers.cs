using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Generator.Naming;

/// <summary>Rules for identifiers in emitted C#, and how to write them.</summary>
internal static class CSharpIdentifiers
{
    /// <summary>Whether a text is of the form <c>[\p{L}_][\p{L}\p{Nd}_]*</c>.</summary>
    public static bool IsIdentifier(string name)
    {
        bool isIdentifier = name.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(name[0]) != UnicodeCategory.DecimalDigitNumber;
        foreach (char c in name)
        {
            isIdentifier &= IsPart(c);
        }

        return isIdentifier;
    }

    /// <summary>Whether a text is identifiers with dots between them.</summary>
    public static bool IsQualifiedName(string name) => Array.TrueForAll(name.Split('.'), IsIdentifier);

    /// <summary>Whether a character is allowed inside an identifier.</summary>
    public static bool IsPart(char c) =>
        c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber;

    /// <summary>The text itself.</summary>
    /// <exception cref="ArgumentException">The text is no identifier.</exception>
    public static string Checked(string name) =>
        IsIdentifier(name) ? name : throw new ArgumentException("The text is no identifier.", nameof(name));

    /// <summary>An identifier as it is written: keywords, contextual ones too, get an <c>@</c>.</summary>
    /// <exception cref="ArgumentException">The text is no identifier.</exception>
    public static string Escape(string name) => IsKeyword(name) ? "@" + name : Checked(name);

    /// <summary>Identifiers with dots between them, as they are written.</summary>
    /// <exception cref="ArgumentException">A part of the text is no identifier.</exception>
    public static string EscapeQualified(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (string part in name.Split('.'))
        {
            text.Append(text.Length == 0 ? "" : ".").Append(Escape(part));
        }

        return text.ToString();
    }

    // The last two are keywords of later versions of the language than the one whose tables are asked.
    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
        || name is "field" or "extension";
}
