namespace ClerkGen.Responses;

/// <summary>Bodies that a server compressed (RFC 9110, section 8.4). A native program can be built without, which spares it the code.</summary>
internal static class Decompression
{
    /// <summary>
    /// Whether compressed bodies are asked for and read: the switch <c>ClerkGen.Decompression</c>, which a project sets with the property
    /// <c>ClerkGenDecompression</c>. The trimmer takes its value as a constant (ILLink.Substitutions.xml).
    /// </summary>
    private static bool IsSupported { get; } = !AppContext.TryGetSwitch("ClerkGen.Decompression", out bool isOn) || isOn;

    /// <summary>The codings that are asked for.</summary>
    internal static string Accepted => IsSupported ? "gzip, br" : "identity";

    /// <summary>The body as it was before it was compressed, or null when the coding is unknown.</summary>
    internal static Stream? Open(string coding, Stream body)
    {
        if (coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return body;
        }

        return IsSupported ? Decompressed(coding.ToLowerInvariant(), body) : null;
    }

    private static Stream? Decompressed(string coding, Stream body) => coding switch
    {
        "gzip" or "x-gzip" => new GzipBody(body),
        "br" when !OperatingSystem.IsBrowser() => new BrotliBody(body),
        "deflate" => new DeflateBody(body),
        _ => null,
    };
}
