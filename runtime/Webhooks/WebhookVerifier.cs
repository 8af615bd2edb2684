using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClerkGen.Webhooks;

namespace ClerkGen;

/// <summary>Verifies webhooks signed by Standard Webhooks (HMAC-SHA256, version <c>v1</c>), which Svix and Clerk use. Thread-safe.</summary>
/// <remarks>Create one and keep it. It verifies the bytes as received, and compares in fixed time.</remarks>
public sealed class WebhookVerifier
{
    private const int SignatureLength = 32;
    private const int MostSignatures = 64;
    private const int LongestHeader = 16 * 1024;

    private readonly WebhookSecret[] _secrets;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _tolerance = TimeSpan.FromSeconds(300);

    /// <summary>Creates a verifier.</summary>
    /// <param name="secret">
    /// The signing secret, <c>whsec_</c> and base64. Several, separated by spaces, are all
    /// accepted: the old and the new one during a rotation.
    /// </param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <exception cref="ArgumentException">The secret is empty or malformed. The message has the reason, without repeating the secret.</exception>
    public WebhookVerifier(string secret, TimeProvider? timeProvider = null)
        : this([secret], timeProvider)
    {
    }

    /// <summary>Creates a verifier with several secrets.</summary>
    /// <param name="secrets">Signing secrets; a signature by any of them is accepted.</param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or malformed.</exception>
    public WebhookVerifier(IEnumerable<string> secrets, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        List<WebhookSecret> found = [];
        foreach (string text in secrets)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(secrets));
            foreach (string secret in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                found.Add(WebhookSecret.Parse(secret));
            }
        }

        if (found.Count == 0)
        {
            throw new ArgumentException("The webhook secret is empty.", nameof(secrets));
        }

        _secrets = [.. found];
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Gets how far the timestamp may be from the clock, in both directions and inclusive. Default: 300 seconds.</summary>
    /// <value>Zero or more. It limits how long a recorded webhook can be sent again.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get => _tolerance;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _tolerance = value;
        }
    }

    /// <summary>Verifies a webhook. Parse the body only afterwards.</summary>
    /// <param name="body">The body's bytes, exactly as received.</param>
    /// <param name="headers">The three headers.</param>
    /// <exception cref="WebhookException">The webhook is refused; <see cref="WebhookException.Problem"/> has the reason.</exception>
    public void Verify(ReadOnlySpan<byte> body, WebhookHeaders headers)
    {
        if (headers.HasDuplicates)
        {
            throw new WebhookException(WebhookProblem.DuplicateHeader, "A header of the webhook appears twice, with different values.");
        }

        string id = Need(headers.Id, "id");
        string timestamp = Need(headers.Timestamp, "timestamp");
        string signatures = Need(headers.Signature, "signature");
        CheckTime(timestamp);

        byte[] prefix = Encoding.UTF8.GetBytes($"{id}.{timestamp}.");
        Span<byte> candidates = new byte[MostSignatures * SignatureLength];
        candidates = candidates[..(Decode(signatures, candidates) * SignatureLength)];
        if (!IsSigned(prefix, body, candidates))
        {
            throw Mismatch(prefix, body, candidates);
        }
    }

    /// <summary>Signs a body with the first secret as a sender does, for tests and for sending.</summary>
    /// <param name="body">The body.</param>
    /// <param name="id">Id of the message. It must not contain dots, so that it cannot be confused with other signed parts.</param>
    /// <returns>The headers, with the clock's time.</returns>
    public WebhookHeaders Sign(ReadOnlySpan<byte> body, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        string timestamp = _timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[SignatureLength];
        _secrets[0].Sign(Encoding.UTF8.GetBytes($"{id}.{timestamp}."), body, signature);
        return new WebhookHeaders(id, timestamp, "v1," + Convert.ToBase64String(signature));
    }

    private static string Need(string? value, string name) => value switch
    {
        { Length: > LongestHeader } => throw new WebhookException(
            WebhookProblem.WrongSignature, $"The header 'webhook-{name}' is longer than {LongestHeader} characters."),
        { Length: > 0 } => value,
        _ => throw new WebhookException(
            WebhookProblem.MissingHeader,
            $"The header 'svix-{name}' (or 'webhook-{name}') is missing. The request is not a webhook, or a proxy removes its headers."),
    };

    private void CheckTime(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds))
        {
            throw new WebhookException(
                WebhookProblem.MalformedTimestamp, "The webhook's timestamp is not a whole number of seconds since 1970.");
        }

        // In decimal seconds: a hostile number must not overflow, and a clock between two seconds counts as it is.
        decimal now = _timeProvider.GetUtcNow().ToUnixTimeSeconds();
        decimal tolerance = (decimal)_tolerance.TotalSeconds;
        if (now - seconds > tolerance)
        {
            throw new WebhookException(
                WebhookProblem.TooOld,
                $"The webhook was sent more than {tolerance} seconds ago. It is a replay, or this machine's clock is fast.");
        }

        if (seconds - now > tolerance)
        {
            throw new WebhookException(
                WebhookProblem.TooNew, $"The webhook was sent more than {tolerance} seconds in the future. This machine's clock is slow.");
        }
    }

    // Signatures of other versions and lengths are skipped, as those of versions to come must be.
    private static int Decode(string signatures, Span<byte> decoded)
    {
        int count = 0;
        foreach (string signature in signatures.Split(' ', MostSignatures, StringSplitOptions.RemoveEmptyEntries))
        {
            if (signature.StartsWith("v1,", StringComparison.Ordinal)
                && Convert.TryFromBase64Chars(signature.AsSpan(3), decoded[(count * SignatureLength)..], out int length)
                && length == SignatureLength)
            {
                count++;
            }
        }

        if (count == 0 && !signatures.Contains("v1,", StringComparison.Ordinal))
        {
            throw new WebhookException(WebhookProblem.NoKnownSignature, "The webhook has no signature of version 'v1'.");
        }

        return count;
    }

    private bool IsSigned(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, ReadOnlySpan<byte> candidates)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        bool isSigned = false;
        foreach (WebhookSecret secret in _secrets)
        {
            secret.Sign(prefix, body, expected);
            for (ReadOnlySpan<byte> rest = candidates; !rest.IsEmpty; rest = rest[SignatureLength..])
            {
                isSigned |= CryptographicOperations.FixedTimeEquals(expected, rest[..SignatureLength]);
            }
        }

        return isSigned;
    }

    // Costs a few more HMACs, only for a webhook that is refused, and saves its receiver an afternoon.
    private WebhookException Mismatch(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> body, ReadOnlySpan<byte> candidates)
    {
        foreach (ReadOnlyMemory<byte> original in WebhookBodyForms.Of(body))
        {
            if (IsSigned(prefix, original.Span, candidates))
            {
                return new WebhookException(
                    WebhookProblem.BodyWrittenAgain,
                    "The signature belongs to this JSON in another form: the body was parsed and serialized again, or its text was changed. "
                    + "Verify the bytes of the request before anything reads them.");
            }
        }

        foreach (WebhookSecret secret in _secrets)
        {
            if (secret.HasOddLength)
            {
                return new WebhookException(
                    WebhookProblem.WrongSignature,
                    $"No signature of the webhook matches. The secret decodes to {secret.Length} bytes, where Standard Webhooks has 24 to 64: "
                    + "it is probably raw text, encoded twice, or truncated. Use it as the sender shows it.");
            }
        }

        return new WebhookException(
            WebhookProblem.WrongSignature,
            "No signature of the webhook matches. The secret belongs to another endpoint, or the body is not the one that was sent. Verify the bytes as received.");
    }
}
