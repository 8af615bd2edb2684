using ClerkGen.GeneratedSupport;

namespace ClerkGen.Security;

/// <summary>A credential as it is sent with one scheme. Immutable; prints nothing of it.</summary>
internal sealed class PreparedCredential
{
    private readonly SentCredential _alone;

    /// <param name="scheme">How it is sent.</param>
    /// <param name="text">The credential.</param>
    /// <param name="value">Its value in the request.</param>
    internal PreparedCredential(ApiSecurityScheme scheme, string text, string value)
    {
        Scheme = scheme;
        Text = text;
        Value = value;
        _alone = Note(null);
    }

    /// <summary>How it is sent.</summary>
    internal ApiSecurityScheme Scheme { get; }

    /// <summary>The credential.</summary>
    internal string Text { get; }

    /// <summary>Its value in the request.</summary>
    internal string Value { get; }

    /// <summary>Adds its texts to those that a call was sent with. Nearly every call has one credential, so that is noted once.</summary>
    /// <param name="sent">The credentials that the call was sent with so far, or null.</param>
    internal SentCredential NoteAfter(SentCredential? sent) => sent is null ? _alone : Note(sent);

    /// <summary>Prints nothing of the credential.</summary>
    public override string ToString() => "(secret)";

    private SentCredential Note(SentCredential? sent)
    {
        SentCredential noted = SentCredential.AddField(sent, Scheme, Text);
        if (Scheme.Kind is not (SecuritySchemeKind.Basic or SecuritySchemeKind.Query))
        {
            return noted;
        }

        // A server would return the text as it was sent, or the password alone.
        noted = SentCredential.Add(
            noted, Scheme, Value.StartsWith("Basic ", StringComparison.Ordinal) ? Value["Basic ".Length..] : Value);
        return SentCredential.Add(noted, Scheme, Text[(Text.IndexOf(':') + 1)..]);
    }
}
