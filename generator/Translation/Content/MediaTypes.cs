using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>The role of a media type in bodies.</summary>
internal enum MediaTypeKind
{
    /// <summary><c>application/json</c>, <c>text/json</c>, <c>…+json</c>.</summary>
    Json,

    /// <summary><c>application/jsonl</c>, <c>application/x-ndjson</c>, <c>application/json-seq</c>.</summary>
    JsonLines,

    /// <summary><c>text/event-stream</c>.</summary>
    ServerSentEvents,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/…</c>.</summary>
    Multipart,

    /// <summary><c>text/…</c>, XML and YAML.</summary>
    Text,

    /// <summary>Everything else.</summary>
    Binary,
}

/// <summary>A media type of a body's <c>content</c>.</summary>
/// <param name="Key">As the document writes it.</param>
/// <param name="Name">In lower case and without parameters.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Content">Its schema and encoding.</param>
/// <param name="Pointer">JSON pointer of it.</param>
internal sealed record MediaTypeEntry(string Key, string Name, MediaTypeKind Kind, IOpenApiMediaType Content, string Pointer)
{
    /// <summary>Whether it is a range of media types: <c>text/*</c>, <c>application/*+json</c>.</summary>
    public bool IsRange => MediaTypes.IsValid(Key) && (Name.EndsWith("/*", StringComparison.Ordinal) || Name.IndexOf("/*+", StringComparison.Ordinal) > 0);

    /// <summary>The value to send: the document's text, unless it is a range or not valid in a header.</summary>
    public string Sent => !IsRange && MediaTypes.IsValid(Key) ? Key : Kind switch
    {
        MediaTypeKind.Json => "application/json",
        MediaTypeKind.Form => "application/x-www-form-urlencoded",
        MediaTypeKind.Multipart => "multipart/form-data",
        MediaTypeKind.Text => "text/plain",
        _ => "application/octet-stream",
    };

    /// <summary>Reports when a different value is sent than the document has.</summary>
    public void ReportUnusable(DiagnosticBag diagnostics)
    {
        if (Sent != Key && !IsRange)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableMediaType, Pointer, Key, Sent);
        }
    }
}

