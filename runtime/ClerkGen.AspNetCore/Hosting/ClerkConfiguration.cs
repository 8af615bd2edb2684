using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Fills options from the configuration: a section, else Clerk's environment variables, which are part of it. By hand, since binding reflects over members.
/// The variables belong to one instance: another section is another instance, which must not accept the first one's tokens.
/// </summary>
internal sealed class ClerkConfiguration(string scheme, string section, IConfiguration configuration) : IConfigureNamedOptions<ClerkAuthenticationOptions>
{
    public void Configure(ClerkAuthenticationOptions options)
    {
    }

    public void Configure(string? name, ClerkAuthenticationOptions options)
    {
        if (name != scheme)
        {
            return;
        }

        IConfigurationSection values = configuration.GetSection(section);
        options.SecretKey = Text(values["SecretKey"], "CLERK_SECRET_KEY");
        options.PublishableKey = Text(values["PublishableKey"], "CLERK_PUBLISHABLE_KEY");
        options.MachineSecretKey = Text(values["MachineSecretKey"], "CLERK_MACHINE_SECRET_KEY");
        Fill(options.JwtKeys, values.GetSection("JwtKeys"));
        if (options.JwtKeys.Count == 0 && Text(values["JwtKey"], "CLERK_JWT_KEY") is { } pem)
        {
            options.JwtKeys.Add(pem);
        }

        options.ApiAddress = Address(values, "ApiAddress", "CLERK_API_URL") ?? options.ApiAddress;
        options.ApiVersion = Text(values["ApiVersion"], "CLERK_API_VERSION") ?? options.ApiVersion;
        options.JwksAddress = Address(values, "JwksAddress", null);
        Fill(options.AuthorizedParties, values.GetSection("AuthorizedParties"));
        Fill(options.Audiences, values.GetSection("Audiences"));
        Fill(options.Issuers, values.GetSection("Issuers"));
        options.AllowMissingAuthorizedParty = Flag(values, "AllowMissingAuthorizedParty", options.AllowMissingAuthorizedParty);
        options.AllowPendingSessions = Flag(values, "AllowPendingSessions", options.AllowPendingSessions);
        options.ValidateIssuer = Flag(values, "ValidateIssuer", options.ValidateIssuer);
        options.CacheMachineTokens = Flag(values, "CacheMachineTokens", options.CacheMachineTokens);
        options.CacheApiKeys = Flag(values, "CacheApiKeys", options.CacheApiKeys);
        if (values["ClockSkew"] is { } skew)
        {
            options.ClockSkew = TimeSpan.TryParse(skew, CultureInfo.InvariantCulture, out TimeSpan time) ? time : throw Wrong(values, "ClockSkew", "a time such as 00:00:05");
        }

        FillKinds(options.AcceptedTokens, values.GetSection("AcceptedTokens"));
    }

    private string? Text(string? value, string variable)
    {
        string? text = string.IsNullOrWhiteSpace(value) ? Variable(variable) : value;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private string? Variable(string name) => section == ClerkDefaults.ConfigurationSection ? configuration[name] : null;

    private Uri? Address(IConfigurationSection values, string name, string? variable)
    {
        string? text = values[name] ?? (variable is null ? null : Variable(variable));
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : throw Wrong(values, name, "an absolute address");
    }

    private static bool Flag(IConfigurationSection values, string name, bool otherwise) => values[name] is not { } text
        ? otherwise
        : bool.TryParse(text, out bool flag) ? flag : throw Wrong(values, name, "true or false");

    // A list, or one text with commas: the form of environment variables.
    private static void Fill(IList<string> list, IConfigurationSection values)
    {
        foreach (string text in Elements(values))
        {
            list.Add(text);
        }
    }

    private static void FillKinds(ISet<ClerkTokenKind> kinds, IConfigurationSection values)
    {
        List<string> words = Elements(values);
        if (words.Count == 0)
        {
            return;
        }

        kinds.Clear();
        foreach (string word in words)
        {
            if (word == TokenKinds.Any)
            {
                kinds.UnionWith([ClerkTokenKind.Session, ClerkTokenKind.MachineToMachine, ClerkTokenKind.OAuth, ClerkTokenKind.ApiKey]);
            }
            else
            {
                kinds.Add(TokenKinds.Parse(word)
                    ?? throw Wrong(values, values.Key, "among 'session_token', 'm2m_token', 'oauth_token', 'api_key' and 'any'"));
            }
        }
    }

    private static List<string> Elements(IConfigurationSection values)
    {
        List<string> elements = [];
        if (values.Value is { } text && !text.Contains("-----", StringComparison.Ordinal))
        {
            elements.AddRange(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        else if (values.Value is { Length: > 0 } pem)
        {
            elements.Add(pem);
        }

        foreach (IConfigurationSection child in values.GetChildren())
        {
            if (!string.IsNullOrWhiteSpace(child.Value))
            {
                elements.Add(child.Value);
            }
        }

        return elements;
    }

    private static ArgumentException Wrong(IConfigurationSection values, string name, string expected) =>
        new($"The setting '{values.Path}' has a value for '{name}' that is not {expected}.");
}
