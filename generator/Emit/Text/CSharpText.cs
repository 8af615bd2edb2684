using System.Globalization;
using System.Text;
using ClerkGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// Text that is safe in C#. A string of the document becomes one through exactly three sinks: an identifier (alone, or in a name or a type
/// expression), a literal, or documentation. <see cref="SourceWriter"/> takes nothing else.
/// </summary>
internal readonly struct CSharpText
{
    /// <summary>
    /// Begins a type that the file may name without its namespace, until its <see cref="NameScope"/> decides. No sink lets it through: it is no
    /// part of an identifier, literals escape it, documentation drops it.
    /// </summary>
    public const char Mark = '\u0001';

    /// <summary>Behind a <see cref="Mark"/>: the identifier of a type of the file's own namespace follows.</summary>
    public const char Own = '.';

    private static readonly string OwnMark = new([Mark, Own]);

    private readonly string? _text;

    private CSharpText(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static CSharpText None => default;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    public override string ToString() => _text ?? "";

    /// <summary>A template: constants of this assembly with texts and numbers between them. The compiler refuses strings.</summary>
    public static CSharpText Of(TextTemplate template) => new(template.Finish());

    /// <summary>Two texts as one.</summary>
    public static CSharpText operator +(CSharpText left, CSharpText right) => new(left.ToString() + right.ToString());

    /// <summary>Texts with commas between them.</summary>
    public static CSharpText List(IEnumerable<CSharpText> items) => new(string.Join(", ", items));

    /// <summary>A number of the emitter's own.</summary>
    public static CSharpText Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sink 1: an identifier. Keywords, contextual ones too, get an <c>@</c>.</summary>
    /// <exception cref="ArgumentException">The text is not of the form <c>[\p{L}_][\p{L}\p{Nd}_]*</c>.</exception>
    public static CSharpText Identifier(string name) => new(CSharpIdentifiers.Escape(name));

    /// <summary>Sink 1: an identifier between a prefix and a suffix.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText Identifier(string prefix, string name, string suffix) =>
        Identifier(prefix + name + suffix);

    /// <summary>Sink 1: the private field of a property. No two properties share one, nor does a template use such a name.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText Field(string property) =>
        new("_" + char.ToLowerInvariant(CSharpIdentifiers.Checked(property)[0]) + property.Substring(1));

    /// <summary>Sink 1: the name of a parameter. Contextual keywords mean nothing special there.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText Parameter(string name) =>
        new(SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : CSharpIdentifiers.Checked(name));

    /// <summary>Sink 1: the parameter that takes a property's value.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText ParameterOf(string property) =>
        Parameter(char.ToLowerInvariant(CSharpIdentifiers.Checked(property)[0]) + property.Substring(1));

    /// <summary>Sink 1: the parameter that takes a property's value, as documentation names it, where keywords need no escape.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText DocParameterOf(string property) =>
        DocName(char.ToLowerInvariant(CSharpIdentifiers.Checked(property)[0]) + property.Substring(1));

    /// <summary>Sink 1: an identifier as documentation names it, where keywords need no escape.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText DocName(string name) => new(CSharpIdentifiers.Checked(name));

    /// <summary>Sink 1: identifiers with dots between them.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText QualifiedName(string name) => new(CSharpIdentifiers.EscapeQualified(name));

    /// <summary>Sink 1: a type expression of translation, which has escaped its names: names and the punctuation of types.</summary>
    /// <exception cref="ArgumentException">There is something else in it.</exception>
    public static CSharpText Type(string expression)
    {
        foreach (char c in expression)
        {
            if (!CSharpIdentifiers.IsPart(c) && ".:<>,?[]@ ".IndexOf(c) < 0)
            {
                throw new ArgumentException($"'{(int)c:X4}' is not allowed in a type.", nameof(expression));
            }
        }

        return expression.Length == 0
            ? throw new ArgumentException("A type has a name.", nameof(expression))
            : new CSharpText(expression);
    }

    /// <summary>A type of .NET or the runtime by its name; never anything but constants of this assembly.</summary>
    public static CSharpText Type(string @namespace, string name) => SimpleNames.Find(@namespace, name) is { } code
        ? new CSharpText(new string([Mark, code]))
        : Type($"global::{@namespace}.{name}");

    /// <summary>Sink 1: an emitted type of the file's own namespace.</summary>
    /// <inheritdoc cref="Identifier(string)"/>
    public static CSharpText OwnType(string name) => new(OwnMark + CSharpIdentifiers.Escape(name));

    /// <summary>A type expression of the user's own C#, which may be a tuple.</summary>
    /// <inheritdoc cref="Type(string)"/>
    public static CSharpText DeclaredType(string expression)
    {
        Type(expression.Replace('(', '<').Replace(')', '>'));
        return new CSharpText(expression);
    }

    /// <summary>Modifiers of a declaration of the user, each with a space behind it.</summary>
    /// <inheritdoc cref="Keywords"/>
    public static CSharpText Modifiers(string modifiers) => modifiers.Length == 0 ? None : Keywords(modifiers) + new CSharpText(" ");

    /// <summary>Keywords of a declaration of the user.</summary>
    /// <exception cref="ArgumentException">There is something else in it.</exception>
    public static CSharpText Keywords(string modifiers)
    {
        foreach (char c in modifiers)
        {
            if (c is not ((>= 'a' and <= 'z') or ' '))
            {
                throw new ArgumentException($"'{(int)c:X4}' is not allowed in modifiers.", nameof(modifiers));
            }
        }

        return new CSharpText(modifiers);
    }

    /// <summary>Sink 2: a regular string literal, in ASCII.</summary>
    public static CSharpText Literal(string value) => new(Quote(value, "", keepsSurrogates: true));

    /// <summary>Sink 2: a regular string literal, or <c>null</c>.</summary>
    public static CSharpText LiteralOrNull(string? value) => value is null ? new("null") : Literal(value);

    /// <summary>Sink 2: a UTF-8 literal. A surrogate without its partner, which UTF-8 has no form for, becomes U+FFFD.</summary>
    public static CSharpText Utf8Literal(string value) => new(Quote(value, "u8", keepsSurrogates: false));

    /// <summary>Sink 2: a UTF-8 literal of lines, each ended by a line feed.</summary>
    public static CSharpText Utf8Lines(IEnumerable<string> lines) => new(Quote(lines, "\\n", "u8", keepsSurrogates: false));

    /// <summary>Sink 2: an integer literal.</summary>
    /// <exception cref="FormatException">The text is no integer.</exception>
    /// <exception cref="OverflowException">The integer does not fit.</exception>
    public static CSharpText IntegerLiteral(string value) =>
        new(long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>Sink 2: a number literal.</summary>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static CSharpText NumberLiteral(string value)
    {
        double number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsNaN(number) || double.IsInfinity(number)
            ? throw new FormatException("The number is not finite.")
            : new CSharpText(number.ToString("R", CultureInfo.InvariantCulture) + "D");
    }

    /// <summary>Sink 2: a boolean literal.</summary>
    public static CSharpText BooleanLiteral(bool value) => new(value ? "true" : "false");

    /// <summary>Sink 2: a word of bits.</summary>
    public static CSharpText Bits(ulong value) => new("0x" + value.ToString("X", CultureInfo.InvariantCulture));

    /// <summary>Sink 3: the content of a documentation element.</summary>
    public static CSharpText Doc(string text) => new(DocMarkup.ToXml(text));

    /// <summary>Sink 3: text of the document as code, inside a documentation element.</summary>
    public static CSharpText DocCode(string text) => new("<c>" + DocMarkup.ToXmlLine(text) + "</c>");

    private static string Quote(string value, string suffix, bool keepsSurrogates)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return Quote([value], "", suffix, keepsSurrogates);
            }
        }

        return string.Concat("\"", value, "\"", suffix);
    }

    private static string Quote(IEnumerable<string> values, string end, string suffix, bool keepsSurrogates)
    {
        StringBuilder text = new("\"");
        foreach (string value in values)
        {
            for (int i = 0; i < value.Length; i++)
            {
                AppendCharacter(text, keepsSurrogates || HasPartner(value, i) ? value[i] : '\uFFFD');
            }

            text.Append(end);
        }

        return text.Append('"').Append(suffix).ToString();
    }

    private static void AppendCharacter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case >= ' ' and <= '~':
                text.Append(c);
                break;
            default:
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static bool HasPartner(string value, int index) =>
        !char.IsSurrogate(value[index])
        || (char.IsHighSurrogate(value[index]) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
        || (char.IsLowSurrogate(value[index]) && index > 0 && char.IsHighSurrogate(value[index - 1]));
}
