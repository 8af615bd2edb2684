using ClerkGen.Testing;

namespace ClerkGen.Client.Tests;

/// <summary>A test over a document that this repository does not carry; skipped, and said so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string document)
    {
        if (SharedDocuments.Find(document) is null)
        {
            Skip = $"{document} is not in the folder that CLERKGEN_SHARED names.";
        }
    }
}
