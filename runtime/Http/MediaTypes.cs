namespace ClerkGen.Http;

/// <summary>Reads a <c>Content-Type</c> without allocating (RFC 9110, section 8.3).</summary>
internal static class MediaTypes
{
    /// <summary>JSON, the default of an operation that documents no media type.</summary>
    internal const string Json = "application/json";

    /// <summary>Problem details (RFC 9457).</summary>
    internal const string Problem = "application/problem+json";

    /// <summary>Any media type.</summary>
    internal const string Any = "*/*";

    /// <summary>Sent if nothing is documented: readable errors first, then anything.</summary>
    internal const string AcceptAny = "application/json, application/problem+json, */*;q=0.1";

    /// <summary>The <see cref="Closeness"/> of the same type with the same parameters.</summary>
    internal const int MostClose = 5;

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

    /// <summary>Whether the body may be JSON although its type does not say so: no type, or a default of misconfigured servers.</summary>
    internal static bool SaysNothing(ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = TypeOf(contentType);
        return type.IsEmpty
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// How close a content type is to a documented media type. 0 means nothing in common. More means the same kind, the same range, the
    /// same type, and the same type with all documented parameters.
    /// </summary>
    /// <param name="documented">A media type or a range, perhaps with parameters; null for any.</param>
    /// <param name="contentType">The content type of a response, or empty.</param>
    internal static int Closeness(string? documented, ReadOnlySpan<char> contentType)
    {
        ReadOnlySpan<char> type = TypeOf(contentType);
        ReadOnlySpan<char> wanted = TypeOf(documented);
        if (documented is null || type.IsEmpty)
        {
            return 0;
        }

        if (wanted.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            return HasParametersOf(documented, contentType) ? MostClose : MostClose - 1;
        }

        return wanted.EndsWith("/*") && wanted.Length > 3 && type.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase) ? 3
            : wanted.SequenceEqual(Any) ? 2
            : IsJson(wanted) && IsJson(type) ? 1
            : 0;
    }

    /// <summary>Whether an <c>Accept</c> asks for JSON before anything with a weight.</summary>
    internal static bool PrefersJson(string accept) => Array.Exists(
        accept.Split(','), static part => IsJson(part) && !part.Contains(";q=", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an <c>Accept</c> names a content type itself.</summary>
    internal static bool Names(string accept, string contentType) => Array.Exists(
        accept.Split(','), part => TypeOf(part).Equals(TypeOf(contentType), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an <c>Accept</c> names a content type, or a range that it is in.</summary>
    internal static bool Accepts(string accept, string contentType)
    {
        foreach (string part in accept.Split(','))
        {
            if (Closeness(TypeOf(part).ToString(), contentType) > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasParametersOf(string documented, ReadOnlySpan<char> contentType)
    {
        string[] wanted = documented.Split(';');
        string[] parameters = wanted.Length > 1 ? contentType.ToString().Replace("\"", "", StringComparison.Ordinal).Split(';') : [];
        for (int i = 1; i < wanted.Length; i++)
        {
            string parameter = wanted[i].Trim();
            if (!Array.Exists(parameters, own => own.Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return true;
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
        return (end < 0 ? charset : charset[..end]).Trim().Trim("\"'");
    }
}
