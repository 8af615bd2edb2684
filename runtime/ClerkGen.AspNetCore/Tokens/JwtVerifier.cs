using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Verifies JWTs, the signature before every claim, so that a forger learns nothing about claims. Networkless as long as keys are at hand,
/// and then synchronous. Thread-safe.
/// </summary>
internal sealed class JwtVerifier(TokenSettings settings)
{
    private const int HashLength = 32;

    internal KnownHeaders Headers { get; } = new();

    /// <summary>Verifies everything but claims that only one kind has.</summary>
    internal ValueTask<string?> VerifyAsync(in Jwt jwt, ClerkTokenKind kind, CancellationToken cancellationToken)
    {
        ValueTask<KeyAnswer> found = settings.Keys.FindAsync(jwt.Header.KeyId, cancellationToken);
        if (!found.IsCompletedSuccessfully)
        {
            return WaitAsync(found, jwt, kind, cancellationToken);
        }

        KeyAnswer answer = found.Result;
        string? reason = VerifyBy(answer, jwt, kind);
        return reason == ClerkReason.TokenInvalidSignature && answer.Keys is { } keys
            ? AgainAsync(keys, jwt, kind, cancellationToken)
            : new ValueTask<string?>(reason);
    }

    private async ValueTask<string?> WaitAsync(ValueTask<KeyAnswer> found, Jwt jwt, ClerkTokenKind kind, CancellationToken cancellationToken)
    {
        KeyAnswer answer = await found.ConfigureAwait(false);
        string? reason = VerifyBy(answer, jwt, kind);
        return reason == ClerkReason.TokenInvalidSignature && answer.Keys is { } keys
            ? await AgainAsync(keys, jwt, kind, cancellationToken).ConfigureAwait(false)
            : reason;
    }

    private async ValueTask<string?> AgainAsync(KeySet seen, Jwt jwt, ClerkTokenKind kind, CancellationToken cancellationToken)
    {
        KeyAnswer newer = await settings.Keys.FindNewerAsync(seen, jwt.Header.KeyId, cancellationToken).ConfigureAwait(false);
        return newer.Keys is null ? ClerkReason.TokenInvalidSignature : VerifyBy(newer, jwt, kind);
    }

    private string? VerifyBy(KeyAnswer answer, in Jwt jwt, ClerkTokenKind kind)
    {
        if (answer.Keys is not { } keys)
        {
            return answer.Reason;
        }

        string? reason = CheckHeader(jwt.Header, kind);
        if (reason is not null)
        {
            return reason;
        }

        if (!IsSigned(keys, jwt))
        {
            return ClerkReason.TokenInvalidSignature;
        }

        Headers.Add(jwt);
        return CheckClaims(jwt, kind) ?? CheckTimes(jwt.Claims);
    }

    private static string? CheckHeader(JwtHeader header, ClerkTokenKind kind)
    {
        bool isTypeRight = kind == ClerkTokenKind.OAuth ? header.IsOAuthType : !header.HasType || header.Type == "JWT";
        if (!isTypeRight)
        {
            return ClerkReason.TokenInvalid;
        }

        return header.Algorithm switch
        {
            "RS256" => null,

            // RSA algorithms that are allowed, although Clerk issues no keys for them.
            "RS384" or "RS512" => ClerkReason.TokenVerificationFailed,
            _ => ClerkReason.TokenInvalidAlgorithm,
        };
    }

    private static bool IsSigned(KeySet keys, in Jwt jwt)
    {
        ReadOnlySpan<char> input = jwt.SigningInput;
        ReadOnlySpan<char> text = jwt.Signature;
        byte[] rented = ArrayPool<byte>.Shared.Rent(input.Length + text.Length);
        try
        {
            Span<byte> signed = rented.AsSpan(0, Encoding.ASCII.GetBytes(input, rented));
            Span<byte> signature = rented.AsSpan(input.Length, Base64UrlText.Length(text.Length)!.Value);
            Span<byte> hash = stackalloc byte[HashLength];
            SHA256.HashData(signed, hash);
            return Base64UrlText.TryDecode(text, signature) && keys.Verify(jwt.Header.KeyId, hash, signature);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private string? CheckClaims(in Jwt jwt, ClerkTokenKind kind)
    {
        if (jwt.Claims.Subject is null)
        {
            return ClerkReason.TokenVerificationFailed;
        }

        if (settings.Audiences.Length > 0 && kind != ClerkTokenKind.MachineToMachine
            && !TokenAudience.Matches(jwt.Payload, settings.Audiences, isRequired: kind == ClerkTokenKind.OAuth))
        {
            return ClerkReason.TokenVerificationFailed;
        }

        if (kind != ClerkTokenKind.Session)
        {
            return null;
        }

        if (settings.AuthorizedParties.Length > 0)
        {
            string? party = jwt.Claims.AuthorizedParty;
            bool isAuthorized = party is null ? settings.AllowMissingAuthorizedParty : Array.IndexOf(settings.AuthorizedParties, party) >= 0;
            if (!isAuthorized)
            {
                return ClerkReason.TokenInvalidAuthorizedParties;
            }
        }

        return settings.Issuers.Length > 0 && (jwt.Claims.Issuer is not { } issuer || Array.IndexOf(settings.Issuers, issuer) < 0)
            ? ClerkReason.TokenInvalidIssuer
            : null;
    }

    private string? CheckTimes(in JwtClaims claims)
    {
        double now = settings.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (!claims.Expires.IsNumber)
        {
            return ClerkReason.TokenVerificationFailed;
        }

        if (claims.Expires.Seconds <= now - settings.Skew)
        {
            return ClerkReason.TokenExpired;
        }

        if (!claims.NotBefore.IsAbsent)
        {
            if (!claims.NotBefore.IsNumber)
            {
                return ClerkReason.TokenVerificationFailed;
            }

            if (claims.NotBefore.Seconds > now + settings.Skew)
            {
                return ClerkReason.TokenNotActiveYet;
            }
        }

        if (claims.IssuedAt.IsAbsent)
        {
            return null;
        }

        return !claims.IssuedAt.IsNumber ? ClerkReason.TokenVerificationFailed
            : claims.IssuedAt.Seconds > now + settings.Skew ? ClerkReason.TokenIssuedInTheFuture
            : null;
    }
}
