namespace ClerkGen.Requests;

/// <summary>Media types of the file name extensions that are uploaded most (IANA media type registry).</summary>
internal static class FileContentTypes
{
    /// <summary>Media type of a file name, or null when its extension says nothing.</summary>
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
