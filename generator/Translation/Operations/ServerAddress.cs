using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// The address of a server. The caller's credentials go there, so that only <c>https</c> counts (<c>http</c> on loopback), without user
/// name, query
/// or fragment, which would end up in each request.
/// </summary>
/// <param name="Template">The document's URL without a final slash, with variables in braces.</param>
/// <param name="Address">The URL with each variable's default in its place; null when the URL is relative.</param>
/// <param name="Variables">The variables that the URL has.</param>
internal sealed record ServerAddress(string Template, Uri? Address, IReadOnlyList<KeyValuePair<string, OpenApiServerVariable>> Variables)
{
    /// <summary>Reads the address of a server.</summary>
    /// <exception cref="OperationProblemException">The address cannot be used. The message has the reason.</exception>
    public static ServerAddress Read(OpenApiServer server)
    {
        string template = (server.Url ?? "").Trim();
        List<KeyValuePair<string, OpenApiServerVariable>> variables = [];
        string url = Substitute(template, server, variables);
        CheckCharacters(template);
        CheckCharacters(url);
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            throw new OperationProblemException("it names a host but no scheme");
        }

        if (url.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            return new ServerAddress(template, null, variables);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
        {
            throw new OperationProblemException("it is not a URL");
        }

        if (address.UserInfo.Length > 0 || template.IndexOf('@') >= 0)
        {
            throw new OperationProblemException("it contains a user name or password");
        }

        bool isSecure = address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback);
        return isSecure
            ? new ServerAddress(variables.Count == 0 ? address.AbsoluteUri.TrimEnd('/') : template.TrimEnd('/'), address, variables)
            : throw new OperationProblemException($"it begins with '{address.Scheme}:', and credentials are sent over https only");
    }

    private static string Substitute(string template, OpenApiServer server, List<KeyValuePair<string, OpenApiServerVariable>> variables)
    {
        System.Text.StringBuilder url = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int at = 0; at < template.Length;)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return url.Append(template, at, template.Length - at).ToString();
            }

            string name = template.Substring(open + 1, close - open - 1);
            if (server.Variables is null || !server.Variables.TryGetValue(name, out OpenApiServerVariable? variable) || variable?.Default is not { } value)
            {
                throw new OperationProblemException($"its variable '{name}' has no default");
            }

            if (seen.Add(name))
            {
                variables.Add(new KeyValuePair<string, OpenApiServerVariable>(name, variable));
            }

            url.Append(template, at, open - at).Append(value);
            at = close + 1;
        }

        return url.ToString();
    }

    private static void CheckCharacters(string url)
    {
        if (!Unicode.IsWellFormed(url))
        {
            throw new OperationProblemException("it contains a character that is not allowed in a URL");
        }

        foreach (char c in url)
        {
            if (c is '?' or '#')
            {
                throw new OperationProblemException("it has a query or a fragment");
            }

            if (c is <= ' ' or '\\' or '\x7F' || char.IsControl(c))
            {
                throw new OperationProblemException("it contains a character that is not allowed in a URL");
            }
        }
    }
}
