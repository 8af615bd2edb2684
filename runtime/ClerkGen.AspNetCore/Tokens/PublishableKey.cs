using System.Security.Cryptography;
using System.Text;

namespace ClerkGen.AspNetCore;

/// <summary>A publishable key: a prefix that names the kind of instance, and base64 of the Frontend API's host and a dollar sign.</summary>
internal sealed class PublishableKey
{
    private const string Live = "pk_live_";
    private const string Test = "pk_test_";

    private PublishableKey(string host, string suffix, bool isProduction)
    {
        Host = host;
        CookieSuffix = suffix;
        IsProduction = isProduction;
    }

    /// <summary>Host of the Frontend API, with a port where one is given.</summary>
    internal string Host { get; }

    /// <summary>The suffix of the instance's cookies, after an underscore.</summary>
    internal string CookieSuffix { get; }

    internal bool IsProduction { get; }

    /// <summary>The <c>iss</c> of every session of the instance.</summary>
    internal string Issuer => "https://" + Host;

    /// <summary>Reads a key.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static PublishableKey Read(string key)
    {
        bool isProduction = key.StartsWith(Live, StringComparison.Ordinal);
        if (!isProduction && !key.StartsWith(Test, StringComparison.Ordinal))
        {
            throw Wrong(key.StartsWith("sk_", StringComparison.Ordinal) ? "is a secret key (sk_…)" : "does not begin with pk_live_ or pk_test_");
        }

        // Padding may be missing.
        string text = key[Live.Length..].TrimEnd('=');
        text += new string('=', (4 - (text.Length % 4)) % 4);
        byte[] bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out int length) || length < 2 || bytes[length - 1] != (byte)'$')
        {
            throw Wrong("is truncated or changed");
        }

        string host = Encoding.UTF8.GetString(bytes, 0, length - 1);
        if (!Uri.TryCreate("https://" + host, UriKind.Absolute, out Uri? address) || address.Authority != host || address.AbsolutePath != "/")
        {
            throw Wrong("contains no host");
        }

        return new PublishableKey(host, SuffixOf(key), isProduction);
    }

#pragma warning disable CA5350 // A name that Clerk's front ends compute the same way, not a protection.
    private static string SuffixOf(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(key)))[..8].Replace('+', '-').Replace('/', '_');
#pragma warning restore CA5350

    private static ArgumentException Wrong(string what) => new($"The publishable key {what}.");
}
