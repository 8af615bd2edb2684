using System.Buffers;

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
    /// <exception cref="ArgumentException">A value of the host or port has a character that neither can have.</exception>
    internal static string Fill(string template, (string Name, string Default)[] variables, IReadOnlyDictionary<string, string> values)
    {
        int authority = template.IndexOf(Brackets, StringComparison.Ordinal) + Brackets.Length;
        int path = template.IndexOf('/', authority);
        string host = path < 0 ? template : template[..path];
        string rest = path < 0 ? "" : template[path..];
        foreach ((string name, string defaultValue) in variables)
        {
            string placeholder = $"{{{name}}}";
            string value = values.GetValueOrDefault(name) ?? defaultValue;
            if (host.Contains(placeholder, StringComparison.Ordinal) && value != defaultValue)
            {
                CheckHost(name, value, mayHavePort: defaultValue.Contains(':') || host.EndsWith(placeholder, StringComparison.Ordinal));
            }

            host = host.Replace(placeholder, value, StringComparison.Ordinal);
            rest = rest.Replace(placeholder, value, StringComparison.Ordinal);
        }

        CheckLabels(host[authority..], values.Count > 0);
        return host + rest;
    }

    // An empty value may take a part of the host along: of "pets.{region}" only "pets." would be left, which is another server.
    private static void CheckLabels(string host, bool isChanged)
    {
        string name = host.Split(':')[0];
        if (isChanged && (name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal)))
        {
            throw new ArgumentException("The server variables leave a part of the server's host empty. Set BaseAddress to use another server.");
        }
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
            throw new ArgumentException(
                $"The server variable '{name}' is part of the server's host, and its value contains a character that a host does not allow. Set BaseAddress to use another server.");
        }
    }

    private static bool HasOther(string value)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
