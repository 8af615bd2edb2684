namespace ClerkGen.Testing;

/// <summary>A query string, or a form body, as name and value pairs that are still percent-encoded.</summary>
/// <param name="Name">The decoded name.</param>
/// <param name="RawName">The name as it stood on the wire.</param>
/// <param name="RawValue">The value as it stood on the wire; null when there was no equals sign.</param>
internal sealed record QueryText(string Name, string RawName, string? RawValue)
{
    /// <summary>The decoded value; empty when there was no equals sign.</summary>
    public string Value => Decode(RawValue ?? "");

    /// <summary>Splits at ampersands (WHATWG URL, application/x-www-form-urlencoded parsing); empty pairs are dropped.</summary>
    public static IReadOnlyList<QueryText> Split(string text) =>
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? pair : pair[..equals];
            return new QueryText(Decode(name), name, equals < 0 ? null : pair[(equals + 1)..]);
        }),
    ];

    /// <summary>Decodes what every web framework decodes in a query: percent escapes, and a plus sign as a space.</summary>
    public static string Decode(string raw) => Uri.UnescapeDataString(raw.Replace('+', ' '));
}
