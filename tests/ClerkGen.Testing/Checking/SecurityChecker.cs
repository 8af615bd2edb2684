using System.Text;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Checks that a request carries the credentials of one of the operation's alternatives, and no others.</summary>
internal sealed class SecurityChecker
{
    private readonly IReadOnlyDictionary<string, IOpenApiSecurityScheme> _schemes;

    // Whether some operation asks for a credential. A document that defines schemes and asks for none forgot to; what is sent is welcome.
    private readonly bool _isAsked;

    public SecurityChecker(LoadedDocument document)
    {
        _schemes = (document.Document.Components?.SecuritySchemes).OrEmpty();
        _isAsked = document.Operations.Any(operation => operation.Security.Count > 0);
    }

    /// <summary>Names of query parameters and cookies that are credentials.</summary>
    public bool IsCredential(ParameterLocation location, string name) =>
        _schemes.Values.Any(scheme => scheme.Type == SecuritySchemeType.ApiKey && scheme.In == location && scheme.Name == name);

    /// <summary>Checks a request whose credentials <paramref name="read"/> finds by place and name.</summary>
    public void Check(
        IReadOnlyList<OpenApiSecurityRequirement> alternatives, Func<ParameterLocation, string, string?> read,
        IReadOnlyDictionary<string, string> expected, Action<string> report)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, IOpenApiSecurityScheme scheme) in _schemes)
        {
            if (Credential(scheme, read) is not { } credential)
            {
                continue;
            }

            sent.Add(name);
            if (expected.TryGetValue(name, out string? value) && value != credential)
            {
                report($"the credential of '{name}' is not the expected one");
            }
        }

        string[][] wanted = [.. alternatives.Select(alternative => alternative.Keys.Select(Name).ToArray())];
        // A scheme that the document does not define can't be missed.
        if (wanted.Length > 0 && !wanted.Any(names => names.All(name => sent.Contains(name) || !_schemes.ContainsKey(name))))
        {
            report($"sent {List(sent)}, wanted {string.Join(" or ", wanted.Select(List))}");
        }

        // Schemes may share a place on the wire, such as Authorization; only a place that no wanted scheme uses has to stay empty.
        HashSet<string> places = [.. wanted.SelectMany(names => names).Where(_schemes.ContainsKey).Select(name => Place(_schemes[name]))];
        foreach (string name in sent.Where(name => _isAsked && !places.Contains(Place(_schemes[name]))))
        {
            report($"the credential of '{name}' was sent to an operation that does not ask for it");
        }
    }

    private static string Name(OpenApiSecuritySchemeReference scheme) => scheme.Reference.Id ?? "";

    private static string List(IEnumerable<string> names) => names.Any() ? string.Join(" and ", names) : "no credential";

    private static string Place(IOpenApiSecurityScheme scheme) =>
        scheme.Type == SecuritySchemeType.ApiKey ? $"{scheme.In} {scheme.Name}".ToLowerInvariant() : "header authorization";

    private static string? Credential(IOpenApiSecurityScheme scheme, Func<ParameterLocation, string, string?> read)
    {
        if (scheme.Type == SecuritySchemeType.ApiKey)
        {
            return read(scheme.In ?? ParameterLocation.Header, scheme.Name ?? "");
        }

        string? authorization = read(ParameterLocation.Header, "Authorization");
        return (scheme.Type, scheme.Scheme?.ToLowerInvariant()) switch
        {
            (SecuritySchemeType.Http, "basic") => Basic(After(authorization, "Basic ")),
            (SecuritySchemeType.Http, { } other) => After(authorization, $"{other} "),
            _ => After(authorization, "Bearer "),
        };
    }

    private static string? After(string? text, string prefix) =>
        text?.Length > prefix.Length && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;

    // RFC 7617, section 2.
    private static string? Basic(string? encoded)
    {
        try
        {
            return encoded is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
