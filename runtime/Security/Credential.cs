using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen.Security;

/// <summary>
/// One credential: a fixed text, or a function that is asked at every attempt, so that a rotated
/// key is picked up. Thread-safe. Prints nothing of itself.
/// </summary>
internal sealed class Credential
{
    private readonly string? _fixed;
    private readonly Func<CancellationToken, ValueTask<string>>? _provider;

    // The last text and its formatted value, so that an unchanged key is checked and formatted once.
    private PreparedCredential? _prepared;

    /// <param name="text">The text.</param>
    /// <param name="option">Where it comes from, for messages.</param>
    internal Credential(string text, string option)
    {
        _fixed = text;
        Option = option;
    }

    /// <param name="provider">Gives the text.</param>
    /// <param name="option">Where it comes from, for messages.</param>
    internal Credential(Func<CancellationToken, ValueTask<string>> provider, string option)
    {
        _provider = provider;
        Option = option;
    }

    /// <summary>Where the text comes from, for messages: <c>ClerkClientOptions.SecretKey</c>.</summary>
    internal string Option { get; }

    /// <summary>The fixed text, or null when a function gives it.</summary>
    internal string? Text => _fixed;

    /// <summary>The function, or null when the text is fixed.</summary>
    internal Func<CancellationToken, ValueTask<string>>? Provider => _provider;

    /// <summary>The current text; completes at once when it is fixed.</summary>
    internal ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_provider is null)
        {
            return new ValueTask<string>(_fixed!);
        }

        // A provider that ignores its token must not hold a call beyond its deadline.
        return Patience.WaitAsync(_provider(cancellationToken), cancellationToken);
    }

    /// <summary>A text as it is sent.</summary>
    /// <exception cref="InvalidOperationException">The text cannot be sent with the scheme.</exception>
    internal PreparedCredential Prepare(ApiSecurityScheme scheme, string text)
    {
        PreparedCredential? prepared = Volatile.Read(ref _prepared);
        if (prepared is null || !ReferenceEquals(prepared.Text, text) || !ReferenceEquals(prepared.Scheme, scheme))
        {
            CredentialRules.CheckSent(scheme, text, Option);
            prepared = new PreparedCredential(scheme, text, Format(scheme, text));
            Volatile.Write(ref _prepared, prepared);
        }

        return prepared;
    }

    /// <summary>Prints nothing of the credential.</summary>
    public override string ToString() => "(secret)";

    private static string Format(ApiSecurityScheme scheme, string text) => scheme.Kind switch
    {
        SecuritySchemeKind.Bearer => "Bearer " + text,
        SecuritySchemeKind.Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        SecuritySchemeKind.Query => Uri.EscapeDataString(text),
        _ => text,
    };
}
