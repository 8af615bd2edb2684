using ClerkGen.Testing;

namespace ClerkGen.Client.Tests;

/// <summary>A theory over documents that this repository does not carry; skipped, and said so, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedDocuments.Folder is null)
        {
            Skip = "CLERKGEN_SHARED does not name the folder of public documents.";
        }
    }
}
