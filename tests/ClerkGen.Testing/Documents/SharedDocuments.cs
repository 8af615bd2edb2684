namespace ClerkGen.Testing;

/// <summary>
/// Documents of other parties that this repository does not carry, in the folder that the environment variable <c>CLERKGEN_SHARED</c>
/// names: <c>clerk/</c> and <c>corpus/</c>. Tests over them pass trivially, and say so, where the folder is absent.
/// </summary>
public static class SharedDocuments
{
    /// <summary>The folder, or null when it is not there.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable("CLERKGEN_SHARED") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Full path of a file below the folder; null when it is not there.</summary>
    public static string? Find(string relativePath) =>
        Folder is { } folder && File.Exists(Path.Combine(folder, relativePath)) ? Path.Combine(folder, relativePath) : null;

    /// <summary>Relative paths of the documents in <c>clerk/</c> and <c>corpus/</c>, in ordinal order; empty without the folder.</summary>
    public static IReadOnlyList<string> All()
    {
        if (Folder is not { } folder)
        {
            return [];
        }

        return
        [
            .. new[] { "clerk", "corpus" }
                .Where(name => Directory.Exists(Path.Combine(folder, name)))
                .SelectMany(name => Directory.EnumerateFiles(Path.Combine(folder, name)))
                .Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml")
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }
}
