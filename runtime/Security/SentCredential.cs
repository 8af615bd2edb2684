using ClerkGen.GeneratedSupport;

namespace ClerkGen.Security;

/// <summary>A credential that a call was sent with, and those before it. Immutable; prints nothing of it.</summary>
/// <param name="scheme">How it was sent.</param>
/// <param name="text">A text that the server may give back, which must be masked.</param>
/// <param name="before">The credential that was sent before, or null.</param>
internal sealed class SentCredential(ApiSecurityScheme scheme, string text, SentCredential? before)
{
    /// <summary>How it was sent.</summary>
    internal ApiSecurityScheme Scheme { get; } = scheme;

    /// <summary>The credential that was sent before, or null.</summary>
    internal SentCredential? Before { get; } = before;

    private string Text { get; } = text;

    /// <summary>Adds a text to those that were sent, unless it is among them.</summary>
    internal static SentCredential Add(SentCredential? sent, ApiSecurityScheme scheme, string text)
    {
        for (SentCredential? each = sent; each is not null; each = each.Before)
        {
            if (ReferenceEquals(each.Scheme, scheme) && each.Text == text)
            {
                return sent!;
            }
        }

        return new SentCredential(scheme, text, sent);
    }

    /// <summary>Adds the value of a header field. A server may give back a token without the word before it.</summary>
    internal static SentCredential AddField(SentCredential? sent, ApiSecurityScheme scheme, string text)
    {
        SentCredential added = Add(sent, scheme, text);
        return scheme.Kind == SecuritySchemeKind.Header && text.IndexOf(' ') is int word and >= 0 ? Add(added, scheme, text[(word + 1)..]) : added;
    }

    /// <summary>The texts to be masked in the order they were sent, or null for none.</summary>
    internal static List<string>? TextsOf(SentCredential? sent)
    {
        List<string>? texts = null;
        for (SentCredential? each = sent; each is not null; each = each.Before)
        {
            if (texts is null || !texts.Contains(each.Text))
            {
                (texts ??= []).Insert(0, each.Text);
            }
        }

        return texts;
    }

    /// <summary>Key of the scheme.</summary>
    public override string ToString() => Scheme.Key;
}
