namespace ClerkGen.Testing;

/// <summary>A test over public data that this repository does not carry (see <see cref="SharedDocuments"/>); skipped, and said so, without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>The test runs when the folder is there, and all that it needs of it.</summary>
    /// <param name="needed">Files and folders below the folder.</param>
    public SharedFactAttribute(params string[] needed) => Skip = SharedDocuments.WhyAbsent(needed);
}

/// <summary>As <see cref="SharedFactAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>The test runs when the folder is there, and all that it needs of it.</summary>
    /// <param name="needed">Files and folders below the folder.</param>
    public SharedTheoryAttribute(params string[] needed) => Skip = SharedDocuments.WhyAbsent(needed);
}
