using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates security schemes and requirements. OAuth2 and OpenID Connect are bearer tokens, which the caller gets. A document that
/// declares schemes but requires none leaves it to the caller, so credentials that are set are sent.
/// </summary>
internal sealed class SecurityTranslator
{
    private readonly TranslationContext _context;
    private readonly List<SecuritySchemeModel> _schemes = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutCredential = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsupported = new(StringComparer.Ordinal);
    private readonly bool _isUnspecified;

    /// <param name="context">The shared context.</param>
    /// <param name="operations">All operations of the document.</param>
    /// <param name="options">Names of the client's options.</param>
    public SecurityTranslator(TranslationContext context, IEnumerable<OperationSource> operations, OptionNames options)
    {
        _context = context;
        _isUnspecified = context.Document.Security is null && operations.All(static source => source.Operation.Security is null);
        List<KeyValuePair<string, IOpenApiSecurityScheme>> supported = [];
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> pair in Sorted(context.Document.Components?.SecuritySchemes))
        {
            if (Check(pair.Key, pair.Value))
            {
                supported.Add(pair);
            }
        }

        foreach (KeyValuePair<string, IOpenApiSecurityScheme> pair in supported)
        {
            _indexes.Add(pair.Key, _schemes.Count);
            _schemes.Add(Translate(pair.Key, pair.Value, supported.Count == 1, options, context.Options.ClientName));
        }
    }

    /// <summary>The schemes that a credential can be set for, in ordinal order of their keys.</summary>
    public EquatableArray<SecuritySchemeModel> Schemes => _schemes.ToEquatableArray();

    /// <summary>
    /// The alternatives of a request to an address that the document does not have: those of the whole document, else each scheme alone.
    /// None is required, because the needs of that address are unknown. Empty when no credential is sent.
    /// </summary>
    public EquatableArray<SecurityAlternativeModel> TranslateOther()
    {
        List<SecurityAlternativeModel> alternatives = [];
        HashSet<SecurityAlternativeModel> seen = [];
        foreach (OpenApiSecurityRequirement requirement in _context.Document.Security ?? [])
        {
            if (Translate(requirement, "/security") is { Schemes.Count: > 0 } alternative && seen.Add(alternative))
            {
                alternatives.Add(alternative);
            }
        }

        for (int i = 0; alternatives.Count < _schemes.Count && i < _schemes.Count; i++)
        {
            SecurityAlternativeModel alone = new(new EquatableArray<int>([i]));
            if (seen.Add(alone))
            {
                alternatives.Add(alone);
            }
        }

        if (alternatives.Count > 0)
        {
            alternatives.Add(new SecurityAlternativeModel(EquatableArray<int>.Empty));
        }

        return alternatives.ToEquatableArray();
    }

    /// <summary>The alternatives of an operation; empty when no credential is sent.</summary>
    public EquatableArray<SecurityAlternativeModel> Translate(OperationSource source)
    {
        List<SecurityAlternativeModel> alternatives = [];
        HashSet<SecurityAlternativeModel> seen = [];
        if (_isUnspecified)
        {
            for (int i = 0; i < _schemes.Count; i++)
            {
                alternatives.Add(new SecurityAlternativeModel(new EquatableArray<int>([i])));
            }

            alternatives.Add(new SecurityAlternativeModel(EquatableArray<int>.Empty));
        }
        else
        {
            string pointer = source.Operation.Security is null ? "/security" : source.Pointer + "/security";
            foreach (OpenApiSecurityRequirement requirement in source.Operation.Security ?? _context.Document.Security ?? [])
            {
                if (Translate(requirement, pointer) is { } alternative && seen.Add(alternative))
                {
                    alternatives.Add(alternative);
                }
            }
        }

        bool sendsNothing = alternatives.TrueForAll(static alternative => alternative.Schemes.Count == 0);
        return sendsNothing ? EquatableArray<SecurityAlternativeModel>.Empty : alternatives.ToEquatableArray();
    }

    private SecurityAlternativeModel? Translate(OpenApiSecurityRequirement requirement, string pointer)
    {
        List<int> schemes = [];
        foreach (OpenApiSecuritySchemeReference reference in requirement.Keys)
        {
            string key = reference.Reference.Id ?? "";
            if (_indexes.TryGetValue(key, out int index))
            {
                schemes.Add(index);
            }
            else if (!_withoutCredential.Contains(key))
            {
                if (!_unsupported.Contains(key))
                {
                    string? similar = SimilarNames.Find(key, _context.Document.Components?.SecuritySchemes?.Keys ?? Enumerable.Empty<string>(), _context.Budget);
                    _context.Diagnostics.Report(
                        DiagnosticDescriptors.UnknownSecurityScheme, pointer, key, similar is null ? "" : SimilarNames.Question(similar));
                }

                return null;
            }
        }

        schemes.Sort();
        return new SecurityAlternativeModel(schemes.ToEquatableArray());
    }

    private bool Check(string key, IOpenApiSecurityScheme scheme)
    {
        string? problem = scheme.Type switch
        {
            SecuritySchemeType.Http when !IsHttp(scheme, "bearer") && !IsHttp(scheme, "basic") => $"the HTTP scheme '{scheme.Scheme}' is unknown",
            SecuritySchemeType.ApiKey when string.IsNullOrEmpty(scheme.Name) => "it has no name for the key",
            SecuritySchemeType.ApiKey when scheme.In == ParameterLocation.Query => null,
            SecuritySchemeType.ApiKey when scheme.In is not (ParameterLocation.Header or ParameterLocation.Cookie) =>
                "a key can only be sent in the header, the query or a cookie",
            SecuritySchemeType.ApiKey when !HeaderNames.IsToken(scheme.Name!) => "its name is not valid for a header or cookie",
            SecuritySchemeType.ApiKey when scheme.In == ParameterLocation.Header && HeaderNames.IsReserved(scheme.Name!) =>
                "the client sets its header itself",
            SecuritySchemeType.MutualTLS => "",
            null => "it has no type",
            _ => null,
        };
        if (problem is null)
        {
            return true;
        }

        if (scheme.Type == SecuritySchemeType.MutualTLS)
        {
            // The certificate is the HttpClient's business: nothing to send, nothing to refuse.
            _withoutCredential.Add(key);
            return false;
        }

        _unsupported.Add(key);
        _context.Diagnostics.Report(DiagnosticDescriptors.UnsupportedSecurityScheme, PointerOf(key), key, problem);
        return false;
    }

    private static SecuritySchemeModel Translate(string key, IOpenApiSecurityScheme scheme, bool isOnly, OptionNames options, string client)
    {
        SecuritySchemeKind kind = (scheme.Type, scheme.In) switch
        {
            (SecuritySchemeType.ApiKey, ParameterLocation.Query) => SecuritySchemeKind.ApiKeyQuery,
            (SecuritySchemeType.ApiKey, ParameterLocation.Cookie) => SecuritySchemeKind.ApiKeyCookie,
            (SecuritySchemeType.ApiKey, _) => SecuritySchemeKind.ApiKeyHeader,
            _ when IsHttp(scheme, "basic") => SecuritySchemeKind.Basic,
            _ => SecuritySchemeKind.Bearer,
        };
        string wanted = ChosenNames.Find(scheme) is { } chosen ? Identifiers.Pascal(chosen, "Credential")
            : isOnly && kind != SecuritySchemeKind.Basic ? "SecretKey"
            : Identifiers.Pascal(key, "Credential");
        string fallback = kind switch
        {
            SecuritySchemeKind.Basic => "User name and password, as 'name:password'.",
            SecuritySchemeKind.Bearer => "Sent as a bearer token.",
            _ => $"The key that is sent as '{scheme.Name}'.",
        };
        string option = options.Credential(wanted);
        return new SecuritySchemeModel(
            key,
            option,
            kind,
            scheme.Type == SecuritySchemeType.ApiKey ? scheme.Name : null,
            EnvironmentVariables.NameOf(client, option),
            SchemaDocs.Of(scheme.Description, fallback));
    }

    private static bool IsHttp(IOpenApiSecurityScheme scheme, string name) =>
        scheme.Type == SecuritySchemeType.Http && string.Equals(scheme.Scheme, name, StringComparison.OrdinalIgnoreCase);

    private static string PointerOf(string key) => JsonPointers.Join("/components/securitySchemes", key);

    private static List<KeyValuePair<string, IOpenApiSecurityScheme>> Sorted(IDictionary<string, IOpenApiSecurityScheme>? schemes)
    {
        List<KeyValuePair<string, IOpenApiSecurityScheme>> sorted = [.. schemes ?? new Dictionary<string, IOpenApiSecurityScheme>()];
        sorted.RemoveAll(static pair => pair.Value is null);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return sorted;
    }
}
