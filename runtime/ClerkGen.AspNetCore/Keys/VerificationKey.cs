using System.Security.Cryptography;

namespace ClerkGen.AspNetCore;

/// <summary>
/// A public key of RSA. Thread-safe: RSA objects are not promised to be, so each is used by one thread at a time and then kept for the next.
/// </summary>
internal sealed class VerificationKey
{
    /// <summary>Below this number of bits a key is not used (NIST SP 800-131A).</summary>
    internal const int SmallestKey = 2048;

    private readonly RSAParameters _parameters;
    private readonly RSA?[] _idle = new RSA?[Math.Clamp(Environment.ProcessorCount, 1, 64)];

    private VerificationKey(string? id, RSAParameters parameters)
    {
        Id = id;
        _parameters = parameters;
    }

    /// <summary>The <c>kid</c>; null for a key that serves whatever a token names.</summary>
    internal string? Id { get; }

    /// <summary>Creates a key.</summary>
    /// <returns>Null when it is too small, or no key at all.</returns>
    internal static VerificationKey? Create(string? id, RSAParameters parameters)
    {
        if (parameters.Modulus is not { } modulus || parameters.Exponent is not { Length: > 0 })
        {
            return null;
        }

        // Leading zeros are no bits of the key.
        ReadOnlySpan<byte> digits = modulus.AsSpan().TrimStart((byte)0);
        if (digits.Length * 8 < SmallestKey)
        {
            return null;
        }

        var key = new VerificationKey(id, parameters with { Modulus = digits.ToArray() });
        try
        {
            key.Return(key.Rent());
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Verifies a signature of RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2).</summary>
    internal bool Verify(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        RSA rsa = Rent();
        bool isSigned = rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Return(rsa);
        return isSigned;
    }

    private RSA Rent()
    {
        int place = (int)((uint)Thread.GetCurrentProcessorId() % (uint)_idle.Length);
        return Interlocked.Exchange(ref _idle[place], null) ?? Create();
    }

    private RSA Create()
    {
        var rsa = RSA.Create();
        rsa.ImportParameters(_parameters);
        return rsa;
    }

    private void Return(RSA rsa)
    {
        int place = (int)((uint)Thread.GetCurrentProcessorId() % (uint)_idle.Length);
        Interlocked.Exchange(ref _idle[place], rsa)?.Dispose();
    }
}
