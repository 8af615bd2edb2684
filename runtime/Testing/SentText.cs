using System.Text;

namespace ClerkGen.Testing;

/// <summary>How a text was made ready to be sent.</summary>
internal enum TextCoding
{
    /// <summary>As it is: in headers and parts.</summary>
    None,

    /// <summary>Percent-encoded: in paths, queries and cookies.</summary>
    Percent,

    /// <summary>Percent-encoded, with <c>+</c> for a space: in forms.</summary>
    Form,
}

/// <summary>A text that is sent under a name: a query parameter, a header, a cookie, a field of a form or a part.</summary>
/// <param name="Name">The name, decoded.</param>
/// <param name="Encoded">The text as it is sent, so that separators differ from the same characters in values.</param>
/// <param name="Coding">How it is decoded.</param>
/// <param name="MediaType">Content type of a part, or null.</param>
internal readonly record struct SentText(string Name, string Encoded, TextCoding Coding = TextCoding.None, string? MediaType = null)
{
    /// <summary>The text, decoded.</summary>
    public string Text => Decode(Encoded, Coding);

    /// <summary>Reads a query, without its question mark.</summary>
    public static List<SentText> OfQuery(string query) => OfPairs(query.Split('&', StringSplitOptions.RemoveEmptyEntries), TextCoding.Percent);

    /// <summary>Reads a form (<c>application/x-www-form-urlencoded</c>).</summary>
    public static List<SentText> OfForm(byte[] body) =>
        OfPairs(Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries), TextCoding.Form);

    /// <summary>Reads the header <c>Cookie</c> (RFC 6265, section 4.2.1).</summary>
    public static List<SentText> OfCookies(string header) =>
        OfPairs(header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), TextCoding.Percent);

    /// <summary>The items of a list that is one text, decoded.</summary>
    /// <param name="style">The parameter's style.</param>
    public string[] Split(string style)
    {
        string[] separators = (style, Coding) switch
        {
            ("spaceDelimited", TextCoding.None) => [" "],
            ("spaceDelimited", _) => ["%20", "+"],
            ("pipeDelimited", _) => ["|", "%7C", "%7c"],
            _ => [","],
        };
        string[] items = Encoded.Split(separators, StringSplitOptions.None);
        TextCoding coding = Coding;
        return Array.ConvertAll(items, item => Decode(item, coding));
    }

    private static List<SentText> OfPairs(string[] pairs, TextCoding coding)
    {
        List<SentText> texts = [];
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            texts.Add(new SentText(Decode(equals < 0 ? pair : pair[..equals], coding), equals < 0 ? "" : pair[(equals + 1)..], coding));
        }

        return texts;
    }

    private static string Decode(string text, TextCoding coding) => coding switch
    {
        TextCoding.None => text,
        TextCoding.Form => Uri.UnescapeDataString(text.Replace('+', ' ')),
        _ => Uri.UnescapeDataString(text),
    };
}
