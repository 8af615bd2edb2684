using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClerkGen.AspNetCore;

/// <summary>Provides the token verifier of each scheme, for messages and other requests outside ASP.NET Core. Thread-safe.</summary>
/// <remarks>When the options are reloaded, for example with a new key, the next request gets a new verifier. Fetched keys are kept if they would be fetched the same way.</remarks>
public sealed class ClerkVerifiers
{
    private readonly IOptionsMonitor<ClerkAuthenticationOptions> _options;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, Entry> _verifiers = new(StringComparer.Ordinal);

    /// <summary>Creates the collection. The container calls it.</summary>
    /// <param name="options">Options by scheme.</param>
    /// <param name="loggers">Creates loggers.</param>
    public ClerkVerifiers(IOptionsMonitor<ClerkAuthenticationOptions> options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(loggers);
        _options = options;
        _logger = loggers.CreateLogger<ClerkTokenVerifier>();
    }

    /// <summary>Gets the verifier of a scheme.</summary>
    /// <param name="scheme">The scheme. Default: <c>Clerk</c>.</param>
    /// <exception cref="ArgumentException">An option of the scheme is invalid.</exception>
    public ClerkTokenVerifier GetVerifier(string scheme = ClerkDefaults.AuthenticationScheme) => Get(scheme).Tokens;

    internal Entry Get(string scheme)
    {
        ClerkAuthenticationOptions options = _options.Get(scheme);
        if (_verifiers.TryGetValue(scheme, out Entry? entry) && entry.Options == options)
        {
            return entry;
        }

        // Two first requests at once must not fetch keys twice.
        lock (_verifiers)
        {
            if (!_verifiers.TryGetValue(scheme, out entry) || entry.Options != options)
            {
                _verifiers[scheme] = entry = new Entry(options, new ClerkTokenVerifier(options, _logger, entry?.Tokens));
            }

            return entry;
        }
    }

    internal sealed class Entry(ClerkAuthenticationOptions options, ClerkTokenVerifier tokens)
    {
        internal ClerkAuthenticationOptions Options => options;

        internal ClerkTokenVerifier Tokens => tokens;

        internal RequestVerifier Requests { get; } = new(tokens);
    }
}
