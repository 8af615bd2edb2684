using System.Globalization;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Media types of a document's <c>content</c> maps.</summary>
internal static class MediaTypes
{
    /// <summary>The type and subtype, lower case, without parameters.</summary>
    public static string Essence(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether the body is JSON: <c>application/json</c> or any <c>+json</c>.</summary>
    public static bool IsJson(string mediaType) =>
        Essence(mediaType) is "application/json" or "text/json" || Essence(mediaType).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether the body is parts.</summary>
    public static bool IsMultipart(string mediaType) => Essence(mediaType).StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>The entry that a content type falls under: exact before <c>type/*</c> before <c>*/*</c>; null when none.</summary>
    public static KeyValuePair<string, IOpenApiMediaType>? Find(IDictionary<string, IOpenApiMediaType>? content, string contentType)
    {
        string essence = Essence(contentType);
        string range = $"{essence.Split('/')[0]}/*";
        foreach (string wanted in new[] { essence, range, "*/*" })
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> entry in content.OrEmpty())
            {
                if (Essence(entry.Key) == wanted)
                {
                    return entry;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an <c>Accept</c> header (RFC 9110, section 12.5.1) takes a media type; an absent header takes all.</summary>
    public static bool Accepts(string? accept, string mediaType) =>
        accept is null || accept.Split(',').Select(Essence).Any(range =>
            range is "*/*" || range == Essence(mediaType) || Essence(mediaType).Contains('*', StringComparison.Ordinal)
            || (range.EndsWith("/*", StringComparison.Ordinal) && Essence(mediaType).StartsWith(range[..^1], StringComparison.Ordinal)));

    /// <summary>
    /// How much an <c>Accept</c> header wants a media type (RFC 9110, section 12.4.2): the weight of its most specific range, 1 without one,
    /// 0 for what it does not take.
    /// </summary>
    public static double Weight(string? accept, string mediaType) => accept is null ? 1 : accept.Split(',')
        .Where(range => Accepts(range, mediaType))
        .OrderBy(range => Essence(range).Count(character => character == '*'))
        .Select(range => range.Split(';').Skip(1).Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)))
        .Select(weight => weight is null ? 1 : double.Parse(weight[2..], CultureInfo.InvariantCulture))
        .FirstOrDefault();

    /// <summary>A concrete media type for an entry's key, which may be a range.</summary>
    public static string Concrete(string key) => Essence(key) switch
    {
        "*/*" or "application/*" => "application/octet-stream",
        "text/*" => "text/plain",
        "image/*" => "image/png",
        var essence when essence.EndsWith("/*", StringComparison.Ordinal) => "application/octet-stream",
        _ => key,
    };
}
