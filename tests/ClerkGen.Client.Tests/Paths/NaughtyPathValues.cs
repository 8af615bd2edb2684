namespace ClerkGen.Client.Tests.Paths;

/// <summary>Texts that somebody may hand over as an id: each of them tries to become something else than one segment of a path.</summary>
internal static class NaughtyPathValues
{
    private static readonly string[] Pieces = [".", "%2e", "%2E", "/", "%2f", "\\", "%5c", ";"];

    private static readonly string[] Texts =
    [
        "...", "....", "..;", "..;/", ".;", ";..", "..?", "..#", "../..", "../../", "..\\..", "..%00", "..%09", "..%20", "%2e%2e%2f", "%252e", "%252e%252e",
        "%25%32%65", "%c0%ae", "%c0%ae%c0%ae", "%e0%80%ae", "%uff0e", "%u002e", "\uFF0E", "\uFF0E\uFF0E", "\u2024", "\u2025", "\u2024\u2024", "\u3002", "\u00B7", ".\u200B",
        ".\u00AD.", "\u200B..", "..\uFEFF", "\u202E..", "․․/", "user_1/ban", "user_1/../user_2", "user_1?limit=1", "user_1#part", "user_1;v=1", "user_1,user_2", "user_1|user_2",
        "//evil.example", "///evil.example", "\\\\evil.example\\share", "http://evil.example/", "https:evil.example", "@evil.example", "user:password@evil.example",
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "?", "??", "#", "##", "&", "&&", "=", "a=b", "a&b", "+", "%", "%%", "%2", "%zz", "%G0", "%0", "%00", "%0a", "%0d%0a",
        "%0d%0aX-Evil:%201", "%2F..%2F", "%3f", "%23", "%25", "%26", "%3d", "%40", "%3a", "%5b%5d", "*", "**", "/*", "$", "$0", "$&", "$HOME", "${HOME}", "`id`", "$(id)", "!!", "~", "~root", "-",
        "--", "-1", "--help", "0", "00", "01", "1e3", "NaN", "Infinity", "null", "undefined", "true", "None", "nil", "[]", "[0]", "{}", "{user_id}", "{{user_id}}", ":user_id", "<user_id>",
        "<script>alert(1)</script>", "\"", "'", "'--", "' OR 1=1", "\"; DROP", "`", "^", "|", "||", "(", ")", "()", "CON", "nul", "aux.txt", "con:", "C:", "C:\\", "/etc/passwd", "\\", "\\\\",
        "a b", " a", "a ", " . ", " ..", ".. ", ". .", "a  b", "\u00A0a", "a\u00A0", "\u3000a", "\u1680a", "\u180Ea", "é", "e\u0301", "É", "ß", "ẞ", "ı", "İ", "ﬁ", "Ω", "Å", "日本語", "한국어", "العربية", "עברית",
        "ไทย", "😀", "👨‍👩‍👧", "🏳️‍🌈", "𝒳", "\U0001F468\U0001F3FD", "\uFFFD", "\uFFFE", "\uFFFF", "\uE000", "\U0010FFFF", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u2060",
        "\u2066a\u2069", "\uFEFFa", "a\u0300\u0301\u0302", "Z̸a̸l̸g̸o̸", "ａｂｃ", "／", "∕", "⁄", "⧸", "？", "＃", "％", "．．／", "a\u2028b", "a\u2029b", "user_" + "a\u0300", "sk_live_looks_like_a_key",
    ];

    /// <summary>All of them, each once: none at all, dots in every disguise, controls, half surrogate pairs, every sign of ASCII, texts of all sorts.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Make().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Make()
    {
        foreach (string text in (string[])["", " ", "  ", "\t", "\u00A0", "\u2003", "\u3000", "\uD800", "\uDC00", "a\uD83D", "\uDE00a", "\uDE00\uD83D"])
        {
            yield return text;
        }

        foreach (string first in Pieces)
        {
            yield return first;
            foreach (string second in Pieces)
            {
                yield return first + second;
            }
        }

        foreach (char c in Enumerable.Range(0, 0xA1).Select(static code => (char)code).Where(static c => !char.IsAsciiLetterOrDigit(c)))
        {
            yield return c.ToString();
            if (char.IsControl(c))
            {
                yield return $"a{c}b";
            }
        }

        foreach (string text in Texts)
        {
            yield return text;
        }

        yield return new string('a', 2000);
        yield return new string('.', 2000);
        yield return string.Concat(Enumerable.Repeat("../", 300));
    }
}
