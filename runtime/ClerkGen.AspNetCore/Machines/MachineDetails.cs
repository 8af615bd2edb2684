using System.Buffers;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Facts about a token that is no session, from its JWT or from Clerk's response. Immutable.</summary>
internal sealed class MachineDetails
{
    // Above this a number of seconds is one of milliseconds.
    private const double LargestSeconds = 1e11;

    internal required string Subject { get; init; }

    internal string? Id { get; private init; }

    internal string[] Scopes { get; private init; } = [];

    internal string? ClientId { get; private init; }

    internal JsonElement Claims { get; private init; }

    /// <summary>Seconds since 1970; null when the token does not expire.</summary>
    internal double? Expires { get; private init; }

    internal bool IsRevoked { get; private init; }

    internal bool IsExpired { get; private init; }

    internal static MachineDetails OfMachineJwt(byte[] payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement claims = document.RootElement;
        return new MachineDetails
        {
            Subject = SessionDetails.Text(claims, "sub")!,
            Id = SessionDetails.Text(claims, "jti"),
            Scopes = SessionDetails.Text(claims, "scopes") is { } scopes ? Split(scopes)
                : SessionDetails.Texts(claims, "aud") ?? (SessionDetails.Text(claims, "aud") is { } one ? [one] : []),
            Claims = WithoutRegistered(claims),
        };
    }

    internal static MachineDetails OfOAuthJwt(byte[] payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        JsonElement claims = document.RootElement;
        return new MachineDetails
        {
            Subject = SessionDetails.Text(claims, "sub")!,
            Id = SessionDetails.Text(claims, "jti"),
            Scopes = SessionDetails.Texts(claims, "scp") ?? Split(SessionDetails.Text(claims, "scope")),
            ClientId = SessionDetails.Text(claims, "client_id"),
            Claims = claims.Clone(),
        };
    }

    /// <summary>Reads Clerk's response about an opaque token.</summary>
    /// <returns>Null if the response is no token, or the token is inactive.</returns>
    internal static MachineDetails? OfAnswer(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement answer = document.RootElement;
            if (SessionDetails.Text(answer, "subject") is not { Length: > 0 } subject || IsSet(answer, "active", JsonValueKind.False))
            {
                return null;
            }

            return new MachineDetails
            {
                Subject = subject,
                Id = SessionDetails.Text(answer, "id"),
                Scopes = SessionDetails.Texts(answer, "scopes") ?? Split(SessionDetails.Text(answer, "scopes")),
                ClientId = SessionDetails.Text(answer, "client_id"),
                Claims = answer.TryGetProperty("claims"u8, out JsonElement claims) && claims.ValueKind == JsonValueKind.Object ? claims.Clone() : default,
                Expires = Seconds(answer, "expiration"),
                IsRevoked = IsSet(answer, "revoked", JsonValueKind.True),
                IsExpired = IsSet(answer, "expired", JsonValueKind.True),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsSet(JsonElement answer, string name, JsonValueKind kind) =>
        answer.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind;

    private static double? Seconds(JsonElement answer, string name)
    {
        if (!answer.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double moment))
        {
            return null;
        }

        return moment < LargestSeconds ? moment : moment / 1000;
    }

    private static string[] Split(string? scopes) => scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static JsonElement WithoutRegistered(JsonElement claims)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (JsonProperty claim in claims.EnumerateObject())
            {
                if (claim.Name is not ("iss" or "sub" or "exp" or "nbf" or "iat" or "jti"))
                {
                    claim.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }
}
