using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using ClerkGen.Http;

namespace ClerkGen;

/// <summary>Contains the header fields of a response, in the order they arrived. Names ignore case. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710", Justification = "Header fields are called headers wherever HTTP is spoken in .NET.")]
public sealed class ApiHeaders : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly KeyValuePair<string, string>[] _fields;

    /// <summary>Creates a collection of header fields.</summary>
    /// <param name="fields">Names and values; a name may occur several times.</param>
    public ApiHeaders(IEnumerable<KeyValuePair<string, string>> fields) => _fields = [.. fields];

    /// <summary>Gets a collection without header fields.</summary>
    public static ApiHeaders Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _fields.Length;

    /// <summary>Id that the server gave the request, or null.</summary>
    internal string? RequestId => FirstEndingWith("request-id", "requestid");

    /// <summary>Id under which the server's operator finds the call, or null.</summary>
    internal string? TraceId => FirstEndingWith("trace-id", "traceid");

    /// <summary>When the server sent the response, else now.</summary>
    internal DateTimeOffset Date => TryGetValue("Date", out string? date) && HttpDate.Parse(date) is DateTimeOffset sent ? sent : TimeProvider.System.GetUtcNow();

    /// <summary>How many requests the server still takes, or null.</summary>
    internal ApiRateLimit? RateLimit => ApiRateLimit.Of(this, Date);

    /// <summary>Where the response points, or null.</summary>
    internal Uri? Location =>
        TryGetValue("Location", out string? location) && Uri.TryCreate(location, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : null;

    /// <summary>How long the server asks to wait, or null.</summary>
    internal TimeSpan? RetryAfter => TryGetValue("Retry-After", out string? wait) ? Http.RetryAfter.Of(wait, Date) : null;

    /// <summary>Gets the value of a field; several values are joined by a comma and a space (RFC 9110, section 5.3).</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>True if the field exists.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        foreach (KeyValuePair<string, string> field in _fields)
        {
            if (field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null ? field.Value : $"{value}, {field.Value}";
            }
        }

        return value is not null;
    }

    /// <summary>Returns the values of a field, one by one; empty for none.</summary>
    /// <param name="name">Name of the field.</param>
    public IReadOnlyList<string> GetValues(string name)
    {
        var values = new List<string>();
        foreach (KeyValuePair<string, string> field in _fields)
        {
            if (field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                values.Add(field.Value);
            }
        }

        return values;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the names. Values are not printed, because they can be secret.</summary>
    public override string ToString() => string.Join(", ", Array.ConvertAll(_fields, static field => field.Key));

    /// <summary>The fields of a response. Credentials that the server gave back are masked.</summary>
    internal static ApiHeaders Of(HttpResponseMessage response, List<string>? secrets) => Of(response.Headers, response.Content.Headers, secrets);

    /// <summary>The fields of a message and of its content. Credentials in them are masked.</summary>
    internal static ApiHeaders Of(HttpHeaders headers, HttpHeaders? content, List<string>? secrets)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add(fields, headers, secrets);
        if (content is not null)
        {
            Add(fields, content, secrets);
        }

        return new ApiHeaders(fields);
    }

    private static void Add(List<KeyValuePair<string, string>> fields, HttpHeaders headers, List<string>? secrets)
    {
        foreach (KeyValuePair<string, HeaderStringValues> field in headers.NonValidated)
        {
            foreach (string value in field.Value)
            {
                fields.Add(new(field.Key, SecretMask.Apply(value, secrets)));
            }
        }
    }

    private string? FirstEndingWith(string ending, string otherEnding)
    {
        foreach (KeyValuePair<string, string> field in _fields)
        {
            if ((field.Key.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                    || field.Key.EndsWith(otherEnding, StringComparison.OrdinalIgnoreCase))
                && HarmlessText.IsWord(field.Value))
            {
                return field.Value;
            }
        }

        return null;
    }
}
