using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>What an operation's <c>security</c> demands: one of several alternatives, each a set of schemes. Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurity
{
    /// <summary>Keeps the alternatives.</summary>
    /// <param name="alternatives">In the document's order; the first whose credentials are all set is taken. An empty one allows
    /// the call without credentials.</param>
    public ApiSecurity(ApiSecurityScheme[][] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        Alternatives = alternatives;
    }

    /// <summary>The alternatives, in the document's order.</summary>
    internal ApiSecurityScheme[][] Alternatives { get; }
}
