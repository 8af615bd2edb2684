namespace ClerkGen.Testing;

/// <summary>Builds JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer one level below <paramref name="pointer"/>.</summary>
    public static string Append(string pointer, string token) =>
        $"{pointer}/{token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
