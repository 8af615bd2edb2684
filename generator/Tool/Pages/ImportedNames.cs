using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// Names that examples cannot use alone, since the framework has a type of that name in a namespace that every file imports. The list is a file,
/// not the runtime that the tool happens to run on, so that pages are the same everywhere.
/// </summary>
internal static partial class ImportedNames
{
    private static readonly FrozenSet<string> Names = PageTemplates.TextOf("imported-names.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A type as an example writes it: emitted types whose names are taken get their namespace.</summary>
    /// <param name="type">The type, without namespaces.</param>
    /// <param name="namespace">The namespace of emitted types.</param>
    /// <param name="isEmitted">Whether an emitted type has a name.</param>
    public static string Qualify(string type, string @namespace, Func<string, bool> isEmitted) =>
        Word().Replace(type, match => Names.Contains(match.Value) && isEmitted(match.Value) ? $"{@namespace}.{match.Value}" : match.Value);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_]*")]
    private static partial Regex Word();
}
