using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>The key that signs sessions. Each run creates a new one.</summary>
internal sealed class SessionKey : IDisposable
{
    private const string Id = "ins_sample";

    private readonly Lock _lock = new();
    private readonly RSA _rsa = RSA.Create(2048);

    /// <summary>The public part, as the Backend API's key set.</summary>
    public JsonObject ToKeySet()
    {
        RSAParameters key = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = Id,
                ["n"] = Encode(key.Modulus!),
                ["e"] = Encode(key.Exponent!),
            }),
        };
    }

    /// <summary>Signs claims.</summary>
    public string Sign(JsonObject claims)
    {
        string header = $$"""{"alg":"RS256","cat":"cl_B7d4PD111AAA","kid":"{{Id}}","typ":"JWT"}""";
        string input = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        lock (_lock)
        {
            return $"{input}.{Encode(_rsa.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }
    }

    public void Dispose() => _rsa.Dispose();

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
