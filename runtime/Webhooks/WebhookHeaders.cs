using System.Diagnostics.CodeAnalysis;

namespace ClerkGen;

/// <summary>Contains the id, timestamp and signature headers of a webhook, of Standard Webhooks or Svix.</summary>
/// <remarks>
/// They are <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>, or <c>svix-id</c>, <c>svix-timestamp</c> and
/// <c>svix-signature</c>. One family is used, never a mixture; Svix's is preferred.
/// </remarks>
public readonly record struct WebhookHeaders
{
    private const string Several = "\n";
    private static readonly string[] Families = ["svix-", "webhook-"];

    /// <summary>Creates the headers.</summary>
    /// <param name="id">Id of the message. It stays the same when a message is sent again.</param>
    /// <param name="timestamp">When it was sent, in seconds since 1970.</param>
    /// <param name="signature">Signatures, separated by spaces: a version, a comma and base64 each.</param>
    public WebhookHeaders(string? id, string? timestamp, string? signature)
    {
        Id = id;
        Timestamp = timestamp;
        Signature = signature;
    }

    /// <summary>Gets the id of the message. Process each id once: a sender repeats a message until it gets a response.</summary>
    public string? Id { get; }

    /// <summary>Gets when the message was sent, in seconds since 1970.</summary>
    public string? Timestamp { get; }

    /// <summary>Gets the signatures, separated by spaces.</summary>
    public string? Signature { get; }

    /// <summary>Finds the headers among all headers of a request.</summary>
    /// <param name="headers">Names and values, such as those of an <c>HttpRequestMessage</c>; names are matched ignoring case.</param>
    [SuppressMessage("Design", "CA1006:Do not nest generic types in member signatures", Justification = "The shape of HttpHeaders.")]
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IEnumerable<string> values) in headers)
        {
            foreach (string value in values)
            {
                Add(found, name, value);
            }
        }

        return From(found.GetValueOrDefault);
    }

    /// <summary>Finds the headers among all headers of a request.</summary>
    /// <param name="headers">Names and values; names are matched ignoring case.</param>
    public static WebhookHeaders From(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            Add(found, name, value);
        }

        return From(found.GetValueOrDefault);
    }

    /// <summary>Finds the headers by name.</summary>
    /// <param name="header">Returns the value of a header, or null if there is none. Called with names in lower case.</param>
    public static WebhookHeaders From(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        WebhookHeaders first = default;
        foreach (string family in Families)
        {
            WebhookHeaders headers = new(header(family + "id"), header(family + "timestamp"), header(family + "signature"));
            if (headers is { Id: not null, Timestamp: not null, Signature: not null })
            {
                return headers;
            }

            // The nearly complete set shows best which header is missing.
            if (first == default)
            {
                first = headers;
            }
        }

        return first;
    }

    /// <summary>Joins the values of one header that a request has several times; verification refuses the result unless they are equal.</summary>
    /// <param name="first">One value, or null.</param>
    /// <param name="second">The next one.</param>
    internal static string Join(string? first, string second) =>
        first is null || first == second ? second : first + Several + second;

    internal bool HasDuplicates => IsSeveral(Id) || IsSeveral(Timestamp) || IsSeveral(Signature);

    private static bool IsSeveral(string? value) => value?.Contains(Several, StringComparison.Ordinal) == true;

    private static void Add(Dictionary<string, string?> found, string name, string value) =>
        found[name] = Join(found.GetValueOrDefault(name), value);
}
