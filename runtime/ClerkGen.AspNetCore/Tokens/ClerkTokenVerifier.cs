using Microsoft.Extensions.Logging;

namespace ClerkGen.AspNetCore;

/// <summary>Verifies tokens of one Clerk instance, without ASP.NET Core's types. Thread-safe.</summary>
/// <remarks>It caches keys, so create one per instance and keep it.</remarks>
public sealed class ClerkTokenVerifier
{
    private readonly TokenSettings _settings;
    private readonly JwtVerifier _jwts;
    private readonly MachineTokens _machines;

    /// <summary>Creates a verifier. Later changes of the options have no effect.</summary>
    /// <param name="options">The accepted tokens and the source of keys.</param>
    /// <param name="logger">Logs failures to fetch keys or tokens.</param>
    /// <exception cref="ArgumentException">An option is invalid. The message names it and repeats no secret.</exception>
    public ClerkTokenVerifier(ClerkAuthenticationOptions options, ILogger? logger = null)
        : this(options, logger, previous: null)
    {
    }

    internal ClerkTokenVerifier(ClerkAuthenticationOptions options, ILogger? logger, ClerkTokenVerifier? previous)
    {
        _settings = new TokenSettings(options, logger, previous?._settings);
        _jwts = new JwtVerifier(_settings);
        _machines = new MachineTokens(_settings);
    }

    internal TokenSettings Settings => _settings;

    /// <summary>Verifies a token of any accepted kind. Completes synchronously for a JWT whose key is cached.</summary>
    /// <param name="token">The token alone, without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Cancels waiting for keys or for Clerk's response.</param>
    /// <returns>The caller, or the reason why the token is refused.</returns>
    public ValueTask<ClerkVerification> VerifyAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (TokenKinds.OfOpaque(token) is { } opaque)
        {
            return _settings.Accepts(opaque)
                ? _machines.VerifyAsync(token, opaque, cancellationToken)
                : Refuse(ClerkReason.TokenTypeMismatch);
        }

        return TryRead(token, out Jwt jwt) ? VerifyAsync(jwt, cancellationToken) : Refuse(ClerkReason.TokenInvalid);
    }

    internal bool TryRead(string token, out Jwt jwt) => Jwt.TryRead(token, _settings.Names, _jwts.Headers, out jwt);

    internal ValueTask<ClerkVerification> VerifyAsync(in Jwt jwt, CancellationToken cancellationToken)
    {
        ClerkTokenKind kind = TokenKinds.OfJwt(jwt);
        if (Misfit(jwt, kind) is { } misfit)
        {
            return Refuse(misfit);
        }

        ValueTask<string?> verified = _jwts.VerifyAsync(jwt, kind, cancellationToken);
        return verified.IsCompletedSuccessfully
            ? new ValueTask<ClerkVerification>(Conclude(verified.Result, jwt, kind))
            : WaitAsync(verified, jwt, kind);
    }

    /// <summary>Whether a JWT looks like a session, which a cookie must contain.</summary>
    internal static bool IsSession(in Jwt jwt) =>
        TokenKinds.OfJwt(jwt) == ClerkTokenKind.Session
        && jwt.Header.Category is TokenCategory.Absent or TokenCategory.Session or TokenCategory.Unstated;

    private string? Misfit(in Jwt jwt, ClerkTokenKind kind)
    {
        if (!_settings.Accepts(kind))
        {
            return ClerkReason.TokenTypeMismatch;
        }

        return kind switch
        {
            ClerkTokenKind.Session => IsSession(jwt) ? null : ClerkReason.TokenTypeMismatch,

            // Machines have no old tokens that an instance without categories would still have to accept.
            ClerkTokenKind.MachineToMachine => jwt.Header.Category is TokenCategory.Absent or TokenCategory.MachineToMachine ? null : ClerkReason.TokenInvalid,
            _ => null,
        };
    }

    private static async ValueTask<ClerkVerification> WaitAsync(ValueTask<string?> verified, Jwt jwt, ClerkTokenKind kind) =>
        Conclude(await verified.ConfigureAwait(false), jwt, kind);

    private static ClerkVerification Conclude(string? reason, in Jwt jwt, ClerkTokenKind kind) =>
        reason is null ? ClerkVerification.Accept(ClerkCaller.OfJwt(jwt, kind)) : ClerkVerification.Refuse(reason);

    private static ValueTask<ClerkVerification> Refuse(string reason) => new(ClerkVerification.Refuse(reason));
}
