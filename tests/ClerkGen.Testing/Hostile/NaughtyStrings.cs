using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Hostile;

/// <summary>
/// Strings that have ended a comment, a literal or a name early in some generator, or might: line ends and quotes around code, words that C#,
/// .NET and emitted code use themselves, and what Unicode has to offer. None of them is an ordinary word.
/// </summary>
public static class NaughtyStrings
{
    /// <summary>Stands in every string that tries to become code, and nowhere else.</summary>
    public const string Marker = "Pwned";

    private static readonly string[] LineEnds = ["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\0", "\u001a", "\n\n", "\r\r"];

    private static readonly string[] Code =
    [
        "class Pwned { }",
        "} public class Pwned {",
        "[assembly: Pwned]",
        "#error Pwned",
        "#pragma warning disable Pwned",
        "#line 1 \"Pwned\"",
        "#region Pwned",
        "using Pwned;",
        "; Pwned();",
        "file class Pwned { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() { } }",
    ];

    private static readonly string[] Ends =
    [
        "\"", "\"\"", "\"\"\"", "\"\"\"\"", "\";", "\");", "\")]", "\"]", "\"u8;", "\\", "\\\"", "\\\\\"", "@\"", "$\"", "$$\"\"\"", "'", "'\\''", "*/", "/*", "//", "///", "-->", "<!--",
        "]]>", "<![CDATA[", "</summary>", "</remarks>", "</c>", "</code>", "<summary>", "<see cref=\"Pwned\"/>", "<see cref=\"T:Pwned\"/>", "<include file='Pwned' path='x'/>",
        "<inheritdoc cref=\"Pwned\"/>", "<param name=\"Pwned\">", "<?pi?>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;", "&#10;", "&#x2028;", "&amp;", "&lt;", "&", "<", ">",
        "{", "}", "{{", "}}", "{0}", "{Pwned}", "{0:x}", "${Pwned}", "$(Pwned)", "%(Pwned)", "@(Pwned)", "`", "```", "``` Pwned", "~~~", "[a](b)", "[a](https://x.example/\"onclick=\")", "[](", "![a](b)",
        "[Pwned](https://x.example/<>)", "**", "- ", "1. ", "# ", "| a | b |", "\t", "    code", "\\u0022", "\\x22", "\\n", "\\r\\n", "\\U00000022", "%22", "%0a", "%00", "%2e%2e", "..", ".", "/", "//", "\\\\host\\share", "~", "?", "?a=b", "#",
        "#/components/schemas/Pwned", "~0", "~1", "~2", ":", "::", "global::", "global::Pwned", ";", ",", "=", "=>", "()", "[]", "<>", "<T>", "!", "?.", "??", "...", "--", "++", "&&", "||", "->", "^", "$", "@", "@@",
    ];

    private static readonly string[] Unicode =
    [
        "\u202eevil", "\u2066x\u2069", "\u200bx", "a\u200bb", "a\u200cb", "a\u200db", "a\u00adb", "a\u2060b", "\ufeffx", "a\ufeffb", "\u061ca", "\u200e", "\u200f", "\u180ea", "\u034f",
        "\u00e9", "e\u0301", "\u212b", "\u00c5", "A\u030a", "\ufb01", "\u0130", "\u0131", "\u00df", "\u1e9e", "\u03c2", "\u03a3", "\u0149", "\u01c5", "\u01f0", "\u0390", "\u1d2c",
        "\ud83d\ude00", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud800b", "\udbff\udfff", "\ufffe", "\uffff", "\ufdd0", "\ue000", "\ufffd", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud835\udcd0", "\ud801\udc00", "\ud82c\udc00",
        "\u0660\u0661", "1a", "\u0661a", "_", "__", "___", "_1", "\u203f", "a\u203fb", "\u2040", "\u00aa", "\u00b5", "\u00b2", "\u2163", "\u3007", "\u4e2d\u6587", "\u0939\u093f\u0928\u094d\u0926\u0940", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "\u05e2\u05d1\u05e8\u05d9\u05ea",
        "\u03b1\u03b2\u03b3", "\u0410\u0411", "\u0430dmin", "\uff21\uff22", "\uff08\uff09", "\uff02", "\u201c\u201d", "\u2018\u2019", "\u00ab\u00bb", "\u00a0", "a\u00a0b", "\u3000", "\u2003", "\u1680", "\u205f", "\u0001", "\u0007", "\u0008", "\u001b[31m", "\u007f", "\u0080", "\u009f",
        "Z\u0351\u036b\u0343\u036a\u0302a\u0351\u036b", "\u0ddf\u0dca", "\ud83c\uddfa\ud83c\uddf8", "\ud83d\udc4d\ud83c\udffd", "1\ufe0f\u20e3",
    ];

