using System.Buffers;

namespace ClerkGen.Requests;

/// <summary>
/// Checks values of path parameters. Percent-encoding alone stops no traversal: <c>.</c> and <c>..</c> are unreserved (RFC 3986, section
/// 5.2.4 removes such segments), and an empty value turns an item's path into its list's.
/// </summary>
internal static class PathValue
{
    private static readonly SearchValues<char> DotForms = SearchValues.Create(".%2eE");

    /// <summary>Returns the text if it is valid as one segment or a part of one.</summary>
    /// <param name="text">The value.</param>
    /// <param name="parameter">The method's parameter as an expression names it.</param>
    /// <exception cref="ArgumentNullException">There is no value.</exception>
    /// <exception cref="ArgumentException">The value is empty, only white space, <c>.</c> or <c>..</c> (also after one percent-decode),
    /// or contains a control character or half a surrogate pair. The message does not repeat the value.</exception>
    internal static string Check(string? text, string parameter)
    {
        if (text is null)
        {
            throw new ArgumentNullException(NameOf(parameter));
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            throw Refused(parameter, "is empty or only white space, so the request would go to another path");
        }

        if (text.AsSpan().IndexOfAnyExcept(DotForms) < 0 && IsDotSegment(text))
        {
            throw Refused(parameter, "is a dot segment, so the request would go to another path");
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsControl(c))
            {
                throw Refused(parameter, "contains a control character");
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    throw Refused(parameter, "contains an unpaired surrogate");
                }

                i++;
            }
        }

        return text;
    }

    private static bool IsDotSegment(string text)
    {
        string decoded = text.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
        return decoded is "." or "..";
    }

    private static ArgumentException Refused(string parameter, string reason) =>
        new($"The path parameter '{NameOf(parameter)}' {reason}.", NameOf(parameter));

    // An expression has the sign in front of a keyword; the name of the parameter does not.
    private static string NameOf(string parameter) => parameter.TrimStart('@');
}
