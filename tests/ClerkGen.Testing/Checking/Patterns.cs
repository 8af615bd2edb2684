using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ClerkGen.Testing;

/// <summary>The regular expressions of a document, which are ECMA-262's and may be beyond what .NET understands.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex?> Compiled = new(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="value"/> matches; null when the pattern can't be evaluated, which must not fail a value.</summary>
    public static bool? Matches(string pattern, string value)
    {
        Regex? regex = Compiled.GetOrAdd(pattern, static text =>
        {
            try
            {
                return new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (ArgumentException)
            {
                return null;
            }
        });
        try
        {
            return regex?.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
