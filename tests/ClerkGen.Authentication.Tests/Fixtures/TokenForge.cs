using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Authentication.Tests;

/// <summary>Creates tokens with its own key.</summary>
internal sealed class TokenForge : IDisposable
{
    public const long Now = 1_790_000_000;
    private readonly RSA _rsa;
    private readonly object _gate = new();

    public TokenForge(string kid = "ins_forge", int bits = 2048)
    {
        Kid = kid;
        _rsa = RSA.Create(bits);
    }

    /// <summary>One for all tests that need just any: making a key takes its time.</summary>
    public static TokenForge Shared { get; } = new();

    public string Kid { get; }

    public string Pem => _rsa.ExportSubjectPublicKeyInfoPem();

    public JsonObject Jwk
    {
        get
        {
            RSAParameters key = _rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = Kid,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            };
        }
    }

    public string Jwks => JwksOf(this);

    public static string JwksOf(params TokenForge[] forges) =>
        new JsonObject { ["keys"] = new JsonArray([.. forges.Select(forge => (JsonNode)forge.Jwk)]) }.ToJsonString();

    public static JsonObject SessionClaims(string user = "user_1") => new()
    {
        ["azp"] = "https://app.acme.test",
        ["exp"] = Now + 50,
        ["iat"] = Now - 10,
        ["nbf"] = Now - 20,
        ["iss"] = "https://clerk.acme.test",
        ["sid"] = "sess_1",
        ["sub"] = user,
        ["v"] = 2,
    };

    public JsonObject Header(string? category = "cl_B7d4PD111AAA")
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = Kid, ["typ"] = "JWT" };
        if (category is not null)
        {
            header["cat"] = category;
        }

        return header;
    }

    public string Session(string user = "user_1", Action<JsonObject>? change = null)
    {
        JsonObject claims = SessionClaims(user);
        change?.Invoke(claims);
        return Sign(Header(), claims);
    }

    public string Machine(string subject = "mch_1") => Sign(
        Header("cl_B7d4PD333AAA"),
        new JsonObject { ["sub"] = subject, ["jti"] = "mt_1", ["exp"] = Now + 300, ["iat"] = Now, ["scopes"] = "mch_2 mch_3", ["tier"] = "gold" });

    public string OAuth(string? audience = null)
    {
        JsonObject header = Header(null);
        header["typ"] = "at+jwt";
        var claims = new JsonObject { ["sub"] = "user_1", ["jti"] = "oat_1", ["client_id"] = "client_1", ["exp"] = Now + 300, ["iat"] = Now, ["scope"] = "read write" };
        if (audience is not null)
        {
            claims["aud"] = audience;
        }

        return Sign(header, claims);
    }

    public string Sign(JsonObject header, JsonObject claims) => SignText(header.ToJsonString(), claims.ToJsonString());

    public string SignText(string header, string claims)
    {
        string input = Encode(header) + "." + Encode(claims);
        byte[] signature;
        lock (_gate)
        {
            signature = _rsa.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return input + "." + Base64Url.EncodeToString(signature);
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public void Dispose() => _rsa.Dispose();
}
