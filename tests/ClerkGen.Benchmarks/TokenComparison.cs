using System.Security.Cryptography;
using System.Text;
using ClerkGen.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClerkGen.Benchmarks;

/// <summary>Verifying a session token beside the library that most applications verify with. Both have the key at hand, and check the same claims.</summary>
internal sealed class TokenComparison(Report report, BenchmarkOptions options) : IDisposable
{
    private const string Issuer = "https://clerk.example.test";

    private readonly RSA _key = RSA.Create(2048);
    private object? _kept;

    public void Run()
    {
        string token = Sign();
        using var publicKey = RSA.Create(_key.ExportParameters(includePrivateParameters: false));
        var parameters = new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(publicKey) { KeyId = "ins_1" },
            ValidIssuer = Issuer,
            ValidAlgorithms = ["RS256"],
            ValidateAudience = false,
            NameClaimType = "sub",
            RoleClaimType = "org_role",
        };
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        var verifier = new ClerkTokenVerifier(new ClerkAuthenticationOptions
        {
            JwtKeys = { _key.ExportSubjectPublicKeyInfoPem() },
            Issuers = { Issuer },
            AuthorizedParties = { "https://app.example.test" },
        });
        Rounds.Compare(
            report,
            options,
            "Verify a session token",
            new("Microsoft.IdentityModel.JsonWebTokens", () => _kept = Validate(handler, token, parameters)),
            new("ClerkGen", () => _kept = Verify(verifier, token)));
        Rounds.Compare(
            report,
            options,
            "Verify a session token, read user and role",
            new("Microsoft.IdentityModel.JsonWebTokens", () =>
            {
                TokenValidationResult result = Validate(handler, token, parameters);
                _kept = (result.ClaimsIdentity.FindFirst("sub")?.Value, result.ClaimsIdentity.FindFirst("org_role")?.Value);
            }),
            new("ClerkGen", () =>
            {
                ClerkCaller caller = Verify(verifier, token);
                _kept = (caller.UserId, caller.OrganizationRole);
            }));
        string forged = token[..^8] + "AAAAAAAA";
        Rounds.Compare(
            report,
            options,
            "Refuse a forged token",
            new("Microsoft.IdentityModel.JsonWebTokens", () => _kept = handler.ValidateTokenAsync(forged, parameters).GetAwaiter().GetResult().IsValid),
            new("ClerkGen", () =>
            {
                ValueTask<ClerkVerification> verification = verifier.VerifyAsync(forged);
                _kept = verification.IsCompletedSuccessfully ? verification.Result.Reason : throw new InvalidOperationException("It waited.");
            }));
    }

    public void Dispose() => _key.Dispose();

    private static TokenValidationResult Validate(JsonWebTokenHandler handler, string token, TokenValidationParameters parameters)
    {
        TokenValidationResult result = handler.ValidateTokenAsync(token, parameters).GetAwaiter().GetResult();
        return result.IsValid ? result : throw new InvalidOperationException("The token was refused.", result.Exception);
    }

    private static ClerkCaller Verify(ClerkTokenVerifier verifier, string token)
    {
        ValueTask<ClerkVerification> verified = verifier.VerifyAsync(token);
        ClerkVerification verification = verified.IsCompletedSuccessfully ? verified.Result : throw new InvalidOperationException("It waited.");
        return verification.Caller ?? throw new InvalidOperationException("The token was refused.");
    }

    private string Sign()
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string claims = $$"""
            {"azp":"https://app.example.test","exp":{{now + 86_400}},"fva":[3,-1],"iat":{{now}},"iss":"{{Issuer}}","jti":"0a1b2c3d4e5f","nbf":{{now - 10}},"org_id":"org_9","org_permissions":["org:invoices:read"],"org_role":"org:admin","org_slug":"example","sid":"sess_2abcdefghijklmnopqrstuvwxyz","sub":"user_2abcdefghijklmnopqrstuvwxyz"}
            """;
        string input = Encode("""{"alg":"RS256","cat":"cl_B7d4PD111AAA","kid":"ins_1","typ":"JWT"}""") + "." + Encode(claims);
        byte[] signature = _key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return input + "." + Base64UrlEncoder.Encode(signature);
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
