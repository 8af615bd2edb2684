using Xunit;

namespace ClerkGen.Specs.Tests;

/// <summary>A test that needs the published documents, in the folder that <c>CLERKGEN_SHARED</c> names; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    /// <summary>Decides whether the test runs.</summary>
    public PublishedFactAttribute()
    {
        if (Folder is null)
            Skip = "CLERKGEN_SHARED names no folder with the published documents";
    }

    internal static string? Folder =>
        Environment.GetEnvironmentVariable("CLERKGEN_SHARED") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    internal static string Text => File.ReadAllText(Path.Combine(Folder!, "clerk", "bapi-2026-05-12.yml"));
}
