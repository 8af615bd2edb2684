using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>The claims by which a token is accepted or refused. Everything else stays in the payload until it is requested.</summary>
internal readonly struct JwtClaims
{
    internal string? Subject { get; private init; }

    internal bool HasIssuer { get; private init; }

    internal string? Issuer { get; private init; }

    internal string? AuthorizedParty { get; private init; }

    internal NumericDate Expires { get; private init; }

    internal NumericDate NotBefore { get; private init; }

    internal NumericDate IssuedAt { get; private init; }

    /// <summary>Whether the session waits for something that its user has to do.</summary>
    internal bool IsPending { get; private init; }

    /// <summary>Reads claims. The last one of a repeated claim counts.</summary>
    /// <returns>False when the payload is not a JSON object.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> json, IssuerNames issuers, out JwtClaims claims)
    {
        claims = default;
        string? subject = null, issuer = null, party = null;
        bool hasIssuer = false, isPending = false;
        NumericDate expires = default, notBefore = default, issuedAt = default;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                switch (NameOf(ref reader))
                {
                    case Name.Subject: subject = Text(ref reader); break;
                    case Name.Issuer: issuer = issuers.Read(ref reader); hasIssuer = true; break;
                    case Name.AuthorizedParty: party = issuers.ReadParty(ref reader); break;
                    case Name.Expires: expires = NumericDate.Read(ref reader); break;
                    case Name.NotBefore: notBefore = NumericDate.Read(ref reader); break;
                    case Name.IssuedAt: issuedAt = NumericDate.Read(ref reader); break;
                    case Name.Status: isPending = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("pending"u8); reader.Skip(); break;
                    default: reader.Skip(); break;
                }
            }

            if (reader.Read())
            {
                return false;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }

        claims = new JwtClaims
        {
            Subject = subject,
            HasIssuer = hasIssuer,
            Issuer = issuer,
            AuthorizedParty = party,
            Expires = expires,
            NotBefore = notBefore,
            IssuedAt = issuedAt,
            IsPending = isPending,
        };
        return true;
    }

    private enum Name
    {
        Other,
        Subject,
        Issuer,
        AuthorizedParty,
        Expires,
        NotBefore,
        IssuedAt,
        Status,
    }

    // Leaves the reader at the value.
    private static Name NameOf(ref Utf8JsonReader reader)
    {
        Name name = Name.Other;
        if (reader.ValueSpan.Length == 3 || reader.ValueIsEscaped)
        {
            name = reader.ValueTextEquals("sub"u8) ? Name.Subject
                : reader.ValueTextEquals("iss"u8) ? Name.Issuer
                : reader.ValueTextEquals("azp"u8) ? Name.AuthorizedParty
                : reader.ValueTextEquals("exp"u8) ? Name.Expires
                : reader.ValueTextEquals("nbf"u8) ? Name.NotBefore
                : reader.ValueTextEquals("iat"u8) ? Name.IssuedAt
                : reader.ValueTextEquals("sts"u8) ? Name.Status
                : Name.Other;
        }

        reader.Read();
        return name;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }
}
