namespace ClerkGen.Testing;

/// <summary>
/// Documents and test data of other parties that this repository does not carry, in the folder that the environment variable
/// <c>CLERKGEN_SHARED</c> names: <c>clerk/</c>, <c>corpus/</c> and <c>conformance/</c>. Tests over them are a <see cref="SharedFactAttribute"/>.
/// </summary>
public static class SharedDocuments
{
    /// <summary>The folder, or null when it is not there.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable("CLERKGEN_SHARED") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Full path of a file below the folder; null when it is not there.</summary>
    public static string? Find(string relativePath) =>
        Folder is { } folder && File.Exists(Path.Combine(folder, relativePath)) ? Path.Combine(folder, relativePath) : null;

    /// <summary>Full path of a file or folder below the folder, whether it is there or not.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder.</exception>
    public static string PathOf(params string[] parts) =>
        Path.Combine([Folder ?? throw new DirectoryNotFoundException("CLERKGEN_SHARED names no folder."), .. parts]);

    /// <summary>Why a test cannot run that needs these files and folders; null when it can.</summary>
    internal static string? WhyAbsent(params string[] needed) =>
        Folder is null ? "CLERKGEN_SHARED does not name the folder of public documents and test data."
        : needed.FirstOrDefault(path => !Path.Exists(PathOf(path))) is { } absent ? $"{absent} is not in the folder that CLERKGEN_SHARED names."
        : null;

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
