namespace ClerkGen.Http;

/// <summary>
/// Requests that a browser's <c>fetch</c> sends (WHATWG Fetch). It decompresses responses and leaves their header fields as they were, sets
/// <c>User-Agent</c> and <c>Accept-Encoding</c> itself, and follows redirects by default.
/// </summary>
internal static class Browser
{
    // The key from which .NET's handler in WebAssembly reads the options of fetch.
    private static readonly HttpRequestOptionsKey<IDictionary<string, object>> FetchOptions = new("WebAssemblyFetchOptions");

    private static readonly HttpRequestOptionsKey<bool> StreamsResponse = new("WebAssemblyEnableStreamingResponse");

    /// <summary>Sets the options of fetch that differ from its defaults.</summary>
    /// <param name="message">The request.</param>
    /// <param name="isStream">Whether the response is handed on while it arrives.</param>
    internal static void Prepare(HttpRequestMessage message, bool isStream)
    {
        message.Options.Set(FetchOptions, new Dictionary<string, object>(StringComparer.Ordinal) { ["redirect"] = "manual" });
        if (isStream)
        {
            message.Options.Set(StreamsResponse, true);
        }
    }

    /// <summary>
    /// Whether a response is a redirect that fetch did not follow. It hides its status and its target (<c>opaqueredirect</c>).
    /// </summary>
    internal static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode == 0 && string.Equals(response.ReasonPhrase, "opaqueredirect", StringComparison.Ordinal);
}