    // Names in emitted code, the runtime and .NET.
    private static readonly string[] Names =
    [
        "System", "Task", "String", "string", "Object", "object", "Environment", "Microsoft", "ClerkGen", "CG", "Consumer", "Api", "Guid", "Uri", "DateTimeOffset", "DateOnly", "TimeSpan", "Stream", "Exception", "Attribute", "Type",
        "Enum", "ValueType", "Nullable", "List", "Dictionary", "IReadOnlyList", "CancellationToken", "cancellationToken", "options", "parameters", "body", "request", "response", "client", "value", "reader", "writer", "members",
        "this", "base", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "Clone", "EqualityContract", "PrintMembers", "Deconstruct", "value__", "get_Item", "set_Item", "Item", "op_Equality",
        "op_Implicit", "add_X", "get_Value", "Value", "Values", "Known", "IsKnown", "Format", "ReadJson", "WriteJson", "Create", "Dispose", "DisposeAsync", "SendAsync", "SendWithResponseAsync", "RequestOptions", "ApiClient", "ApiException",
        "ApiResponse", "ApiOperation", "DocumentClient", "DocumentClientOptions", "ErrorTables", "SecuritySchemes", "Description", "BaseAddress", "SecretKey", "HttpClient", "JsonTypeInfoResolver", "JsonElement", "Async", "GetAsync", "WithResponse",
        "con", "nul", "aux", "prn", "com1", "lpt1", "CON.txt", "constructor", "__proto__", "prototype", "hasOwnProperty", "toString", "NaN", "Infinity", "-Infinity", "null", "Null", "NULL", "true", "false", "yes", "no", "on", "off", "~null",
        "undefined", "None", "nil", "0", "00", "012", "0x1F", "0o17", "1e3", "1_000", "1:30", "-0", "+1", "-1", ".5", "1.0", "9007199254740993", "99999999999999999999", "1e999", "2026-02-30", "P1D", "<<", "*a", "&a", "!!str", "!!binary", "%YAML 1.2", "---",
        "- a", "? a", ": a", "| a", "> a", "@a", "`a", "# a", "a: b", "a #b", "{a: b}", "[a, b]", "__arglist", "__makeref", "__reftype", "__refvalue", "nameof", "typeof", "default", "stackalloc", "args", "_", "var", "dynamic", "Main", "<Module>", "<>c", "$type", "$ref", "$id", "@odata.type",
    ];

    /// <summary>All of them: more than 515, no two alike.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Create().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Create()
    {
        foreach (string end in LineEnds)
        {
            yield return end;
            foreach (string code in Code)
            {
                yield return "a" + end + code + end;
            }
        }

        foreach (string end in Ends)
        {
            yield return end;
            yield return "a" + end + " class Pwned { } " + end;
        }

        foreach (string text in Unicode.Concat(Names))
        {
            yield return text;
        }

        foreach (SyntaxKind kind in SyntaxFacts.GetKeywordKinds())
        {
            yield return SyntaxFacts.GetText(kind);
        }

        for (char c = ' '; c <= '~'; c++)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                yield return "a" + c + "b";
            }
        }

        yield return "";
        yield return " ";
        foreach (int length in (int[])[199, 200, 201, 512, 1024, 5000])
        {
            yield return new string('a', length);
            yield return Repeat("\u00e9\"\n", length / 3);
        }

        yield return Repeat("Ab", 600);
        yield return Repeat("a-", 600);
        yield return Repeat("\u0301", 100);
        yield return Repeat("((", 300);
        yield return Repeat("[a](", 300);
        yield return Repeat("`", 301);
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    /// <summary>The string as it can stand in a report: everything but plain ASCII escaped, cut after 60 characters.</summary>
    public static string Show(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder shown = new();
        foreach (char c in text.AsSpan(0, Math.Min(60, text.Length)))
        {
            shown.Append(c is >= ' ' and <= '~' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"));
        }

        return text.Length > 60 ? string.Create(CultureInfo.InvariantCulture, $"{shown}… ({text.Length})") : shown.ToString();
    }
}
