using System.Buffers;
using System.Text.Unicode;

namespace ClerkGen.AspNetCore;

/// <summary>A JWT, taken apart (RFC 7519, RFC 7515). Nothing of it is verified.</summary>
internal readonly struct Jwt
{
    /// <summary>Above this, a token is refused unread: Clerk's have about 1,000 characters, and headers of a request rarely hold more.</summary>
    internal const int MaximumLength = 16 * 1024;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly int _signature;

    private Jwt(string token, int payload, int signature, JwtHeader header, byte[] json, in JwtClaims claims)
    {
        Token = token;
        HeaderLength = payload - 1;
        _signature = signature;
        Header = header;
        Payload = json;
        Claims = claims;
    }

    internal string Token { get; }

    internal int HeaderLength { get; }

    internal JwtHeader Header { get; }

    /// <summary>The claims' JSON.</summary>
    internal byte[] Payload { get; }

    internal JwtClaims Claims { get; }

    /// <summary>The signed bytes: the first two parts with the dot between them, as received.</summary>
    internal ReadOnlySpan<char> SigningInput => Token.AsSpan(0, _signature - 1);

    internal ReadOnlySpan<char> Signature => Token.AsSpan(_signature);

    /// <summary>Takes a token apart.</summary>
    /// <returns>False when it is too long, not three parts of base64url, or header or payload are not JSON objects.</returns>
    internal static bool TryRead(string token, IssuerNames issuers, KnownHeaders headers, out Jwt jwt)
    {
        jwt = default;
        if (token.Length > MaximumLength || !TrySplit(token, out int payload, out int signature))
        {
            return false;
        }

        ReadOnlySpan<char> headerText = token.AsSpan(0, payload - 1);
        JwtHeader? header = headers.Find(headerText) ?? ReadHeader(headerText);
        ReadOnlySpan<char> payloadText = token.AsSpan(payload, signature - 1 - payload);
        if (header is null || Base64UrlText.Length(payloadText.Length) is not { } length || Base64UrlText.Length(token.Length - signature) is null)
        {
            return false;
        }

        byte[] json = new byte[length];
        if (!Base64UrlText.TryDecode(payloadText, json) || !Utf8.IsValid(json) || !JwtClaims.TryRead(json, issuers, out JwtClaims claims))
        {
            return false;
        }

        jwt = new Jwt(token, payload, signature, header, json, claims);
        return true;
    }

    private static JwtHeader? ReadHeader(ReadOnlySpan<char> text)
    {
        if (Base64UrlText.Length(text.Length) is not { } length)
        {
            return null;
        }

        byte[] json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> bytes = json.AsSpan(0, length);
            return Base64UrlText.TryDecode(text, bytes) ? JwtHeader.Read(bytes) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    // A token without a signature has an empty third part: it is refused for the missing signature, not for its form.
    private static bool TrySplit(string token, out int payload, out int signature)
    {
        payload = token.IndexOf('.') + 1;
        signature = 0;
        if (payload < 2)
        {
            return false;
        }

        int second = token.AsSpan(payload).IndexOf('.');
        signature = payload + second + 1;
        return second > 0
            && !token.AsSpan(0, payload - 1).ContainsAnyExcept(Alphabet)
            && !token.AsSpan(payload, second).ContainsAnyExcept(Alphabet)
            && !token.AsSpan(signature).ContainsAnyExcept(Alphabet);
    }
}
