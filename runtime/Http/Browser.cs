namespace ClerkGen.Http;

/// <summary>
/// Requests that a browser's <c>fetch</c> sends (WHATWG Fetch). It decompresses answers and leaves their header fields as they were, sets
/// <c>User-Agent</c> and <c>Accept-Encoding</c> itself, and follows redirects unless it is told not to.
/// </summary>
internal static class Browser
{
    // What .NET's handler in WebAssembly reads the options of fetch from.
    private static readonly HttpRequestOptionsKey<IDictionary<string, object>> FetchOptions = new("WebAssemblyFetchOptions");

    private static readonly HttpRequestOptionsKey<bool> StreamsResponse = new("WebAssemblyEnableStreamingResponse");

    /// <summary>Says what fetch must do otherwise than by default.</summary>
    /// <param name="message">The request.</param>
    /// <param name="isStream">Whether the answer is handed on while it arrives.</param>
    internal static void Prepare(HttpRequestMessage message, bool isStream)
    {
        message.Options.Set(FetchOptions, new Dictionary<string, object>(StringComparer.Ordinal) { ["redirect"] = "manual" });
        if (isStream)
        {
            message.Options.Set(StreamsResponse, true);
        }
    }

    /// <summary>
    /// Whether an answer is a redirect that fetch did not follow. It says no more of it: neither status nor target (<c>opaqueredirect</c>).
    /// </summary>
    internal static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode == 0 && string.Equals(response.ReasonPhrase, "opaqueredirect", StringComparison.Ordinal);
}
