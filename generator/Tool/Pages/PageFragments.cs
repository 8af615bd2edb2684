namespace ClerkGen.Tool.Pages;

/// <summary>Texts that people add to pages: <c>_after/users-create.md</c> behind an operation, <c>_after/users.md</c> behind a page.</summary>
/// <param name="folder">The folder of the pages.</param>
internal sealed class PageFragments(string folder)
{
    /// <summary>The text behind something, or empty.</summary>
    /// <param name="name">Group and method (<c>users-create</c>), or a page without its extension.</param>
    public string After(string name)
    {
        string path = Path.Combine(folder, "_after", name + ".md");
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Trim() : "";
    }
}
