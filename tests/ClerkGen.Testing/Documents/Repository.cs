namespace ClerkGen.Testing;

/// <summary>The checkout that the process runs in. Build paths do not tell: a build for continuous integration maps them away.</summary>
public static class Repository
{
    private static readonly Lazy<string> FoundRoot = new(FindRoot);

    /// <summary>Full path of the checkout.</summary>
    /// <exception cref="DirectoryNotFoundException">The process does not run inside a checkout.</exception>
    public static string Root => FoundRoot.Value;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClerkGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has ClerkGen.sln.");
    }
}
