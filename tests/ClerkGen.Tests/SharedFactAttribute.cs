namespace ClerkGen.Tests;

/// <summary>A fact about public data that lies outside the repository; without the folder it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>The fact runs when <c>CLERKGEN_SHARED</c> names a folder that exists.</summary>
    public SharedFactAttribute()
    {
        if (Root is null)
        {
            Skip = "CLERKGEN_SHARED does not name the folder of public test data.";
        }
    }

    /// <summary>The folder of public data, or null.</summary>
    internal static string? Root { get; } = FindRoot();

    /// <summary>A path inside the folder of public data.</summary>
    internal static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root ?? throw new InvalidOperationException("CLERKGEN_SHARED is not set."), .. parts]);

    private static string? FindRoot()
    {
        string? root = Environment.GetEnvironmentVariable("CLERKGEN_SHARED");
        return Directory.Exists(root) ? root : null;
    }
}