/// <summary>Reads the media types of bodies.</summary>
internal static class MediaTypes
{
    private static readonly HashSet<string> Lines = new(
        [
            "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/ndjson",
            "application/x-ndjson", "application/json-seq", "application/stream+json", "application/x-json-stream",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Texts = new(
        ["application/xml", "application/yaml", "application/x-yaml", "application/javascript", "application/graphql", "application/toml", "application/jwt"],
        StringComparer.Ordinal);

    /// <summary>The media types of a body, in ordinal order.</summary>
    /// <param name="content">The body's <c>content</c>.</param>
    /// <param name="pointer">JSON pointer of the object that has it.</param>
    public static List<MediaTypeEntry> Read(IDictionary<string, IOpenApiMediaType>? content, string pointer)
    {
        List<MediaTypeEntry> entries = new(content?.Count ?? 0);
        foreach (KeyValuePair<string, IOpenApiMediaType> pair in content ?? Enumerable.Empty<KeyValuePair<string, IOpenApiMediaType>>())
        {
            if (pair.Value is not null)
            {
                string name = NameOf(pair.Key);
                string place = pair.Value is OpenApiMediaTypeReference { Reference.Id: { } id }
                    ? JsonPointers.Join("/components/mediaTypes", id)
                    : JsonPointers.Join(pointer, "content", pair.Key);
                entries.Add(new MediaTypeEntry(pair.Key, name, KindOf(name, pair.Value), pair.Value, place));
            }
        }

        entries.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return entries;
    }

    /// <summary>
    /// The media type to use of one kind: <c>application/json</c> itself before its relatives, those that are no range
    /// before ranges, then in ordinal order.
    /// </summary>
    public static MediaTypeEntry? Find(List<MediaTypeEntry> entries, MediaTypeKind kind)
    {
        MediaTypeEntry? found = null;
        foreach (MediaTypeEntry entry in entries)
        {
            if (entry.Kind == kind && (found is null || Rank(entry) < Rank(found)))
            {
                found = entry;
            }
        }

        return found;
    }

    /// <summary>Whether text is a media type (RFC 9110, section 8.3.1) of visible ASCII.</summary>
    public static bool IsValid(string mediaType)
    {
        string name = WithoutParameters(mediaType);
        int slash = name.IndexOf('/');
        if (slash < 0 || !HttpTokens.IsToken(name, 0, slash) || !HttpTokens.IsToken(name, slash + 1, name.Length))
        {
            return false;
        }

        foreach (char c in mediaType)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a body of this media type is text.</summary>
    public static bool IsText(string mediaType)
    {
        string name = NameOf(mediaType);
        return name.StartsWith("text/", StringComparison.Ordinal) || Texts.Contains(name) || name.EndsWith("+xml", StringComparison.Ordinal)
            || name.EndsWith("+yaml", StringComparison.Ordinal) || IsJson(name);
    }

    /// <summary>Whether a body of this media type is one JSON value.</summary>
    public static bool IsJson(string mediaType)
    {
        string name = NameOf(mediaType);
        return name.EndsWith("/json", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal);
    }

    /// <summary>Whether a body of this media type is structured but not JSON: XML, YAML, TOML.</summary>
    /// <param name="name">In lower case and without parameters.</param>
    public static bool IsMarkup(string name) =>
        name is "text/xml" or "application/xml" or "text/yaml" or "application/yaml" or "application/x-yaml" or "text/x-yaml" or "application/toml"
        || name.EndsWith("+xml", StringComparison.Ordinal) || name.EndsWith("+yaml", StringComparison.Ordinal);

    /// <summary>
    /// The part that distinguishes a media type from related ones: <c>acme.v2</c> of <c>application/vnd.acme.v2+json</c>.
    /// </summary>
    /// <param name="name">In lower case and without parameters.</param>
    public static string Word(string name)
    {
        string subtype = name.Substring(name.IndexOf('/') + 1);
        int suffix = subtype.LastIndexOf('+');
        subtype = suffix > 0 ? subtype.Substring(0, suffix) : subtype;
        return subtype.StartsWith("vnd.", StringComparison.Ordinal) || subtype.StartsWith("prs.", StringComparison.Ordinal) ? subtype.Substring(4) : subtype;
    }

    private static string NameOf(string mediaType) => WithoutParameters(mediaType).ToLowerInvariant();

    private static string WithoutParameters(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim();
    }

    private static int Rank(MediaTypeEntry entry) =>
        entry.Key is "application/json" or "multipart/form-data" or "text/plain" or "application/octet-stream" ? 0 : entry.IsRange ? 2 : 1;

    private static MediaTypeKind KindOf(string name, IOpenApiMediaType content)
    {
        if (name == "text/event-stream")
        {
            return MediaTypeKind.ServerSentEvents;
        }

        if (Lines.Contains(name) || name.EndsWith("+json-seq", StringComparison.Ordinal))
        {
            return MediaTypeKind.JsonLines;
        }

        if (IsJson(name))
        {
            return SchemaShapes.IsBinary(content.Schema) ? MediaTypeKind.Binary : MediaTypeKind.Json;
        }

        if (name == "application/x-www-form-urlencoded")
        {
            return MediaTypeKind.Form;
        }

        if (name.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return MediaTypeKind.Multipart;
        }

        if (IsText(name))
        {
            return SchemaShapes.IsBinary(content.Schema) ? MediaTypeKind.Binary : MediaTypeKind.Text;
        }

        // A range, an invalid name, or a tool's default: the schema knows better.
        bool saysNothing = name is "*/*" or "application/*" or "application/octet-stream" or "" || !IsValid(name);
        if (saysNothing && SchemaShapes.IsStructured(content.Schema))
        {
            return MediaTypeKind.Json;
        }

        // Any media type for a plain string is how springdoc describes a method that returns one.
        return name == "*/*" && SchemaShapes.IsString(content.Schema) && !SchemaShapes.IsBytes(content.Schema) ? MediaTypeKind.Text : MediaTypeKind.Binary;
    }
}
