namespace ClerkGen.Requests;

/// <summary>Media types of the file name extensions that are uploaded most (IANA media type registry).</summary>
internal static class FileContentTypes
{
    /// <summary>
    /// Media type of a file: the caller's, else one of the document's (the one that the file name implies,
    /// or the first), else the file name's.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="documented">Media types and ranges, separated by commas, or null.</param>
    internal static string Choose(ApiFile file, string? documented)
    {
        string? usual = Of(file.FileName);
        string? first = null;
        foreach (string range in file.ContentType is null ? documented?.Split(',', StringSplitOptions.TrimEntries) ?? [] : [])
        {
            if (usual is not null && Covers(range, usual))
            {
                return range.Contains('*') ? usual : range;
            }

            first ??= range.Contains('*') ? null : range;
        }

        return file.ContentType ?? first ?? (documented is null ? usual : null) ?? ApiFile.DefaultContentType;
    }

    private static bool Covers(string range, string mediaType)
    {
        ReadOnlySpan<char> name = range.AsSpan();
        int parameters = name.IndexOf(';');
        name = (parameters < 0 ? name : name[..parameters]).TrimEnd();
        return name.EndsWith("/*")
            ? name is "*/*" || mediaType.AsSpan().StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Media type of a file name, or null if its extension is unknown.</summary>
    internal static string? Of(string? fileName) => Path.GetExtension(fileName)?.ToLowerInvariant() switch
    {
        ".avif" => "image/avif",
        ".csv" => "text/csv",
        ".gif" => "image/gif",
        ".gz" => "application/gzip",
        ".htm" or ".html" => "text/html",
        ".ico" => "image/vnd.microsoft.icon",
        ".jpeg" or ".jpg" => "image/jpeg",
        ".json" => "application/json",
        ".mp3" => "audio/mpeg",
        ".mp4" => "video/mp4",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain",
        ".wav" => "audio/wav",
        ".webm" => "video/webm",
        ".webp" => "image/webp",
        ".xml" => "application/xml",
        ".zip" => "application/zip",
        _ => null,
    };
}
