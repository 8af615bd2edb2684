namespace ClerkGen.Http;

/// <summary>What a <c>Content-Type</c> says (RFC 9110, section 8.3), read without allocating.</summary>
internal static class MediaTypes
{
    /// <summary>Prefers JSON and takes what there is: errors and vendor types are JSON under other names.</summary>
    internal const string AcceptJson = "application/json, */*;q=0.1";

    /// <summary>The type without parameters.</summary>
    internal static ReadOnlySpan<char> TypeOf(ReadOnlySpan<char> contentType)
    {
        int end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }

    /// <summary>Whether a type is JSON: <c>application/json</c>, <c>text/json</c> or with the suffix <c>+json</c> (RFC 6839).</summary>
    internal static bool IsJson(ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = TypeOf(contentType);
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a type says so little that the body may well be JSON: none at all, or the defaults of misconfigured servers.
    /// </summary>
    internal static bool SaysNothing(ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = TypeOf(contentType);
        return type.IsEmpty
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The <c>charset</c> parameter without quotes, or empty.</summary>
    internal static ReadOnlySpan<char> CharsetOf(ReadOnlySpan<char> contentType)
    {
        int start = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return default;
        }

        ReadOnlySpan<char> charset = contentType[(start + "charset=".Length)..];
        int end = charset.IndexOf(';');
        return (end < 0 ? charset : charset[..end]).Trim().Trim('"');
    }
}
