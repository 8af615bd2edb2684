namespace ClerkGen.AspNetCore;

/// <summary>Features or plans: slugs of the organization, the user, or both. Immutable.</summary>
internal sealed class ScopedNames
{
    internal static readonly ScopedNames None = new([], [], []);

    private readonly string[] _organization;
    private readonly string[] _user;

    private ScopedNames(string[] texts, string[] organization, string[] user)
    {
        Texts = texts;
        _organization = organization;
        _user = user;
    }

    /// <summary>The elements as the token has them.</summary>
    internal string[] Texts { get; }

    /// <summary>Slugs of the organization, in order.</summary>
    internal string[] Organization => _organization;

    /// <summary>Reads elements of the form <c>scope:slug</c>, separated by commas. A name without a scope is ignored.</summary>
    internal static ScopedNames Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return None;
        }

        List<string> texts = [], organization = [], user = [];
        foreach (string element in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = element.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                continue;
            }

            ReadOnlySpan<char> scope = element.AsSpan(0, colon);
            string slug = element[(colon + 1)..];
            texts.Add(element);
            if (scope.Contains('o'))
            {
                organization.Add(slug);
            }

            if (scope.Contains('u'))
            {
                user.Add(slug);
            }
        }

        return new ScopedNames([.. texts], [.. organization], [.. user]);
    }

    /// <summary>Whether a name is among them: a slug of either scope, or <c>scope:slug</c>.</summary>
    internal bool Has(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return Array.IndexOf(_organization, name) >= 0 || Array.IndexOf(_user, name) >= 0;
        }

        string slug = name[(colon + 1)..];
        return name.AsSpan(0, colon) switch
        {
            "o" or "org" or "organization" => Array.IndexOf(_organization, slug) >= 0,
            "u" or "user" => Array.IndexOf(_user, slug) >= 0,
            _ => false,
        };
    }
}
