using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClerkGen.Options;

/// <summary>
/// The document's server, with variables in braces (OpenAPI 3.1, Server Variable Object). A variable fills only its own part of the URL. No
/// value sends a request or a credential to a server that the template does not name.
/// </summary>
internal static class ServerTemplate
{
    private const string Brackets = "://";

    // Characters that separate parts of a URL, or decode to one (RFC 3986, section 2.2).
    private static readonly SearchValues<char> Nowhere = SearchValues.Create("\\?#@%{}[]<>\"^`|");

    private static readonly SearchValues<char> InHost = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Checks the value of a variable before it is kept.</summary>
    /// <param name="value">The value; null for the default.</param>
    /// <param name="values">The values that the document allows, or null when it allows any.</param>
    /// <param name="option">The option, for the message.</param>
    /// <exception cref="ArgumentException">The document does not allow the value, or no part of a URL is such.</exception>
    internal static void CheckValue(string? value, string[]? values, string option)
    {
        if (value is null)
        {
            return;
        }

        if (values is not null && Array.IndexOf(values, value) < 0)
        {
            throw new ArgumentException($"{option} is not one of the values that the document allows: {string.Join(", ", values)}.", nameof(value));
        }

        if (value.AsSpan().ContainsAny(Nowhere) || value.Contains("..", StringComparison.Ordinal) || HasOther(value))
        {
            throw new ArgumentException($"{option} contains a character that a URL part does not allow.", nameof(value));
        }
    }

    /// <summary>The URL with each variable's value in its place.</summary>
    /// <param name="template">The URL with variables in braces.</param>
    /// <param name="variables">The variables with their defaults.</param>
    /// <param name="values">The values that were set.</param>
    /// <exception cref="ArgumentException">A value changes a part of the URL that is not its own.</exception>
    internal static string Fill(string template, (string Name, string Default)[] variables, IReadOnlyDictionary<string, string> values)
    {
        int authority = template.IndexOf(Brackets, StringComparison.Ordinal) + Brackets.Length;
        string host = template[..PathStart(template, authority, variables)];
        string filledHost = host;
        string url = template;
        string documented = template;
        foreach ((string name, string defaultValue) in variables)
        {
            string placeholder = $"{{{name}}}";
            string value = values.GetValueOrDefault(name) ?? defaultValue;
            if (host.Contains(placeholder, StringComparison.Ordinal) && value != defaultValue)
            {
                CheckAuthority(name, value, defaultValue, host, placeholder);
            }

            host = host.Replace(placeholder, defaultValue, StringComparison.Ordinal);
            filledHost = filledHost.Replace(placeholder, value, StringComparison.Ordinal);
            url = url.Replace(placeholder, value, StringComparison.Ordinal);
            documented = documented.Replace(placeholder, defaultValue, StringComparison.Ordinal);
        }

        if (values.Count > 0)
        {
            int path = PathStart(url, authority, []);
            if (path != PathStart(filledHost, authority, []))
            {
                throw new ArgumentException("A server variable that begins the server's path has a value that does not begin with a slash.");
            }

            CheckLabels(url[authority..path]);
            CheckSegments(url[path..], documented[PathStart(documented, authority, [])..]);
        }

        return url;
    }

    // A variable whose default begins with a slash begins the path, as in "https://pets.example{basePath}".
    private static int PathStart(string url, int authority, (string Name, string Default)[] variables)
    {
        int path = url.IndexOf('/', authority);
        path = path < 0 ? url.Length : path;
        foreach ((string name, string defaultValue) in variables)
        {
            int start = defaultValue.StartsWith('/') ? url.IndexOf($"{{{name}}}", authority, StringComparison.Ordinal) : -1;
            path = start >= 0 && start < path ? start : path;
        }

        return path;
    }

    // An empty value may take a part of the host along: of "pets.{region}" only "pets." would be left, which is another server.
    private static void CheckLabels(string host)
    {
        string name = host.Split(':')[0];
        if (name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal))
        {
            throw new ArgumentException("The server variables leave a part of the server's host empty. Set BaseAddress to use another server.");
        }
    }

    // A segment of dots would fold others away (RFC 3986, section 5.2.4), and many servers drop an empty one.
    private static void CheckSegments(string path, string documented)
    {
        path = path.TrimEnd('/');
        bool hasDots = Array.Exists(path.Split('/'), static segment => segment.Split(';')[0] is "." or "..");
        if (hasDots || (path.Contains("//", StringComparison.Ordinal) && !documented.Contains("//", StringComparison.Ordinal)))
        {
            throw new ArgumentException("The server variables leave a segment of the server's path empty, or with dots alone. Set BaseAddress to use another path.");
        }
    }

    private static void CheckAuthority(string name, string value, string defaultValue, string host, string placeholder)
    {
        bool isAtEnd = host.EndsWith(placeholder, StringComparison.Ordinal);
        char before = isAtEnd && host.Length > placeholder.Length ? host[^(placeholder.Length + 1)] : '/';
        if (before is not ('.' or '-' or '/' or ':') && defaultValue is "" or [':', ..])
        {
            // Behind a complete host, as in "https://pets.example{port}". A name there would make it another host.
            if (value is not ("" or [':', ..]) && !(defaultValue.Length == 0 && value.StartsWith('/')))
            {
                throw NotInHost(name);
            }

            value = value.StartsWith('/') ? "" : "a" + value;
        }

        CheckHost(name, value, mayHavePort: defaultValue.Contains(':') || isAtEnd);
    }

    private static void CheckHost(string name, string value, bool mayHavePort)
    {
        ReadOnlySpan<char> text = value;
        int colon = text.LastIndexOf(':');
        if (colon >= 0 && mayHavePort && text.Length > colon + 1 && !text[(colon + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            text = text[..colon];
        }

        if (text.ContainsAnyExcept(InHost))
        {
            throw NotInHost(name);
        }
    }

    private static ArgumentException NotInHost(string name) => new(
        $"The server variable '{name}' is part of the server's host, and its value contains a character that a host does not allow. Set BaseAddress to use another server.");

    private static bool HasOther(string value)
    {
        foreach (Rune rune in value.EnumerateRunes())
        {
            // Half a surrogate pair is enumerated as the replacement character.
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }
}
