using System.Globalization;
using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.OAuth;

/// <summary>The response of a token endpoint (RFC 6749, sections 5.1 and 5.2).</summary>
internal sealed class TokenResponse
{
    private const int MaxErrorLength = 300;

    private TokenResponse(string accessToken, TimeSpan? lifetime)
    {
        AccessToken = accessToken;
        Lifetime = lifetime;
    }

    /// <summary>The token.</summary>
    internal string AccessToken { get; }

    /// <summary>Lifetime, counted from the request, or null if the server states none.</summary>
    internal TimeSpan? Lifetime { get; }

    /// <summary>Reads a response.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status.</param>
    /// <param name="secrets">Texts that no message may hold.</param>
    /// <exception cref="TokenRequestException">It is an error, or holds no token that can be sent as bearer.</exception>
    internal static TokenResponse Read(ReadOnlySpan<byte> body, int status, List<string> secrets)
    {
        Dictionary<string, string> members = Members(body);
        if (status != 200)
        {
            string? error = Word(members.GetValueOrDefault("error"), secrets);
            string? description = Word(members.GetValueOrDefault("error_description"), secrets);
            string reason = error is null ? "" : description is null ? $": {error}" : $": {error} ({description})";
            throw new TokenRequestException(
                $"The token endpoint returned status {status.ToString(CultureInfo.InvariantCulture)}{reason}.", status)
            { Error = error };
        }

        if (members.GetValueOrDefault("access_token") is not { Length: > 0 } token)
        {
            throw new TokenRequestException("The token endpoint's response contains no access token.", status);
        }

        if (members.TryGetValue("token_type", out string? type) && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new TokenRequestException("The token endpoint returned a token that is not a bearer token (RFC 6750).", status);
        }

        // Some servers write the seconds as a string.
        bool hasLifetime = double.TryParse(members.GetValueOrDefault("expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds is >= 0 and <= int.MaxValue;
        return new TokenResponse(token, hasLifetime ? TimeSpan.FromSeconds(seconds) : null);
    }

    // Strings and numbers of the top level; a response that is no JSON object has none.
    private static Dictionary<string, string> Members(ReadOnlySpan<byte> body)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(BodyText.WithoutMark(body));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String)
                    {
                        members[name] = reader.GetString()!;
                    }
                    else if (reader.TokenType == JsonTokenType.Number)
                    {
                        members[name] = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            return members;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }
    }

    private static string? Word(string? text, List<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = BodyText.Cut(SecretMask.Apply(text, secrets), MaxErrorLength);
        return string.Create(text.Length, text, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) ? ' ' : text[i];
            }
        });
    }
}
