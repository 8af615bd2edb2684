namespace ClerkGen.Benchmarks;

/// <summary>A folder outside the repository that is gone in the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("clerkgen-").FullName;

    /// <summary>Creates a folder in it.</summary>
    public string Create(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A compiler server may still have a file open; the system cleans up.
        }
    }
}
