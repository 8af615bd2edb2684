namespace ClerkGen.Generator.Diagnostics;

/// <summary>The edit of the API baseline that accepts a change, for code fixes.</summary>
/// <param name="Path">The baseline's path, as the compiler gave it.</param>
/// <param name="Removed">Lines to remove, separated by <c>\n</c>.</param>
/// <param name="Added">Lines to add, separated by <c>\n</c>.</param>
internal sealed record BaselineEdit(string Path, string Removed, string Added)
{
    /// <summary>As the compiler's diagnostic holds it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Properties =>
    [
        new("Baseline", Path),
        new("Removed", Removed),
        new("Added", Added),
    ];
}
